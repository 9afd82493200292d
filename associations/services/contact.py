"""Who and where an association is: applies at once, is not screened, is logged."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from associations.models import Association
from skoleplus.core import after
from skoleplus.core.refusals import NotAllowed
from skoleplus.core.workflow import lock, write_log

FIELDS = ("contact_name", "email", "phone", "address", "postcode", "city", "lat", "lon")


@transaction.atomic
def change_contact(*, association: Association, by: Any, **contact: Any) -> list[str]:
    """Write contact data and return the names of the fields that changed.

    The log says which fields changed and who changed them, not what stood there: old phone numbers of
    volunteers are nobody's business for good.

    Args:
        contact: new values of some of FIELDS; lat and lon in degrees (WGS 84) or None.

    Raises:
        NotAllowed: the actor does not write for the association, or the field is not contact data.
    """
    if not association.can_edit(by):
        raise NotAllowed(_("You do not write for %(association)s.") % {"association": association})
    if unknown := set(contact) - set(FIELDS):
        raise NotAllowed(f"Not contact data: {', '.join(sorted(unknown))}")
    lock(association)
    changed = [name for name, value in contact.items() if getattr(association, name) != value]
    if not changed:
        return []
    for name in changed:
        setattr(association, name, contact[name])
    association.save(update_fields=changed)
    write_log(association, "contact", association.state, by=by, note=", ".join(changed))
    after.run("association_changed", association=association)
    return changed
