"""Who works at a school: joining and leaving."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from schools import rules
from schools.enums import Role
from schools.models import Membership, School
from schools.queries import schools_to_join
from skoleplus.core.clock import now
from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.core.workflow import lock, write_log


@transaction.atomic
def join_by_domain(*, school: School, by: Any) -> Membership:
    """Join as a teacher, because the school owns the domain of one's verified e-mail address.

    Joining twice is joining once.

    Raises:
        NotAllowed: no verified address of the user is in a domain of the school.
    """
    lock(school)
    present = school.memberships.filter(user=by).first()
    if present:
        return present
    if not schools_to_join(by).filter(pk=school.pk).exists():
        raise NotAllowed(
            _(
                "Your e-mail address does not tell us that you work at %(school)s. "
                "Ask the school's leader to invite you."
            )
            % {"school": school}
        )
    return add_staff(school=school, user=by, role=Role.TEACHER, how="join_by_domain")


def add_staff(*, school: School, user: Any, role: str, how: str) -> Membership:
    """Put a person on the staff; part of a story that has locked the school and checked the right to join.

    A teacher who is invited as a leader becomes one; a leader never becomes a teacher by this.
    """
    membership, new = Membership.objects.get_or_create(
        school=school, user=user, defaults={"role": role, "since": now()}
    )
    rises = role == Role.LEADER and membership.role != Role.LEADER
    if rises:
        membership.role = role
        membership.save(update_fields=["role"])
    if new or rises:
        write_log(school, how, school.state, by=user, note=str(Role(role).label))
        rules.forget_roles(user)
    return membership


@transaction.atomic
def remove_staff(*, membership: Membership, by: Any) -> None:
    """Take somebody off the staff; what they have asked for stays with the school's leaders.

    Raises:
        NotAllowed: not a leader of the school.
        Refused: the school would have no leader left.
    """
    school = lock(membership.school)
    leaders = school.memberships.filter(role=Role.LEADER)
    # Asked anew under the lock: two leaders may be removing each other.
    if not leaders.filter(user=by).exists():
        raise NotAllowed(_("Only a leader of the school can do this."))
    if membership.role == Role.LEADER and not leaders.exclude(pk=membership.pk).exists():
        raise Refused(
            _("You are the only leader of %(school)s. Invite another leader first.") % {"school": school}
        )
    removed, _models = school.memberships.filter(pk=membership.pk).delete()
    if removed:
        write_log(school, "remove_staff", school.state, by=by, note=str(membership.user))
