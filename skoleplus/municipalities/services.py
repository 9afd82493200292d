"""Who works for a municipality, how it looks, and when its schools are closed."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from skoleplus.accounts.models import User
from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.core.workflow import lock
from skoleplus.municipalities import emails, rules
from skoleplus.municipalities.enums import Role
from skoleplus.municipalities.models import Holiday, Member, Municipality
from skoleplus.notifications.outbox import queue


@transaction.atomic
def bring_municipality(*, code: str, name: str, by: User | None) -> Municipality:
    """The municipality with this code, made where there is none; its name follows what was sent.

    Args:
        by: who imports, None for the operator; the right to import is the operator's to give.
    """
    municipality, _is_new = Municipality.objects.get_or_create(code=code, defaults={"name": name})
    if municipality.name != name:
        municipality.name = name
        municipality.save(update_fields=["name"])
    return municipality


@transaction.atomic
def describe_municipality(*, municipality: Municipality, by: User | None, **fields: Any) -> Municipality:
    """Set how the municipality looks and whom to ask: colours, contact, address, statements.

    Raises:
        NotAllowed: the actor does not administer this municipality.
        ValidationError: a colour or an address that cannot be one.
    """
    _only_administrators(municipality, by)
    for name, value in fields.items():
        setattr(municipality, name, value)
    municipality.full_clean()
    municipality.save(update_fields=list(fields))
    return municipality


@transaction.atomic
def add_member(*, municipality: Municipality, user: User, role: str, by: User | None) -> Member:
    """Make somebody a consultant or administrator; somebody who is that already stays it.

    Args:
        by: an administrator of the municipality, or None for the operator.

    Raises:
        NotAllowed: the actor does not administer this municipality.
    """
    _only_administrators(municipality, by)
    member, new = Member.objects.get_or_create(municipality=municipality, user=user, role=role)
    if new:
        queue(emails.member_added(member))
    return member


@transaction.atomic
def remove_member(*, member: Member, by: User | None) -> None:
    """Take a role away; what the person did stays in the logs.

    Raises:
        NotAllowed: the actor does not administer this municipality.
        Refused: the last administrator, unless the operator does it.
    """
    municipality = member.municipality
    _only_administrators(municipality, by)
    lock(municipality)
    others = municipality.members.filter(role=Role.ADMINISTRATOR).exclude(pk=member.pk)
    if by is not None and member.role == Role.ADMINISTRATOR and not others.exists():
        raise Refused(_("Somebody must administer the municipality. Add another administrator first."))
    queue(emails.member_removed(member))
    member.delete()


@transaction.atomic
def add_holiday(
    *, municipality: Municipality, name: str, first_day: dt.date, last_day: dt.date, by: User | None
) -> Holiday:
    """Close the schools from the first to the last day, both included. No offer has free times then.

    Raises:
        NotAllowed: the actor does not administer this municipality.
        Refused: the days are in the wrong order, or the holiday is there already.
    """
    _only_administrators(municipality, by)
    if first_day > last_day:
        raise Refused(_("The last day comes before the first. Swap them."))
    try:
        with transaction.atomic():
            return Holiday.objects.create(
                municipality=municipality, name=name, first_day=first_day, last_day=last_day
            )
    except IntegrityError:
        raise Refused(_("%(name)s on that day is in the list already.") % {"name": name}) from None


@transaction.atomic
def remove_holiday(*, holiday: Holiday, by: User | None) -> None:
    """Open the schools again on those days.

    Raises:
        NotAllowed: the actor does not administer this municipality.
    """
    _only_administrators(holiday.municipality, by)
    holiday.delete()


def _only_administrators(municipality: Municipality, by: User | None) -> None:
    if by is not None and not rules.is_administrator(by, municipality):
        raise NotAllowed(
            _("Only an administrator of %(municipality)s may do this.") % {"municipality": municipality}
        )
