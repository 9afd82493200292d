"""What a school's leaders and the consultant keep: e-mail domains and the places of the intranet."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from schools import rules
from schools.domains import is_shared, normalise
from schools.models import EmailDomain, IntranetOrigin, School
from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.core.workflow import lock, write_log


@transaction.atomic
def add_domain(*, school: School, domain: str, by: Any) -> EmailDomain:
    """Let everybody with a verified address in the domain join the school.

    Raises:
        NotAllowed: neither a leader nor the consultant.
        Refused: everybody can have an address there, or another school has the domain.
    """
    _may_keep(school, by)
    domain = normalise(domain)
    if is_shared(domain):
        raise Refused(
            _("Anybody can have an address at %(domain)s, so it cannot be the school's own.")
            % {"domain": domain}
        )
    row, new = EmailDomain.objects.get_or_create(domain=domain, defaults={"school": school})
    if row.school_id != school.pk:
        raise Refused(_("Another school has %(domain)s. Ask the consultant.") % {"domain": domain})
    if new:
        write_log(school, "add_domain", school.state, by=by, note=domain)
    return row


@transaction.atomic
def remove_domain(*, domain: EmailDomain, by: Any) -> None:
    """Stop letting people join by this domain; who has joined stays. Raises NotAllowed."""
    _may_keep(domain.school, by)
    if EmailDomain.objects.filter(pk=domain.pk).delete()[0]:
        write_log(domain.school, "remove_domain", domain.school.state, by=by, note=domain.domain)


@transaction.atomic
def add_origin(*, school: School, origin: str, by: Any) -> IntranetOrigin:
    """Let a web origin ("https://intranet.example.dk") show the school's frame. Raises NotAllowed."""
    _may_keep(school, by)
    row, new = IntranetOrigin.objects.get_or_create(school=school, origin=origin)
    if new:
        write_log(school, "add_origin", school.state, by=by, note=origin)
    return row


@transaction.atomic
def remove_origin(*, origin: IntranetOrigin, by: Any) -> None:
    """Stop letting a web origin show the school's frame. Raises NotAllowed."""
    _may_keep(origin.school, by)
    if IntranetOrigin.objects.filter(pk=origin.pk).delete()[0]:
        write_log(origin.school, "remove_origin", origin.school.state, by=by, note=origin.origin)


def _may_keep(school: School, by: Any) -> None:
    lock(school)
    if not rules.may_keep(by, school):
        raise NotAllowed(_("Only a leader of the school or the consultant can do this."))
