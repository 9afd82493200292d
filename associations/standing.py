"""Where a profile stands, in words: what that means for the association, and who is next."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from associations.models import Association, ProfileVersion
from skoleplus.screening.enums import State

Words = str | Promise


@dataclass(frozen=True)
class Row:
    """How one state of the newest version reads.

    Args:
        key: names the situation, for templates and tests.
        tag: a word or two.
        kind: how the tag looks: "", grey, good, alert, danger.
        mine: the association has the next step.
        step: the words on the link to that step.
        first: what it means while nothing is published.
        later: what it means while an older version is public.
    """

    key: str
    tag: Words
    kind: str
    mine: bool
    step: Words
    first: Words
    later: Words = ""


NONE = Row(
    "none",
    _("No profile"),
    "grey",
    True,
    _("Write the profile"),
    _("You have no profile yet. Nobody can find you before you have one."),
)
PUBLIC = Row(
    "public",
    _("Public"),
    "good",
    False,
    _("Change the profile"),
    _("Your profile is public, and schools can find you."),
    _("Your profile is public, and schools can find you."),
)
ROWS = {
    State.DRAFT: Row(
        "draft",
        _("Draft"),
        "grey",
        True,
        _("Go on with the profile"),
        _("Only you can see the profile. Finish it and send it to the consultant."),
        _("You are writing a new version. Everybody sees the old one until the consultant has approved it."),
    ),
    State.SUBMITTED: Row(
        "submitted",
        _("With the consultant"),
        "",
        False,
        _("See what you sent"),
        _("The consultant reads your profile. We write to you as soon as there is an answer."),
        _("The consultant reads your new version. Everybody sees the old one meanwhile. We write to you."),
    ),
    State.CHANGES_REQUESTED: Row(
        "changes",
        _("To be corrected"),
        "alert",
        True,
        _("Correct the profile"),
        _("The consultant asks you to change something. Correct it and send it again."),
        _("The consultant asks you to change something. Everybody sees the old version meanwhile."),
    ),
    State.REJECTED: Row(
        "rejected",
        _("Rejected"),
        "danger",
        True,
        _("Write it anew"),
        _("The consultant rejected the profile. You can write it anew; your text is kept."),
        _("The consultant rejected the newest version. Everybody still sees the one before it."),
    ),
    State.APPROVED: PUBLIC,
    State.SUPERSEDED: PUBLIC,
}


@dataclass(frozen=True)
class Standing:
    row: Row
    published: bool
    version: ProfileVersion | None = None

    @property
    def text(self) -> Words:
        return self.row.later if self.published else self.row.first

    @property
    def note(self) -> str:
        """The consultant's words, while they still ask for something."""
        if self.version is None or self.row.key not in ("changes", "rejected"):
            return ""
        return self.version.newest_note


def of_profile(association: Association) -> Standing:
    """Read from the newest version and whether one is published: two statements, one more for a note."""
    newest = association.versions.exclude(state=State.DISCARDED).order_by("-number").first()
    if newest is None:
        return Standing(NONE, False)
    published = newest.state == State.APPROVED or association.versions.published().exists()
    return Standing(ROWS[State(newest.state)], published, newest)


def next_step(profile: Standing, attested: bool) -> Words:
    """Who has the next step, in one sentence for the top of the page."""
    if profile.row.mine:
        return _("The next step is yours: the profile.")
    if not attested:
        return _("The next step is yours: declare certificates and insurance.")
    if profile.row.key == "submitted":
        return _("The next step is the consultant's. You can make your offers meanwhile.")
    return _("Nothing waits for you. Make an offer, or wait for the schools to ask.")
