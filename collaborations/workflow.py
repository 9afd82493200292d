"""The table of a collaboration, from inquiry to agreement (PRODUCT §8)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from collaborations import rules
from collaborations.enums import Side, State
from skoleplus.core.workflow import Transition, Workflow, transition

ASKED = {State.REQUESTED}
ANSWERED = {State.PROPOSAL, State.COUNTER_PROPOSAL}


def association(user: Any, collaboration: Any) -> bool:
    return rules.speaks_for_association(user, collaboration)


def school(user: Any, collaboration: Any) -> bool:
    return rules.speaks_for_school(user, collaboration)


COLLABORATION = Workflow(
    transition("say_yes", ASKED, State.PROPOSAL, association, _("Yes, that suits us")),
    transition("propose_other_time", ASKED, State.COUNTER_PROPOSAL, association, _("Propose another time")),
    transition("say_no", ASKED, State.DECLINED, association, _("No, not this time")),
    transition("accept", ANSWERED, State.AGREED, school, _("Accept")),
    transition("turn_down", ANSWERED, State.DECLINED, school, _("Decline")),
    transition("withdraw", ASKED | ANSWERED, State.WITHDRAWN, school, _("Withdraw the inquiry")),
)


def moves(side: str, state: str) -> dict[str, Transition]:
    """What one side can do in a state, by name: the buttons of its page, signed in or by a mail's link."""
    return {name: row for name, row in moves_of(side).items() if state in row.sources}


def moves_of(side: str) -> dict[str, Transition]:
    """What one side can do in any state."""
    who = association if side == Side.ASSOCIATION else school
    return {row.name: row for row in COLLABORATION.transitions if row.who is who}
