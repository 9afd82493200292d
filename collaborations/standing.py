"""Where a collaboration stands, in words for each side: what has happened, who is next."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from collaborations.enums import Side, State
from collaborations.models import Collaboration

Words = str | Promise


@dataclass(frozen=True)
class Row:
    """How one state reads to one side.

    Args:
        tag: a word or two, for lists.
        kind: how tag and notice look: "", grey, good, alert, danger.
        mine: this side has the next step.
        title: what has happened. May name %(association)s, %(school)s, %(who)s (who asked).
        text: what happens next.
    """

    tag: Words
    kind: str
    mine: bool
    title: Words
    text: Words


ASSOCIATION = {
    State.REQUESTED: Row(
        _("Answer"),
        "alert",
        True,
        _("%(who)s asks you"),
        _("Say yes, propose another time, or say no. %(who)s gets a mail at once."),
    ),
    State.PROPOSAL: Row(
        _("Waiting for the school"),
        "",
        False,
        _("You have said yes"),
        _("Now %(who)s accepts, and then the time is yours. We write to you."),
    ),
    State.COUNTER_PROPOSAL: Row(
        _("Waiting for the school"),
        "",
        False,
        _("You have proposed another time"),
        _("Now %(who)s accepts or declines. We write to you."),
    ),
    State.AGREED: Row(
        _("Agreed"),
        "good",
        False,
        _("You have an agreement"),
        _("Talk to %(who)s about the last practical things. The data are on this page."),
    ),
    State.DECLINED: Row(
        _("Declined"), "grey", False, _("Nothing came of it this time"), _("Nobody has to do anything more.")
    ),
    State.WITHDRAWN: Row(
        _("Withdrawn"),
        "grey",
        False,
        _("The school has withdrawn its inquiry"),
        _("Nobody has to do anything more."),
    ),
}
SCHOOL = {
    State.REQUESTED: Row(
        _("Waiting for the association"),
        "",
        False,
        _("You have asked %(association)s"),
        _("Now %(association)s answers. We write to you."),
    ),
    State.PROPOSAL: Row(
        _("Accept or decline"),
        "alert",
        True,
        _("%(association)s says yes"),
        _("Accept, and the time is yours. Others can take it until then."),
    ),
    State.COUNTER_PROPOSAL: Row(
        _("Accept or decline"),
        "alert",
        True,
        _("%(association)s proposes another time"),
        _("Accept, and the time is yours. Others can take it until then."),
    ),
    State.AGREED: Row(
        _("Agreed"),
        "good",
        False,
        _("You have an agreement"),
        _("Talk to %(association)s about the last practical things. The data are on this page."),
    ),
    State.DECLINED: Row(
        _("Declined"),
        "grey",
        False,
        _("Nothing came of it this time"),
        _("Choose another time, or find another offer."),
    ),
    State.WITHDRAWN: Row(
        _("Withdrawn"),
        "grey",
        False,
        _("You have withdrawn the inquiry"),
        _("You can always ask again."),
    ),
}
# What the consultant reads, who looks on.
ONLOOKER = {
    State.REQUESTED: Row(
        _("Waiting for the association"),
        "",
        False,
        _("%(who)s has asked %(association)s"),
        _("Now %(association)s answers."),
    ),
    State.PROPOSAL: Row(
        _("Waiting for the school"),
        "",
        False,
        _("%(association)s says yes"),
        _("Now %(who)s accepts or declines."),
    ),
    State.COUNTER_PROPOSAL: Row(
        _("Waiting for the school"),
        "",
        False,
        _("%(association)s proposes another time"),
        _("Now %(who)s accepts or declines."),
    ),
    State.AGREED: Row(_("Agreed"), "good", False, _("They have an agreement"), _("The time is held.")),
    State.DECLINED: ASSOCIATION[State.DECLINED],
    State.WITHDRAWN: ASSOCIATION[State.WITHDRAWN],
}

ROWS: dict[str | None, dict[State, Row]] = {
    Side.ASSOCIATION: ASSOCIATION,
    Side.SCHOOL: SCHOOL,
    None: ONLOOKER,
}


@dataclass(frozen=True)
class Standing:
    tag: str
    kind: str
    mine: bool
    title: str
    text: str


def of(collaboration: Collaboration, side: str | None) -> Standing:
    """The words for one side, or for somebody who looks on (None)."""
    row = ROWS[side][State(collaboration.state)]
    names = {
        "association": collaboration.offer.association.name,
        "school": collaboration.school.name,
        "who": str(collaboration.requested_by or collaboration.school),
    }
    return Standing(str(row.tag), row.kind, row.mine, row.title % names, row.text % names)
