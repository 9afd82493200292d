"""Questions about an association that several rooms ask."""

from django.db.models import QuerySet

from associations.enums import Role
from associations.models import Association, Attestation, Membership, MembershipInvitation
from skoleplus.core.clock import now, today
from skoleplus.notifications.recipients import Recipient, of_users, or_else


def recipients(association: Association) -> list[Recipient]:
    """Members who can be written to, or the association's public mailbox when there are none."""
    memberships = association.memberships.select_related("user").order_by("pk")
    return or_else(of_users(row.user for row in memberships), association.email)


def current_attestation(association: Association) -> Attestation | None:
    """The declaration that is valid today and lasts longest."""
    return association.attestations.filter(valid_until__gte=today()).first()


def open_invitations(association: Association) -> QuerySet[MembershipInvitation]:
    """Those that can still be accepted, oldest first."""
    waiting = association.invitations.filter(accepted_at=None, revoked_at=None, expires_at__gt=now())
    return waiting.order_by("invited_at", "pk")


def only_owner(association: Association) -> Membership | None:
    """The owner who cannot leave before there is another; None when there are several."""
    owners = list(association.memberships.filter(role=Role.OWNER)[:2])
    return owners[0] if len(owners) == 1 else None
