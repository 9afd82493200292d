"""Associations that another system sends us (handover): nobody need belong to them here yet."""

import datetime as dt
from typing import Any

from django.db import transaction

from associations.models import Association, Attestation
from associations.services.registration import RESERVED
from skoleplus.core import after
from skoleplus.core.clock import now, today
from skoleplus.core.slugs import free_slug
from skoleplus.core.workflow import lock, write_log
from skoleplus.municipalities.models import Municipality


@transaction.atomic
def bring_association(
    *,
    municipality: Municipality,
    key: str,
    name: str,
    kind: str,
    facts: dict[str, Any],
    by: Any,
    by_name: str = "",
) -> tuple[Association, bool]:
    """The association with the sender's key, made where there is none, and whether it is new.

    Name and kind are words: they are taken for a new association only and follow its published profile
    from then on.

    Args:
        key: the sender's own id.
        facts: what applies at once: cvr, email, phone, address, postcode, city, lat, lon.
        by: who vouches for it, None for the operator, who is then named in `by_name`.
    """
    association = Association.objects.filter(municipality=municipality, key=key).first()
    is_new = association is None
    if association is None:
        association = Association(municipality=municipality, key=key, name=name, kind=kind, created_at=now())
        association.slug = free_slug(Association, name, fallback="forening", reserved=RESERVED)
        association.save()
        write_log(association, "import", "", by=by, by_name=by_name)
    else:
        lock(association)
    changed = [field for field, value in facts.items() if getattr(association, field) != value]
    for field in changed:
        setattr(association, field, facts[field])
    if changed:
        association.save(update_fields=changed)
        after.run("association_changed", association=association)
    if changed and not is_new:
        note = ", ".join(changed)
        write_log(association, "contact", association.state, by=by, by_name=by_name, note=note)
    return association, is_new


@transaction.atomic
def bring_attestation(
    *,
    association: Association,
    signed_by: str,
    signed_on: dt.date | None,
    valid_until: dt.date,
    by: Any,
    by_name: str = "",
) -> Attestation:
    """Take over a declaration that the association gave elsewhere; the same one again changes nothing.

    Args:
        signed_by: the authorised signatory, empty where the sender does not know.
        signed_on: the day it was signed; where the sender does not know, the day we heard of it.
        valid_until: last day it holds.
    """
    declared = association.attestations.filter(valid_until=valid_until)
    if signed_on is not None:
        declared = declared.filter(signed_on=signed_on)
    if present := declared.first():
        return present
    heard = min(today(), valid_until - dt.timedelta(days=1))
    attestation = Attestation.objects.create(
        association=association,
        signed_by=signed_by,
        signed_on=signed_on or heard,
        valid_until=valid_until,
        declared_at=now(),
        declared_by=by,
    )
    note = valid_until.isoformat()
    write_log(association, "attest", association.state, by=by, by_name=by_name, note=note)
    return attestation
