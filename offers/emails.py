"""What an association and the consultants are told about an offer by mail."""

from typing import Any

from associations.queries import recipients
from offers.models import OfferVersion
from skoleplus.municipalities.emails import brand, consultants
from skoleplus.notifications.outbox import Message, queue
from skoleplus.notifications.recipients import Recipient, of_users, or_else


def submitted(version: OfferVersion, by: Any, *, again: bool) -> None:
    """A receipt to the sender; word to the consultants that something waits.

    Args:
        by: who sent it. An import (None) tells nobody: its summary says it all at once.
        again: the consultant has seen an earlier text of this version.
    """
    if by is None:
        return
    facts = {"sender": by, "again": again}
    for recipient in or_else(of_users([by]), version.subject.association.email):
        _queue(recipient, "offer_received", version, **facts)
    for recipient in consultants(version.municipality):
        _queue(recipient, "offer_waiting", version, **facts)


def decided(version: OfferVersion, decision: str, note: str) -> None:
    """Tell the members what the consultant decided.

    Args:
        decision: "approved", "changes_requested" or "rejected"; names the template.
    """
    for recipient in recipients(version.subject.association):
        _queue(recipient, f"offer_{decision}", version, note=note, consultant=version.municipality)


def _queue(recipient: Recipient, name: str, version: OfferVersion, **facts: Any) -> None:
    """The event is the newest row of the log: what is told once is that this happened."""
    offer = version.subject
    context = {"version": version, "offer": offer, "association": offer.association, **facts}
    queue(
        Message(
            event=f"offers.{name}:{version.log.latest('pk').pk}",
            to=recipient.email,
            user=recipient.user,
            template=f"offers/mail/{name}",
            context=context,
            brand=brand(version.municipality),
            reply_to=version.municipality.contact_email,
        )
    )
