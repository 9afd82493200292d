"""What has happened to an offer, newest first."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from offers.models import Offer, OfferVersionLog
from skoleplus.screening import history

STEPS: dict[str, tuple[str | Promise, str, str]] = {
    "add_time": (gettext_lazy("%(who)s added a time"), "calendar-plus", ""),
    "change_time": (gettext_lazy("%(who)s changed a time"), "calendar-cog", ""),
    "remove_time": (gettext_lazy("%(who)s removed a time"), "calendar-minus", ""),
    "change_instructors": (gettext_lazy("%(who)s changed the instructors"), "users", ""),
    "change_facts": (gettext_lazy("%(who)s changed contact or notice"), "phone", ""),
    "move_picture": (gettext_lazy("%(who)s changed the order of the pictures"), "image", ""),
}


def of(offer: Offer, limit: int = 12) -> list[dict[str, Any]]:
    """Events of the offer and of all its versions (two statements)."""
    own = offer.log.select_related("by").order_by("-at", "-pk")[:limit]
    versions = (
        OfferVersionLog.objects.filter(subject__subject=offer)
        .exclude(transition="supersede")
        .select_related("by")
        .order_by("-at", "-pk")[:limit]
    )
    found = history.events(own, "", STEPS) + history.events(versions, _("the offer"))
    return sorted(found, key=lambda event: event["when"], reverse=True)[:limit]
