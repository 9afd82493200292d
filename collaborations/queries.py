"""Questions about collaborations that stories and pages ask."""

from collections.abc import Sequence
from typing import Any

from collaborations.models import Collaboration
from collaborations.querysets import CollaborationQuerySet
from offers.availability import Slot


def twin(
    among: CollaborationQuerySet, *, offer: Any, school_class: Any, sessions: Sequence[Slot]
) -> Collaboration | None:
    """A collaboration of the same class about the same offer at one of these times, if there is one.

    Args:
        among: which collaborations count, `Collaboration.objects.live()` for example.
        sessions: from and to, in UTC.
    """
    for row in among.filter(offer=offer, school_class=school_class).with_proposals().order_by("pk"):
        if any(_meet(theirs, slot) for theirs in row.newest_proposal.sessions.all() for slot in sessions):
            return row
    return None


def _meet(row: Any, slot: Slot) -> bool:
    return row.starts_at < slot.ends_at and slot.starts_at < row.ends_at
