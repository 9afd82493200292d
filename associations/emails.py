"""What an association's people, and the consultants who screen it, are told by mail."""

from collections.abc import Iterable
from typing import Any

from associations.models import MembershipInvitation, ProfileVersion
from skoleplus.municipalities.emails import brand, consultants
from skoleplus.notifications.outbox import Message, queue
from skoleplus.notifications.recipients import Recipient, of_users, or_else


def _queue(
    recipient: Recipient,
    name: str,
    event: object,
    association: Any,
    secrets: tuple[str, ...] = (),
    **context: Any,
) -> None:
    municipality = association.municipality
    queue(
        Message(
            event=f"associations.{name}:{event}",
            to=recipient.email,
            user=recipient.user,
            template=f"associations/mail/{name}",
            context={"association": association, "municipality": municipality} | context,
            brand=brand(municipality),
            secrets=secrets,
        )
    )


def profile_submitted(version: ProfileVersion, by: Any, *, again: bool) -> None:
    """A receipt to the sender; word to the consultants that something waits.

    Args:
        by: who sent it. An import (None) tells nobody: its summary says it all at once.
        again: the consultant has asked for changes in this version before.
    """
    if by is None:
        return
    association, sent = version.subject, version.log.latest("pk").pk
    facts: dict[str, Any] = {"version": version, "sender": by, "again": again}
    for recipient in or_else(of_users([by]), association.email):
        _queue(recipient, "profile_received", sent, association, **facts)
    for recipient in consultants(association.municipality):
        _queue(recipient, "profile_waiting", sent, association, **facts)


def profile_decided(version: ProfileVersion, decision: str, note: str, to: Iterable[Recipient]) -> None:
    """Tell the members what the consultant decided.

    Args:
        decision: "approved", "changes_requested" or "rejected"; names the template.
    """
    decided = version.log.latest("pk")
    for recipient in to:
        name = f"profile_{decision}"
        _queue(recipient, name, decided.pk, version.subject, version=version, note=note)


def invited(invitation: MembershipInvitation, token: str) -> None:
    """The link that lets the invited mailbox in; blanked in the outbox once it is sent."""
    event = f"{invitation.pk}:{invitation.invited_at.isoformat()}"
    _queue(
        Recipient(invitation.email),
        "invitation",
        event,
        invitation.association,
        secrets=(token,),
        invitation=invitation,
        token=token,
    )
