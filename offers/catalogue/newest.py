"""The newest offers on the start page."""

from django.http import HttpRequest

from offers import queries
from offers.catalogue.cards import cards, subject_names
from skoleplus.core.panels import Panel

NUMBER = 4


def newest(request: HttpRequest, subject: object) -> Panel | None:
    """What went public last; nothing where no offer is public yet."""
    municipality = getattr(request, "municipality", None)
    latest = queries.public_versions(municipality).order_by("-decided_at", "-pk").values_list("pk", flat=True)
    versions = queries.for_cards(latest[:NUMBER])
    if not versions:
        return None
    return Panel("offers/newest.html", {"offers": cards(versions, subject_names(municipality))})
