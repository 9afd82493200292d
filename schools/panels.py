"""What the schools room shows on pages below it."""

from typing import Any

from django.http import HttpRequest

from schools.queries import schools_to_join
from skoleplus.core.panels import Panel


def welcome(request: HttpRequest, person: Any) -> Panel | None:
    """The schools a newcomer may join with one press, right after signing up."""
    found = list(schools_to_join(person))
    return Panel("schools/panel_welcome.html", {"schools": found}) if found else None
