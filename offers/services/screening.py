"""An offer on its way to the public: sent, taken back, decided. The state machine is screening's."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from associations.models import Association
from offers import completeness, emails, search
from offers.models import OfferVersion
from skoleplus.core.refusals import Refused
from skoleplus.core.workflow import lock
from skoleplus.screening import services as screening


class Incomplete(Refused):
    """Something is missing before the consultant can read it; `missing` says what, question by question."""

    def __init__(self, missing: list[completeness.Missing]) -> None:
        super().__init__(_("Something is missing before we can send the offer."))
        self.missing = missing


@transaction.atomic
def submit_offer(*, version: OfferVersion, by: Any) -> OfferVersion:
    """Hand the offer to the consultant: receipt to the sender, word to the consultants.

    Args:
        by: a member of the association; None for an import, which need not know the times yet.

    Raises:
        Incomplete: a question has no answer.
        Outdated, NotAllowed: as screening says.
    """
    lock(version.subject)
    if missing := completeness.missing(version, with_times=by is not None):
        raise Incomplete(missing)
    again = version.submitted_at is not None
    screening.submit(version=version, by=by)
    emails.submitted(version, by, again=again)
    return version


@transaction.atomic
def withdraw_offer(*, version: OfferVersion, by: Any) -> OfferVersion:
    """Take back what the consultant has not decided yet. Raises Outdated or NotAllowed."""
    lock(version.subject)
    return screening.withdraw(version=version, by=by)


@transaction.atomic
def approve_offer(
    *,
    version: OfferVersion,
    by: Any,
    note: str = "",
    seen: dt.datetime | None = None,
    as_system: bool = False,
) -> OfferVersion:
    """Publish the version in place of the one before, tell the association, and let search know.

    Args:
        seen: `submitted_at` of what the consultant was shown.
        as_system: on the word of an import's actor; logged as such in `note`, and nobody is mailed.

    Raises:
        Outdated, NotAllowed: as screening says; nothing is published.
    """
    screening.approve(version=version, by=by, note=note, seen=seen, as_system=as_system)
    search.reindex(version)
    if not as_system:
        emails.decided(version, "approved", note)
    return version


@transaction.atomic
def request_offer_changes(
    *, version: OfferVersion, by: Any, note: str, seen: dt.datetime | None = None
) -> OfferVersion:
    """Send the version back with a note on what to change. Raises Outdated or NotAllowed."""
    screening.request_changes(version=version, by=by, note=note, seen=seen)
    emails.decided(version, "changes_requested", note)
    return version


@transaction.atomic
def reject_offer(
    *, version: OfferVersion, by: Any, note: str, seen: dt.datetime | None = None
) -> OfferVersion:
    """Refuse the version with a note on why; a new draft keeps its text. Raises Outdated or NotAllowed."""
    screening.reject(version=version, by=by, note=note, seen=seen)
    emails.decided(version, "rejected", note)
    return version


def reindex_association(*, association: Association) -> None:
    """An association's name or kind has changed: search knows its offers anew (called by core.after)."""
    for version in OfferVersion.objects.published().filter(subject__association=association).order_by("pk"):
        search.reindex(version)
