"""The school decides on a yes or another time, or takes its inquiry back."""

from typing import Any

from django.db import transaction

from collaborations import emails, queries
from collaborations.enums import Side
from collaborations.models import Collaboration, Session
from collaborations.services.inquiry import Duplicate
from collaborations.services.moves import lock_all, move
from offers.availability import Slot
from offers.services import hold
from skoleplus.core.clock import now


@transaction.atomic
def accept(*, collaboration: Collaboration, by: Any) -> Collaboration:
    """Both accept the same proposal: the times are held and the collaboration is agreed.

    Args:
        by: somebody who speaks for the school, or a ByLink.

    Raises:
        NotFree: the time has been taken meanwhile, has passed or lies in a holiday; nothing is written.
        Duplicate: the class has another live collaboration about the offer at the same time.
        DeadLink, NotAllowed, Outdated.
    """
    lock_all(collaboration)
    who = move(collaboration, "accept", side=Side.SCHOOL, by=by, agreed_at=now())
    proposal = collaboration.newest_proposal
    slots = [Slot(row.starts_at, row.ends_at) for row in proposal.sessions.all()]
    _no_agreed_twin(collaboration, slots)
    proposal.school_accepted_at = now()
    proposal.save(update_fields=["school_accepted_at"])
    bookings = hold(offer=collaboration.offer, sessions=slots, pupils=proposal.pupils, by=who)
    Session.objects.bulk_create(
        Session(collaboration=collaboration, booking=booking, starts_at=starts_at, ends_at=ends_at)
        for booking, (starts_at, ends_at) in zip(bookings, slots, strict=True)
    )
    emails.agreed(collaboration)
    return collaboration


def _no_agreed_twin(collaboration: Collaboration, slots: list[Slot]) -> None:
    agreed = Collaboration.objects.agreed().exclude(pk=collaboration.pk)
    twin = queries.twin(
        agreed, offer=collaboration.offer, school_class=collaboration.school_class, sessions=slots
    )
    if twin:
        raise Duplicate(twin)


@transaction.atomic
def turn_down(*, collaboration: Collaboration, by: Any, note: str = "") -> Collaboration:
    """The school declines a yes or another time. Raises DeadLink, NotAllowed, Outdated."""
    lock_all(collaboration)
    move(collaboration, "turn_down", side=Side.SCHOOL, by=by, note=note)
    emails.declined(collaboration, by=Side.SCHOOL)
    return collaboration


@transaction.atomic
def withdraw(*, collaboration: Collaboration, by: Any, note: str = "") -> Collaboration:
    """The school takes its inquiry back before anything is agreed. Raises NotAllowed, Outdated."""
    lock_all(collaboration)
    move(collaboration, "withdraw", side=Side.SCHOOL, by=by, note=note)
    emails.withdrawn(collaboration)
    return collaboration
