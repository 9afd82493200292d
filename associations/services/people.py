"""Who writes and answers for an association."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from associations import emails, queries, rules
from associations.enums import Role
from associations.models import Association, Membership, MembershipInvitation
from skoleplus.accounts import invitations
from skoleplus.core.clock import now
from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.core.workflow import lock, write_log

MOST_OPEN = 30
# A second press within this time is the same press.
SAME_PRESS = dt.timedelta(minutes=1)


@transaction.atomic
def invite_member(*, association: Association, by: Any, email: str, role: str) -> MembershipInvitation:
    """Mail somebody a link that makes them a member; inviting again makes a new link, the old one dies.

    Args:
        email: the mailbox, to which accepting is bound.
        role: what they become, one of enums.Role.

    Raises:
        NotAllowed: the actor is no owner.
        Refused: the person is a member, or too many invitations are open.
    """
    lock(association)
    _must_be_owner(association, by)
    if association.memberships.filter(user__email__iexact=email).exists():
        raise Refused(_("%(email)s is here already.") % {"email": email})
    waiting = queries.open_invitations(association)
    if pressed_twice := waiting.filter(
        email__iexact=email, role=role, invited_by=by, invited_at__gt=now() - SAME_PRESS
    ).first():
        return pressed_twice
    if waiting.count() >= MOST_OPEN:
        raise Refused(_("Many invitations wait for an answer. Take some of them back first."))
    new = invitations.invite(
        MembershipInvitation, email=email, by=by, scope={"association": association}, grant={"role": role}
    )
    write_log(association, "invite", association.state, by=by)
    emails.invited(new.invitation, new.token)
    return new.invitation


@transaction.atomic
def accept_invitation(*, token: str, by: Any) -> Membership:
    """Become a member by the link from the mail. A member who is invited as owner becomes one.

    Raises:
        DeadInvitation: unknown, used, taken back or too old.
        ForSomebodyElse: the invited mailbox is not the actor's.
    """
    invitation = invitations.accept(MembershipInvitation, token=token, by=by)
    association = invitation.association
    membership, is_new = Membership.objects.get_or_create(
        association=association, user=by, defaults={"role": invitation.role, "since": now()}
    )
    if not is_new and invitation.role == Role.OWNER:
        membership.role = Role.OWNER
        membership.save(update_fields=["role"])
    rules.forget_roles(by)
    write_log(association, "join", association.state, by=by)
    return membership


@transaction.atomic
def revoke_invitation(*, invitation: MembershipInvitation, by: Any) -> None:
    """Take an invitation back; its link is dead from now on.

    Raises:
        NotAllowed: the actor is no owner.
        DeadInvitation: it has been accepted.
    """
    association = invitation.association
    lock(association)
    _must_be_owner(association, by)
    if invitation.revoked_at is None:
        invitations.revoke(invitation=invitation)
        write_log(association, "revoke_invitation", association.state, by=by)


@transaction.atomic
def remove_member(*, membership: Membership, by: Any) -> None:
    """Take somebody out of an association; removing somebody who is gone already changes nothing.

    The association's row is locked, so two owners who remove each other in the same moment do not leave it
    without one.

    Raises:
        NotAllowed: the actor is no owner.
        Refused: it would leave the association without an owner.
    """
    association = membership.association
    lock(association)
    _must_be_owner(association, by)
    present = association.memberships.filter(pk=membership.pk).first()
    if present is None:
        return
    others = association.memberships.filter(role=Role.OWNER).exclude(pk=present.pk)
    if present.role == Role.OWNER and not others.exists():
        raise Refused(_("An association needs an owner. Invite another owner first."))
    present.delete()
    write_log(association, "remove_member", association.state, by=by, note=str(membership.user))


def _must_be_owner(association: Any, by: Any) -> None:
    # Asked of the database and not of the request: the right may have been taken away a moment ago.
    if by is not None:
        rules.forget_roles(by)
    if not rules.may_manage_members(by, association):
        raise NotAllowed(_("Only an owner of the association can do this."))
