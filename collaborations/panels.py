"""What the collaborations room shows on the pages of a school and of an association."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from collaborations import standing
from collaborations.enums import Side
from collaborations.models import Collaboration
from skoleplus.core.panels import Panel

SHOWN = 5


def association(request: HttpRequest, association: Any) -> Panel:
    """What the association must answer and its newest inquiries, for its members."""
    rows = Collaboration.objects.visible_to(request.user).filter(offer__association=association)
    return _panel(rows, Side.ASSOCIATION, reverse("collaborations:association_list"))


def school(request: HttpRequest, school: Any) -> Panel:
    """What the school must decide and its newest inquiries, as far as the user may see them."""
    rows = Collaboration.objects.visible_to(request.user).filter(school=school)
    return _panel(rows, Side.SCHOOL, reverse("collaborations:list"))


def _panel(rows: Any, side: str, link: str) -> Panel:
    newest = list(rows.with_parties().owed_first(side)[: SHOWN + 1])
    return Panel(
        "collaborations/panel.html",
        {
            "rows": [(row, standing.of(row, side)) for row in newest[:SHOWN]],
            "link": link if len(newest) > SHOWN else "",
            "is_school": side == Side.SCHOOL,
        },
    )
