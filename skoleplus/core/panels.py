"""Panels: how a higher room adds something to a lower room's page.

An association's page shows its offers and inquiries, though neither room may be imported from there. So
`settings.py` lists functions by dotted path per page, as AFTER does for events, and `collect` asks them:

    PANELS = {"association": ["offers.panels.association", "collaborations.panels.association"]}

    def association(request, association) -> Panel | None:
        return Panel("offers/panels/association.html", {"offers": ...})

The page includes each panel's template with the panel's own context and nothing else of the page's:

    {% for panel in panels %}{% include panel.template with panel=panel.context only %}{% endfor %}
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Panel:
    """A piece of a page: a template and what it needs."""

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)


def collect(page: str, request: HttpRequest, subject: Any) -> list[Panel]:
    """The panels of a page, in the order of the list.

    Args:
        page: a key of settings.PANELS; one that is not listed is a programming error.
        request: for the user and the municipality; a panel checks itself what the user may see.
        subject: what the page is about.

    Raises:
        KeyError: the page is not listed.
    """
    found = (import_string(path)(request, subject) for path in settings.PANELS[page])
    return [panel for panel in found if panel is not None]
