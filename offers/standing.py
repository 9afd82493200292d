"""Where an offer stands, in words: what that means for the association, and who is next."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from associations.rules import is_public
from offers.models import Offer, OfferVersion
from skoleplus.screening.enums import EDITABLE, PublicState, State

Words = str | Promise


@dataclass(frozen=True)
class Row:
    """How one state of the newest version reads.

    Args:
        tag: a word or two.
        kind: how the tag looks: "", grey, good, alert, danger.
        mine: the association has the next step.
        first: what it means while nothing is published.
        later: what it means while an older version is public.
    """

    tag: Words
    kind: str
    mine: bool
    first: Words
    later: Words = ""


PUBLIC = Row(
    _("Is public"),
    "good",
    False,
    _("Schools can find the offer and ask for it."),
    _("Schools can find the offer and ask for it."),
)
HIDDEN = Row(
    _("Waits for your profile"),
    "alert",
    True,
    _("The offer is approved. Schools find it as soon as your association's profile is public."),
)
ROWS = {
    State.DRAFT: Row(
        _("Draft"),
        "grey",
        True,
        _("Only you can see the offer. Send it to the consultant when it is ready."),
        _("You are writing a new version. Schools see the old one until the consultant has approved it."),
    ),
    State.SUBMITTED: Row(
        _("With the consultant"),
        "",
        False,
        _("The consultant reads the offer. We write to you as soon as there is an answer."),
        _("The consultant reads your new version. Schools see the old one meanwhile."),
    ),
    State.CHANGES_REQUESTED: Row(
        _("To be corrected"),
        "alert",
        True,
        _("The consultant asks you to change something. Correct the offer and send it again."),
        _("The consultant asks you to change something. Schools see the old version meanwhile."),
    ),
    State.REJECTED: Row(
        _("Rejected"),
        "danger",
        True,
        _("The consultant rejected the offer. You can write it anew; your text is kept."),
        _("The consultant rejected the newest version. Schools still see the one before it."),
    ),
    State.APPROVED: PUBLIC,
    State.SUPERSEDED: PUBLIC,
}
TAKEN_DOWN = {
    PublicState.PAUSED: Row(
        _("Paused"), "grey", True, _("You have paused the offer. Schools cannot see it.")
    ),
    PublicState.SUSPENDED: Row(
        _("Suspended"), "danger", False, _("The consultant has taken the offer down. Call about what to do.")
    ),
    PublicState.ARCHIVED: Row(_("Archived"), "grey", False, _("The offer is no longer used.")),
}


@dataclass(frozen=True)
class Standing:
    """An offer's newest version, the published one, and how to read the two."""

    row: Row
    version: OfferVersion | None
    published: OfferVersion | None

    @property
    def text(self) -> Words:
        return self.row.later or self.row.first if self.published else self.row.first

    @property
    def is_open(self) -> bool:
        """There is a version that the association can write in."""
        return self.version is not None and self.version.state in EDITABLE

    @property
    def is_public(self) -> bool:
        """The newest version is the one that schools can find."""
        return self.row is PUBLIC

    @property
    def is_waiting(self) -> bool:
        return self.version is not None and self.version.state == State.SUBMITTED

    @property
    def note(self) -> str:
        """The consultant's words, while they still ask for something."""
        asks = self.version and self.version.state in (State.CHANGES_REQUESTED, State.REJECTED)
        return self.version.newest_note if self.version and asks else ""


def of_offer(offer: Offer) -> Standing:
    """Read from the offer's versions (one statement, one more for a note, one about the association)."""
    return of_versions(offer, offer.versions.all(), found=is_public(offer.association))


def of_versions(offer: Offer, rows: Iterable[OfferVersion], *, found: bool) -> Standing:
    """The same from versions that were read already; discarded ones do not count.

    Args:
        found: the association is public, so that its offers can be found at all.
    """
    versions = sorted(
        (version for version in rows if version.state != State.DISCARDED), key=lambda version: -version.number
    )
    for version in versions:
        version.subject = offer
    published = next((version for version in versions if version.state == State.APPROVED), None)
    newest = versions[0] if versions else None
    row = ROWS[State(newest.state)] if newest else ROWS[State.DRAFT]
    if offer.state != PublicState.PUBLIC and row is PUBLIC:
        row = TAKEN_DOWN[PublicState(offer.state)]
    elif not found and row is PUBLIC:
        row = HIDDEN
    return Standing(row, newest, published)
