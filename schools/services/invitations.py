"""Inviting people to a school, and what accepting gives."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from schools import emails, rules
from schools.models import Membership, School, StaffInvitation
from schools.services.staff import add_staff
from skoleplus.accounts import invitations
from skoleplus.core.clock import now
from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.core.workflow import lock, write_log

MOST_OPEN = 100
# A second press within this time is the same press.
SAME_PRESS = dt.timedelta(minutes=1)


@transaction.atomic
def invite_staff(*, school: School, email: str, role: str, by: Any) -> StaffInvitation:
    """Invite a mailbox to the school; inviting it again sends a new link and the old one dies.

    Args:
        role: of schools.enums.Role.

    Raises:
        NotAllowed: neither a leader nor the consultant.
        Refused: the person works there already, or too many invitations are open.
    """
    _may_invite(school, by)
    if school.memberships.filter(user__email__iexact=email.strip()).exists():
        raise Refused(_("%(email)s is on the school's staff already.") % {"email": email.strip()})
    waiting = school.invitations.filter(accepted_at=None, revoked_at=None, expires_at__gt=now())
    pressed_twice = waiting.filter(
        email__iexact=email.strip(), role=role, invited_by=by, invited_at__gt=now() - SAME_PRESS
    ).first()
    if pressed_twice:
        return pressed_twice
    if waiting.count() >= MOST_OPEN:
        raise Refused(_("Many invitations wait for an answer. Take some of them back first."))
    new = invitations.invite(
        StaffInvitation, email=email, by=by, scope={"school": school}, grant={"role": role}
    )
    write_log(school, "invite_staff", school.state, by=by, note=new.invitation.email)
    emails.invited(new.invitation, new.token)
    return new.invitation


@transaction.atomic
def revoke_invitation(*, invitation: StaffInvitation, by: Any) -> None:
    """Take an invitation back. Raises NotAllowed, or DeadInvitation when it has been accepted."""
    _may_invite(invitation.school, by)
    invitations.revoke(invitation=invitation)
    write_log(invitation.school, "revoke_invitation", invitation.school.state, by=by, note=invitation.email)


@transaction.atomic
def accept_invitation(*, token: str, by: Any) -> Membership:
    """Join the school one was invited to, with the role of the invitation; never a lower one than before.

    Raises:
        DeadInvitation: unknown, used, taken back or too old.
        ForSomebodyElse: it was sent to another mailbox.
    """
    school = lock(invitations.find(StaffInvitation, token=token).school)
    invitation = invitations.accept(StaffInvitation, token=token, by=by)
    return add_staff(school=school, user=by, role=invitation.role, how="accept_invitation")


def _may_invite(school: School, by: Any) -> None:
    lock(school)
    if not rules.may_keep(by, school):
        raise NotAllowed(_("Only a leader of the school or the consultant can do this."))
