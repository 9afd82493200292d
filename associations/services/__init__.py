"""What happens to an association. One module per part of its life; other rooms import from here."""

from associations.services.attestation import declare_attestation
from associations.services.contact import change_contact
from associations.services.people import accept_invitation, invite_member, remove_member, revoke_invitation
from associations.services.profile import (
    approve_profile,
    discard_profile,
    reject_profile,
    request_profile_changes,
    submit_profile,
    withdraw_profile,
    write_profile,
)
from associations.services.registration import register

__all__ = [
    "accept_invitation",
    "approve_profile",
    "change_contact",
    "declare_attestation",
    "discard_profile",
    "invite_member",
    "register",
    "reject_profile",
    "remove_member",
    "request_profile_changes",
    "revoke_invitation",
    "submit_profile",
    "withdraw_profile",
    "write_profile",
]
