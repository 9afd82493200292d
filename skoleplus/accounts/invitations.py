"""Invitations by mail, the same for every room that has something to invite to.

A room makes a concrete `Invitation`, with what it grants, and writes two stories of its own around these: one
that invites and mails the link, one that accepts and grants.

    new = invitations.invite(MembershipInvitation, email=email, by=by,
                             scope={"association": association}, grant={"role": role})
    queue(emails.invited(new.invitation, new.token))    # with secrets=[new.token]

    invitation = invitations.accept(MembershipInvitation, token=token, by=by)
    Membership.objects.create(association=invitation.association, user=by, ...)

The page is `skoleplus.accounts.views.invitation_page`.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from skoleplus.accounts.models import Invitation, User, new_token
from skoleplus.core.clock import now
from skoleplus.core.refusals import NotAllowed, Refused

VALID_FOR = dt.timedelta(days=30)

I = TypeVar("I", bound=Invitation)  # noqa: E741


class DeadInvitation(Refused):
    """The invitation is unknown, used, taken back or too old."""

    def __init__(self, sentence: str, invitation: Invitation | None = None) -> None:
        super().__init__(sentence)
        self.invitation = invitation


class ForSomebodyElse(NotAllowed):
    """The invitation was sent to another mailbox than the signed-in person's."""


@dataclass(frozen=True)
class NewInvitation(Generic[I]):
    """The row and its token, which is known this one time only."""

    invitation: I
    token: str


@transaction.atomic
def invite(
    model: type[I],
    *,
    email: str,
    by: User | None,
    scope: dict[str, Any],
    grant: dict[str, Any] | None = None,
    valid_for: dt.timedelta = VALID_FOR,
) -> NewInvitation[I]:
    """Invite a mailbox; one that is invited already gets a new link and the old one dies.

    Args:
        model: the room's invitation.
        email: the mailbox; upper and lower case are the same.
        by: who invites, None for the portal itself.
        scope: fields that say to what (`{"association": association}`); unique with the mailbox.
        grant: further fields (`{"role": role}`); a second invitation replaces them.
        valid_for: how long the link can be used.
    """
    email = email.strip().lower()
    try:
        with transaction.atomic():
            token = new_token()
            invitation = model(email=email, **scope, **(grant or {}))
            _renew(invitation, token, by, valid_for)
            invitation.save()
    except IntegrityError:
        # Invited before, or this very moment by somebody else: the row is there, and one link is enough.
        waiting = model._default_manager.select_for_update(of=("self",)).filter(
            email=email, accepted_at=None, revoked_at=None, **scope
        )
        invitation = waiting.get()
        for name, value in (grant or {}).items():
            setattr(invitation, name, value)
        _renew(invitation, token, by, valid_for)
        invitation.save()
    return NewInvitation(invitation, token)


@transaction.atomic
def resend(*, invitation: I, by: User | None, valid_for: dt.timedelta = VALID_FOR) -> NewInvitation[I]:
    """Make a new link for an invitation that was not answered; the old link dies.

    Raises:
        DeadInvitation: it was accepted or taken back.
    """
    invitation = _locked(invitation)
    if invitation.accepted_at or invitation.revoked_at:
        _refuse_dead(invitation)
    token = new_token()
    _renew(invitation, token, by, valid_for)
    invitation.save()
    return NewInvitation(invitation, token)


@transaction.atomic
def revoke(*, invitation: I) -> I:
    """Take an invitation back; one that is taken back already stays so.

    Raises:
        DeadInvitation: it has been accepted.
    """
    invitation = _locked(invitation)
    if invitation.accepted_at:
        _refuse_dead(invitation)
    if invitation.revoked_at is None:
        invitation.revoked_at = now()
        invitation.save(update_fields=["revoked_at"])
    return invitation


def find(model: type[I], *, token: str) -> I:
    """The invitation a link belongs to, to show what it is about; writes nothing.

    Raises:
        DeadInvitation: with a sentence that says what to do instead.
    """
    found = model._default_manager.select_related().filter(token_hash=_hash(token)).first()
    if found is None:
        raise DeadInvitation(
            _("We do not know this invitation. Open the newest mail about it, or ask for a new one.")
        )
    if not found.is_open:
        _refuse_dead(found)
    return found


@transaction.atomic
def accept(model: type[I], *, token: str, by: User) -> I:
    """Spend an invitation; the room's story grants in the same transaction.

    The link was mailed to the invited mailbox, so whoever uses it has shown that the mailbox is theirs.

    Raises:
        DeadInvitation: unknown, used, taken back or too old.
        ForSomebodyElse: the person's own mailbox is another.
    """
    invitation = _locked(find(model, token=token))
    if not invitation.is_open:
        _refuse_dead(invitation)
    if not is_for(invitation, by):
        raise ForSomebodyElse(
            _("The invitation was sent to %(email)s. Sign in with that address to accept it.")
            % {"email": invitation.email}
        )
    _verify_mailbox(by, invitation.email)
    invitation.accepted_at, invitation.accepted_by = now(), by
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    return invitation


def is_for(invitation: Invitation, user: Any) -> bool:
    """Whether the invited mailbox is the person's own: the account's address, or another verified one."""
    email = invitation.email.lower()
    if not user.is_authenticated:
        return False
    return (user.email or "").lower() == email or EmailAddress.objects.filter(
        user=user, email__iexact=email, verified=True
    ).exists()


def _verify_mailbox(user: User, email: str) -> None:
    address, _new = EmailAddress.objects.get_or_create(
        user=user, email=email, defaults={"primary": not EmailAddress.objects.filter(user=user).exists()}
    )
    address.set_verified()


def _renew(invitation: Invitation, token: str, by: User | None, valid_for: dt.timedelta) -> None:
    invitation.token_hash = _hash(token)
    invitation.invited_by, invitation.invited_at = by, now()
    invitation.expires_at = now() + valid_for


def _locked(invitation: I) -> I:
    rows = type(invitation)._default_manager.select_for_update(of=("self",)).select_related()
    return rows.get(pk=invitation.pk)


def _refuse_dead(invitation: Invitation) -> None:
    if invitation.accepted_at:
        sentence = _("This invitation has been accepted. Sign in to go on.")
    elif invitation.revoked_at:
        sentence = _("This invitation was taken back. Ask the person who invited you.")
    else:
        sentence = _("This invitation has expired. Ask the person who invited you for a new one.")
    raise DeadInvitation(sentence, invitation)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
