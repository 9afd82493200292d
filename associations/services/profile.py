"""The public words of an association, from the first draft to the consultant's decision."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from associations import emails, queries
from associations.models import Association, ProfileVersion
from skoleplus.core import after
from skoleplus.core.refusals import Refused
from skoleplus.screening import services as screening

# What a school must be able to read before the consultant is asked to.
NEEDED = ("name", "kind", "intro", "about")


@transaction.atomic
def write_profile(*, association: Association, by: Any, words: dict[str, Any]) -> ProfileVersion:
    """Save words in the open draft; where there is none, a new one keeps the newest decided text.

    What the public sees stays as it is until the draft has been approved.

    Args:
        words: new values by field name; may be empty, which only opens the draft.

    Raises:
        NotAllowed: the actor does not write for the association.
        Outdated: the text is with the consultant.
    """
    draft = screening.open_draft(subject=association, by=by)
    if not draft.name:
        words = {"name": association.name, "kind": association.kind} | words
    screening.write(version=draft, by=by, words=words)
    return draft


def missing_words(version: ProfileVersion) -> list[str]:
    """Names of the fields that must be filled in before the profile can be sent."""
    return [name for name in NEEDED if not getattr(version, name)]


@transaction.atomic
def submit_profile(*, version: ProfileVersion, by: Any) -> ProfileVersion:
    """Hand the profile to the consultant, who is told by mail; the sender gets a receipt.

    Raises:
        Refused: something a school must be able to read is missing.
        NotAllowed: the actor does not write for the association.
        Outdated: it has been sent or decided already.
    """
    if missing_words(version):
        raise Refused(_("The profile is not complete yet. Fill in what is marked and send it again."))
    again = version.log.filter(transition="request_changes").exists()
    screening.submit(version=version, by=by)
    emails.profile_submitted(version, by, again=again)
    return version


@transaction.atomic
def withdraw_profile(*, version: ProfileVersion, by: Any) -> ProfileVersion:
    """Take the profile back to write on. Raises Outdated or NotAllowed."""
    return screening.withdraw(version=version, by=by)


@transaction.atomic
def discard_profile(*, version: ProfileVersion, by: Any) -> ProfileVersion:
    """Give up the open version; the public one stays. Raises Outdated or NotAllowed."""
    return screening.discard(version=version, by=by)


@transaction.atomic
def approve_profile(
    *,
    version: ProfileVersion,
    by: Any,
    note: str = "",
    seen: dt.datetime | None = None,
    as_system: bool = False,
) -> ProfileVersion:
    """Publish the profile: the association takes its name and kind, and its people are told.

    Args:
        seen: `submitted_at` of what the consultant was shown.
        as_system: approved on the word of an import's actor, named in `note`; nobody is written to.

    Raises:
        Outdated: decided already, or sent again since it was shown.
        NotAllowed: not a consultant of the association's municipality.
    """
    screening.approve(version=version, by=by, note=note, seen=seen, as_system=as_system)
    association = version.subject
    association.name, association.kind = version.name, version.kind
    association.save(update_fields=["name", "kind"])
    after.run("association_changed", association=association)
    if not as_system:
        _tell(version, "approved", note)
    return version


@transaction.atomic
def request_profile_changes(
    *, version: ProfileVersion, by: Any, note: str, seen: dt.datetime | None = None
) -> ProfileVersion:
    """Send the profile back with a note on what to change. Raises Outdated or NotAllowed."""
    screening.request_changes(version=version, by=by, note=note, seen=seen)
    _tell(version, "changes_requested", note)
    return version


@transaction.atomic
def reject_profile(
    *, version: ProfileVersion, by: Any, note: str, seen: dt.datetime | None = None
) -> ProfileVersion:
    """Refuse the profile with a note on why; a new draft keeps its text. Raises Outdated or NotAllowed."""
    screening.reject(version=version, by=by, note=note, seen=seen)
    _tell(version, "rejected", note)
    return version


def _tell(version: ProfileVersion, decision: str, note: str) -> None:
    emails.profile_decided(version, decision, note, to=queries.recipients(version.subject))
