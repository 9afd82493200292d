"""What every answer in a collaboration shares: the locks, the person, the links that are closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from collaborations import people
from collaborations.enums import PURPOSE, Side
from collaborations.models import Collaboration, Proposal, ProposalSession
from offers.availability import Slot
from skoleplus.core import links
from skoleplus.core.clock import now
from skoleplus.core.refusals import NotAllowed
from skoleplus.core.workflow import lock, perform


@dataclass(frozen=True)
class ByLink:
    """Somebody who answers from a mail without signing in.

    Args:
        token: of the signed link; it is spent by the story and given back when the story is refused.
        ip: written in the link's log.
    """

    token: str
    ip: str = ""


def lock_all(collaboration: Collaboration) -> None:
    """Lock what an answer touches, in the order of the house: class, association, offer, collaboration."""
    lock(collaboration.school_class)
    lock(collaboration.offer.association)
    lock(collaboration.offer)
    lock(collaboration)


def move(
    collaboration: Collaboration, name: str, *, side: str, by: Any, note: str = "", **changes: Any
) -> Any:
    """Take one step of the table for one side, and close the links that asked for it.

    Args:
        by: a user, or a ByLink.

    Returns:
        The user who acted, None for a mailbox without an account.

    Raises:
        DeadLink, NotAllowed, Outdated.
    """
    if not isinstance(by, ByLink):
        perform(collaboration, name, by=by, note=note, **changes)
        who = by
    else:
        # After the collaboration's lock: two who press at once wait there, not for each other's links.
        link = links.use(purpose=PURPOSE[side], token=by.token, ip=by.ip)
        _check(link, collaboration, side)
        who = link.user
        written = link.name or link.email
        perform(collaboration, name, by=who, by_name=written, note=note, as_system=True, **changes)
    for purpose in PURPOSE.values():
        links.revoke(purpose=purpose, object_id=collaboration.pk)
    return who


def _check(link: Any, collaboration: Collaboration, side: str) -> None:
    if link.object_id != collaboration.pk or not people.speaks_by_link(link, collaboration, side):
        raise NotAllowed(_("You may not answer this any more. Ask somebody who has the right role."))


def propose(
    collaboration: Collaboration, *, side: str, by: Any, sessions: Sequence[Slot], **terms: Any
) -> Proposal:
    """Write the next proposal; the side that makes it accepts it by making it.

    Args:
        sessions: from and to, in UTC.
        terms: pupils, place, place_note, price (øre), note.
    """
    accepted = "school_accepted_at" if side == Side.SCHOOL else "association_accepted_at"
    proposal = Proposal.objects.create(
        collaboration=collaboration,
        number=collaboration.proposals.count() + 1,
        side=side,
        made_by=by,
        made_at=now(),
        **{accepted: now()},
        **terms,
    )
    ProposalSession.objects.bulk_create(
        ProposalSession(proposal=proposal, starts_at=slot.starts_at, ends_at=slot.ends_at)
        for slot in sessions
    )
    return proposal
