"""What has happened to a screened text, in words, for a timeline (templates/components/timeline.html)."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skoleplus.core.workflow import TransitionLog

# transition: sentence, icon, kind. A step that is not listed is no news to anybody.
STEPS: dict[str, tuple[str | Promise, str, str]] = {
    "create": (gettext_lazy("%(who)s began to write %(what)s"), "pencil", ""),
    "submit": (gettext_lazy("%(who)s sent %(what)s to the consultant"), "send", ""),
    "withdraw": (gettext_lazy("%(who)s took %(what)s back to write on"), "undo-2", ""),
    "discard": (gettext_lazy("%(who)s discarded the draft of %(what)s"), "trash-2", ""),
    "approve": (gettext_lazy("%(who)s approved and published %(what)s"), "check", "good"),
    "request_changes": (gettext_lazy("%(who)s asked for changes in %(what)s"), "message-square", "alert"),
    "reject": (gettext_lazy("%(who)s rejected %(what)s"), "x", "danger"),
}


def actor(row: TransitionLog) -> str:
    """Who did it: a person, a name without an account, or the portal itself."""
    return str(row.by or row.by_name or _("The portal"))


def events(rows: Any, what: str | Promise, steps: Any = STEPS) -> list[dict[str, Any]]:
    """Log rows as events of a timeline, in the order given.

    Args:
        rows: of a TransitionLog, with `by` selected.
        what: what it happened to, in the definite form: "the profile".
        steps: the sentences, as STEPS.
    """
    return [_event(row, what, *steps[row.transition]) for row in rows if row.transition in steps]


def _event(row: TransitionLog, what: Any, sentence: Any, icon: str, kind: str) -> dict[str, Any]:
    return {
        "what": sentence % {"who": actor(row), "what": what},
        "when": row.at,
        "note": row.note if row.transition in STEPS else "",
        "icon": icon,
        "kind": kind,
    }
