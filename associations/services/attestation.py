"""The yearly declaration on child-protection certificates and insurance."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from associations import attestations
from associations.models import Association, Attestation
from skoleplus.core.clock import now
from skoleplus.core.personal_numbers import looks_like_cpr
from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.core.workflow import lock, write_log


@transaction.atomic
def declare_attestation(
    *,
    association: Association,
    by: Any,
    signed_by: str,
    signed_on: dt.date,
    valid_until: dt.date,
    certificates: bool,
    insured: bool,
) -> Attestation:
    """Store that the authorised signatory declares both; declaring the same again changes nothing.

    Never stored: the certificate itself, and personal numbers (folkeoplysningsloven § 4 stk. 4 asks for the
    association's declaration only).

    Args:
        signed_by: name of the authorised signatory.
        signed_on: the day of the declaration, today or earlier.
        valid_until: last day it holds, at most 13 months after the day it was signed.

    Raises:
        NotAllowed: the actor does not write for the association.
        Refused: a tick is missing, the dates do not fit, or the name holds a personal number.
    """
    if not association.can_edit(by):
        raise NotAllowed(_("You do not write for %(association)s.") % {"association": association})
    if not (certificates and insured):
        raise Refused(_("Both must be in order before you can declare it: certificates and insurance."))
    if looks_like_cpr(signed_by):
        raise Refused(_("This looks like a personal number (CPR). We never store those: delete it."))
    if problem := attestations.problem_with(signed_on, valid_until):
        raise Refused(problem)
    lock(association)
    declared, is_new = Attestation.objects.get_or_create(
        association=association,
        signed_on=signed_on,
        valid_until=valid_until,
        defaults={"signed_by": signed_by, "declared_at": now(), "declared_by": by},
    )
    if is_new:
        write_log(association, "attest", association.state, by=by, note=valid_until.isoformat())
    return declared
