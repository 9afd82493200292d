from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """States of a collaboration (PRODUCT §8)."""

    REQUESTED = "requested", _("Inquiry sent")
    PROPOSAL = "proposal", _("The association says yes")
    COUNTER_PROPOSAL = "counter_proposal", _("Another time is proposed")
    AGREED = "agreed", _("Agreed")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


LIVE = (State.REQUESTED, State.PROPOSAL, State.COUNTER_PROPOSAL, State.AGREED)


class Side(TextChoices):
    SCHOOL = "school", _("The school")
    ASSOCIATION = "association", _("The association")


# The states in which a side owes the other an answer.
OWED: dict[str, tuple[State, ...]] = {
    Side.ASSOCIATION: (State.REQUESTED,),
    Side.SCHOOL: (State.PROPOSAL, State.COUNTER_PROPOSAL),
}

# What a side's signed links are for: the association answers, the school decides.
PURPOSE: dict[str, str] = {Side.ASSOCIATION: "collaborations.answer", Side.SCHOOL: "collaborations.decide"}


def other(side: str) -> Side:
    return Side.ASSOCIATION if side == Side.SCHOOL else Side.SCHOOL
