"""How an association comes into being."""

import uuid
from typing import Any

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from associations import rules
from associations.enums import Role
from associations.models import Association, Membership
from associations.services.profile import write_profile
from skoleplus.core.clock import now
from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.core.slugs import free_slug
from skoleplus.core.workflow import write_log
from skoleplus.municipalities.models import Municipality

# Words that stand where a slug stands in the addresses of this room.
RESERVED = ("tilmeld", "invitation")


def register(
    *, by: Any, municipality: Municipality, form_id: uuid.UUID, name: str, kind: str, **contact: Any
) -> Association:
    """Make an association, its first owner and an open draft of its profile.

    The same form sent twice (double click, back button, replay) gives the same association.

    Args:
        by: the person who becomes its owner; the e-mail must be confirmed.
        form_id: sent along by the form, made anew for every form shown.
        contact: cvr, contact_name, email, phone, address, postcode, city.

    Raises:
        NotAllowed: the person has no confirmed e-mail, or the form belongs to somebody else.
        Refused: the municipality has an association of this name or CVR number already, or the portal has
            no municipality yet.
    """
    if not municipality:
        raise Refused(_("This portal is still being set up. Come back in a few days."))
    if not EmailAddress.objects.filter(user=by, verified=True).exists():
        raise NotAllowed(_("Confirm your e-mail address first. The code is in the mail we sent you."))
    try:
        with transaction.atomic():
            return _sent_before(by, form_id) or _create(by, municipality, form_id, name, kind, contact)
    except IntegrityError:
        # The same form or the same number arrived twice at the same moment; the other one was first.
        with transaction.atomic():
            found = _sent_before(by, form_id)
        if found is None:
            raise _taken(municipality) from None
        return found


def _sent_before(by: Any, form_id: uuid.UUID) -> Association | None:
    found = Association.objects.filter(form_id=form_id).first()
    if found is not None and not found.memberships.filter(user=by).exists():
        raise NotAllowed(_("This form has been used. Open it anew from the menu."))
    return found


def _create(
    by: Any, municipality: Municipality, form_id: uuid.UUID, name: str, kind: str, contact: dict[str, Any]
) -> Association:
    # One at a time per municipality, so that two people of one club cannot register it in the same second.
    Municipality.objects.select_for_update(of=("self",), no_key=True).get(pk=municipality.pk)
    same = Association.objects.filter(municipality=municipality, name__iexact=name)
    if not (again := _sent_before(by, form_id)) and same.exists():
        raise _taken(municipality)
    if again:
        return again
    association = Association.objects.create(
        municipality=municipality,
        form_id=form_id,
        slug=free_slug(Association, name, fallback="forening", reserved=RESERVED),
        name=name,
        kind=kind,
        created_at=now(),
        **{**contact, "cvr": contact.get("cvr") or None},
    )
    Membership.objects.create(association=association, user=by, role=Role.OWNER, since=now())
    rules.forget_roles(by)
    write_log(association, "register", "", by=by)
    write_profile(association=association, by=by, words={})
    return association


def _taken(municipality: Municipality) -> Refused:
    return Refused(
        _(
            "An association with this name or CVR number is registered already. Ask its owner to invite you, "
            "or write to %(contact)s."
        )
        % {"contact": municipality.contact_email or municipality.name}
    )
