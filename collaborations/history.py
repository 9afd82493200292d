"""What has happened in a collaboration, in words, for a timeline (templates/components/timeline.html)."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collaborations.models import Collaboration
from skoleplus.core.workflow import TransitionLog

# transition: sentence, icon, kind.
STEPS = {
    "ask": (gettext_lazy("%(who)s asked %(association)s"), "send", ""),
    "say_yes": (gettext_lazy("%(who)s said yes"), "check", "good"),
    "propose_other_time": (gettext_lazy("%(who)s proposed another time"), "calendar-clock", "alert"),
    "say_no": (gettext_lazy("%(who)s said no"), "x", "danger"),
    "accept": (gettext_lazy("%(who)s accepted – it is agreed"), "handshake", "good"),
    "turn_down": (gettext_lazy("%(who)s declined"), "x", "danger"),
    "withdraw": (gettext_lazy("%(who)s withdrew the inquiry"), "undo-2", ""),
}


def events(collaboration: Collaboration) -> list[dict[str, Any]]:
    """The steps, oldest first."""
    rows = collaboration.log.select_related("by").order_by("at", "pk")
    return [_event(row, collaboration) for row in rows if row.transition in STEPS]


def _event(row: TransitionLog, collaboration: Collaboration) -> dict[str, Any]:
    sentence, icon, kind = STEPS[row.transition]
    words = {"who": _who(row), "association": collaboration.offer.association}
    return {"what": sentence % words, "when": row.at, "note": row.note, "icon": icon, "kind": kind}


def _who(row: TransitionLog) -> str:
    if row.by_name:
        return _("%(name)s (by the link in the mail)") % {"name": row.by or row.by_name}
    return str(row.by)
