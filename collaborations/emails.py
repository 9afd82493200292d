"""What the two parties are told by mail: once per event and person, with the dates and a way to answer."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.urls import reverse

from collaborations import people
from collaborations.calendar import calendar
from collaborations.enums import PURPOSE, Side, State, other
from collaborations.models import Collaboration
from skoleplus.core import links
from skoleplus.municipalities.emails import brand, consultants
from skoleplus.notifications.outbox import Message, queue
from skoleplus.notifications.recipients import Recipient

LINKS_LIVE = dt.timedelta(days=30)


def inquiry(collaboration: Collaboration) -> None:
    """The inquiry to the association, and a receipt to the teacher."""
    found = people.answering(collaboration, Side.ASSOCIATION)
    for recipient in found:
        _send(collaboration, Side.ASSOCIATION, recipient, "inquiry", question=True)
    if not found:
        # Nobody would ever see it; the consultant knows whom to ring up.
        for recipient in consultants(collaboration.offer.municipality):
            _send(collaboration, Side.ASSOCIATION, recipient, "unreachable")
    _tell(collaboration, Side.SCHOOL, "receipt")


def answered(collaboration: Collaboration) -> None:
    """A yes or another time, to the school."""
    name = "yes" if collaboration.state == State.PROPOSAL else "other_time"
    _tell(collaboration, Side.SCHOOL, name, question=True)


def agreed(collaboration: Collaboration) -> None:
    """The agreement, to both."""
    for side in Side:
        _tell(collaboration, side, "agreed")


def declined(collaboration: Collaboration, *, by: str) -> None:
    """A no, to the other party.

    Args:
        by: the side that said it.
    """
    _tell(collaboration, other(by), "declined")


def withdrawn(collaboration: Collaboration) -> None:
    _tell(collaboration, Side.ASSOCIATION, "withdrawn")


def _tell(collaboration: Collaboration, side: str, name: str, *, question: bool = False) -> None:
    for recipient in people.answering(collaboration, side):
        _send(collaboration, side, recipient, name, question=question)


def _send(
    collaboration: Collaboration, side: str, recipient: Recipient, name: str, *, question: bool = False
) -> None:
    """One mail to one person of a side.

    Args:
        question: it waits for an answer, so a signed link comes along.
    """
    counterpart = people.contact(collaboration, other(side))
    answer_url = _answer_url(collaboration, side, recipient) if question else ""
    queue(
        Message(
            event=f"collaborations.{name}:{collaboration.pk}",
            to=recipient.email,
            user=recipient.user,
            template=f"collaborations/mail/{name}",
            context=_context(collaboration, side) | {"counterpart": counterpart, "answer_url": answer_url},
            brand=brand(collaboration.school.municipality),
            reply_to=counterpart.email,
            calendar=calendar(collaboration),
            secrets=[answer_url] if answer_url else [],
        )
    )


def _context(collaboration: Collaboration, side: str) -> dict[str, Any]:
    proposal = collaboration.newest_proposal
    newest = collaboration.log.last()
    return {
        "collaboration": collaboration,
        "offer_title": collaboration.title,
        "association": collaboration.offer.association,
        "proposal": proposal,
        "sessions": proposal.sessions.all(),
        "side": side,
        "note": newest.note if newest else "",
        "detail_url": settings.SITE_URL + reverse("collaborations:detail", args=[collaboration.pk]),
    }


def _answer_url(collaboration: Collaboration, side: str, recipient: Recipient) -> str:
    made = links.make(
        purpose=PURPOSE[side],
        object_id=collaboration.pk,
        email=recipient.email,
        user=recipient.user,
        name=recipient.user.name if recipient.user else "",
        valid_for=LINKS_LIVE,
    )
    return settings.SITE_URL + reverse(f"collaborations:answer_{side}", args=[made.token])
