"""Times that another system sends with a new offer (handover)."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from offers.models import FixedDate, Offer, Window
from skoleplus.core.workflow import lock, write_log


@transaction.atomic
def bring_times(
    *,
    offer: Offer,
    windows: Sequence[dict[str, Any]],
    dates: Sequence[dict[str, Any]],
    by: Any,
    by_name: str = "",
) -> None:
    """Give an offer that has no times yet all of them at once, under one line of its log.

    Args:
        windows, dates: fields as for add_window and add_date; no two are the same.
        by: who vouches for the import, None for the operator, who is then named in `by_name`.
    """
    lock(offer)
    Window.objects.bulk_create(Window(offer=offer, **fields) for fields in windows)
    FixedDate.objects.bulk_create(FixedDate(offer=offer, **fields) for fields in dates)
    count = len(windows) + len(dates)
    if count:
        note = _("%(count)s from an import") % {"count": count}
        write_log(offer, "add_time", offer.state, by=by, by_name=by_name, note=note)
