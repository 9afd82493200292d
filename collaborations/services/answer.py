"""The association answers an inquiry: yes, no, or another time."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from collaborations import emails, wishes
from collaborations.enums import Side
from collaborations.models import Collaboration
from collaborations.services.moves import lock_all, move, propose
from skoleplus.core.clock import now
from skoleplus.core.refusals import Refused


@transaction.atomic
def say_yes(*, collaboration: Collaboration, by: Any, note: str = "") -> Collaboration:
    """The association accepts the wished time, proposal 1.

    Args:
        by: a member of the association, or a ByLink.

    Raises:
        NotFree: the time has been taken or has passed meanwhile.
        DeadLink, NotAllowed, Outdated.
    """
    lock_all(collaboration)
    move(collaboration, "say_yes", side=Side.ASSOCIATION, by=by, note=note)
    proposal = collaboration.newest_proposal
    wishes.still_free(collaboration.offer, proposal)
    proposal.association_accepted_at = now()
    proposal.save(update_fields=["association_accepted_at"])
    emails.answered(collaboration)
    return collaboration


@transaction.atomic
def propose_other_time(
    *,
    collaboration: Collaboration,
    by: Any,
    time: str = "",
    own_day: dt.date | None = None,
    own_start: dt.time | None = None,
    note: str = "",
) -> Collaboration:
    """The association proposes another time.

    Args:
        by: a member of the association, or a ByLink.
        time: key of one of its free times, or empty:
        own_day, own_start: a local time that it opens for this class.

    Raises:
        NotFree: the time cannot be had; says why.
        Refused: it is the time the school asked for.
        DeadLink, NotAllowed, Outdated.
    """
    lock_all(collaboration)
    wished = collaboration.newest_proposal
    who = move(collaboration, "propose_other_time", side=Side.ASSOCIATION, by=by, note=note)
    if own_day and own_start:
        found = wishes.open_time(
            collaboration.offer, day=own_day, start=own_start, pupils=wished.pupils, by=who
        )
    else:
        found = wishes.free_time(collaboration.offer, time, pupils=wished.pupils, notice=False)
    if found.starts_at == wished.sessions.all()[0].starts_at:
        raise Refused(_("This is the time the school asked for. Say yes to it, or choose another one."))
    propose(
        collaboration,
        side=Side.ASSOCIATION,
        by=who,
        sessions=found.sessions,
        pupils=wished.pupils,
        place=wished.place,
        place_note=wished.place_note,
        price=wished.price,
        note=note,
    )
    emails.answered(collaboration)
    return collaboration


@transaction.atomic
def say_no(*, collaboration: Collaboration, by: Any, note: str = "") -> Collaboration:
    """The association declines. Raises DeadLink, NotAllowed, Outdated."""
    lock_all(collaboration)
    move(collaboration, "say_no", side=Side.ASSOCIATION, by=by, note=note)
    emails.declined(collaboration, by=Side.ASSOCIATION)
    return collaboration
