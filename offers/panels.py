"""What offers show on the pages of the rooms below."""

from typing import Any

from django.http import HttpRequest

from associations.models import Association
from associations.rules import is_public
from offers import queries, standing
from offers.catalogue.cards import cards, subject_names
from offers.models import OfferVersion
from skoleplus.core.panels import Panel


def association(request: HttpRequest, association: Association) -> Panel:
    """The association's own page: all its offers, where each stands, and the way to a new one."""
    offers = association.offers.order_by("-created_at", "-pk").prefetch_related("versions")
    found = is_public(association)
    rows: list[dict[str, Any]] = []
    for offer in offers:
        offer.association = association
        stands = standing.of_versions(offer, offer.versions.all(), found=found)
        if stands.version is not None:
            rows.append({"offer": offer, "standing": stands})
    # What waits for the association stands first; within that the newest.
    rows.sort(key=lambda row: not row["standing"].row.mine)
    return Panel("offers/panels/association.html", {"association": association, "rows": rows})


def association_public(request: HttpRequest, association: Association) -> Panel | None:
    """The association's public page: what it offers now; three statements, however many offers."""
    newest = (
        OfferVersion.objects.public().filter(subject__association=association).order_by("-decided_at", "-pk")
    )
    versions = queries.for_cards(newest.values_list("pk", flat=True))
    if not versions:
        return None
    names = subject_names(association.municipality)
    return Panel("offers/panels/association_public.html", {"offers": cards(versions, names)})
