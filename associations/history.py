"""What has happened to an association, newest first."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from associations.models import Association, ProfileVersionLog
from skoleplus.screening import history

STEPS: dict[str, tuple[str | Promise, str, str]] = {
    "register": (gettext_lazy("%(who)s registered the association"), "sparkles", "good"),
    "contact": (gettext_lazy("%(who)s changed the contact data"), "phone", ""),
    "attest": (gettext_lazy("%(who)s declared certificates and insurance"), "shield-check", "good"),
    "invite": (gettext_lazy("%(who)s invited a person"), "mail", ""),
    "join": (gettext_lazy("%(who)s joined"), "user-plus", "good"),
    "revoke_invitation": (gettext_lazy("%(who)s took an invitation back"), "mail-x", ""),
    "remove_member": (gettext_lazy("%(who)s removed a person"), "user-minus", ""),
}


def of(association: Association, limit: int = 12) -> list[dict[str, Any]]:
    """Events of the association and of all versions of its profile."""
    own = association.log.select_related("by").order_by("-at", "-pk")[:limit]
    profile = (
        ProfileVersionLog.objects.filter(subject__subject=association)
        .exclude(transition__in=["supersede", "create"])
        .select_related("by")
        .order_by("-at", "-pk")[:limit]
    )
    found = history.events(own, "", STEPS) + history.events(profile, _("the profile"))
    return sorted(found, key=lambda event: event["when"], reverse=True)[:limit]
