"""When an offer can be held. Applies at once, is logged, and never leaves a held booking without its time."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from offers import availability, calendars, words
from offers.availability import Slot
from offers.enums import BookingState
from offers.models import FixedDate, InstructorGroup, Offer, Window
from offers.services.editing import change_facts
from skoleplus.core import danish
from skoleplus.core.clock import now
from skoleplus.core.refusals import NotAllowed, Outdated, Refused
from skoleplus.core.workflow import lock, write_log

MAX_ROWS = 100


@transaction.atomic
def add_window(*, offer: Offer, by: Any, **fields: Any) -> Window:
    """Add a weekly window: weekday (1 = Monday), starts, ends, first_day, last_day, parallel; local times.

    One that is there already is returned as it is, so a form sent twice adds one.

    Raises:
        NotAllowed: not a member of the association.
        Refused: there are too many.
    """
    _open(offer, by)
    _check_room(offer.windows.count())
    identity = {name: fields[name] for name in ("weekday", "starts", "ends", "first_day", "last_day")}
    row, is_new = Window.objects.get_or_create(
        offer=offer, **identity, defaults={"parallel": fields.get("parallel", 1)}
    )
    if is_new:
        _log(offer, "add_time", by, words.window(row))
    return row


@transaction.atomic
def change_window(*, window: Window, by: Any, **fields: Any) -> Window:
    """Change a weekly window.

    Raises:
        NotAllowed: not a member of the association.
        Refused: a held booking would lose its time, or the window is there already.
        Outdated: it has been removed meanwhile.
    """
    _open(window.offer, by)
    _still_there(window)
    before = words.window(window)
    for name, value in fields.items():
        setattr(window, name, value)
    _save_once(window)
    _keep_bookings(window.offer)
    if words.window(window) != before:
        _log(window.offer, "change_time", by, f"{before} → {words.window(window)}")
    return window


@transaction.atomic
def remove_window(*, window: Window, by: Any) -> None:
    """Remove a weekly window. Raises NotAllowed, or Refused when a held booking would lose its time."""
    offer = window.offer
    _open(offer, by)
    text = words.window(window)
    if not Window.objects.filter(pk=window.pk).delete()[0]:
        return
    _keep_bookings(offer)
    _log(offer, "remove_time", by, text)


@transaction.atomic
def add_date(*, offer: Offer, by: Any, **fields: Any) -> FixedDate:
    """Add a fixed date: day, starts, ends, capacity (pupils); local times.

    One that begins at the same time is returned as it is, so a form sent twice adds one.

    Raises:
        NotAllowed: not a member of the association.
        Refused: there are too many.
    """
    _open(offer, by)
    _check_room(offer.fixed_dates.count())
    row, is_new = FixedDate.objects.get_or_create(
        offer=offer, day=fields["day"], starts=fields["starts"], defaults=fields
    )
    if is_new:
        _log(offer, "add_time", by, words.fixed_date(row))
    return row


@transaction.atomic
def change_date(*, date: FixedDate, by: Any, **fields: Any) -> FixedDate:
    """Change a fixed date.

    Raises:
        NotAllowed: not a member of the association.
        Refused: somebody has booked it and would lose the time or the places.
        Outdated: it has been removed meanwhile.
    """
    _open(date.offer, by)
    _still_there(date)
    before = words.fixed_date(date)
    moved = any(
        fields.get(name, getattr(date, name)) != getattr(date, name) for name in ("day", "starts", "ends")
    )
    if date.taken and moved:
        raise Refused(_booked_date(date.taken))
    if fields.get("capacity", date.capacity) < date.taken:
        raise Refused(_booked_date(date.taken))
    for name, value in fields.items():
        setattr(date, name, value)
    _save_once(date)
    if words.fixed_date(date) != before:
        _log(date.offer, "change_time", by, f"{before} → {words.fixed_date(date)}")
    return date


@transaction.atomic
def remove_date(*, date: FixedDate, by: Any) -> None:
    """Remove a fixed date. Raises NotAllowed, or Refused when somebody has booked it."""
    _open(date.offer, by)
    if not FixedDate.objects.filter(pk=date.pk).exists():
        return
    date.refresh_from_db(fields=["taken"])
    if date.taken:
        raise Refused(_booked_date(date.taken))
    date.bookings.update(fixed_date=None)
    text = words.fixed_date(date)
    FixedDate.objects.filter(pk=date.pk).delete()
    _log(date.offer, "remove_time", by, text)


@transaction.atomic
def set_instructors(*, offer: Offer, by: Any, name: str, lanes: int) -> InstructorGroup | None:
    """Say which instructors hold the offer, shared with the association's other offers of the same group.

    Args:
        name: of the group; a new one is made where there is none. Empty: the offer stands alone.
        lanes: how many groups of pupils they can take at a time.

    Raises:
        NotAllowed: not a member of the association.
        Refused: more is booked with the group than so many at a time.
    """
    _open(offer, by)
    group = None
    if name:
        group, _is_new = InstructorGroup.objects.get_or_create(
            association=offer.association, name=name, defaults={"lanes": lanes}
        )
        _set_lanes(group, lanes)
    if offer.group_id != (group.pk if group else None):
        offer.group = group
        offer.save(update_fields=["group"])
        _log(offer, "change_instructors", by, name or _("none"))
    return group


def _set_lanes(group: InstructorGroup, lanes: int) -> None:
    lock(group)
    if group.lanes == lanes:
        return
    too_many = group.bookings.filter(
        state=BookingState.HELD, group_lane__gt=lanes, during__endswith__gt=now()
    ).count()
    if too_many:
        raise Refused(_("More groups than that are already booked with these instructors."))
    group.lanes = lanes
    group.save(update_fields=["lanes"])


@transaction.atomic
def add_times(
    *,
    offer: Offer,
    by: Any,
    windows: Sequence[dict[str, Any]] = (),
    dates: Sequence[dict[str, Any]] = (),
    notice_days: int | None = None,
    instructors: tuple[str, int] | None = None,
) -> None:
    """Everything one page of the form says about times, or nothing of it.

    Args:
        windows, dates: fields as for add_window and add_date.
        notice_days: how long before a session a school must ask.
        instructors: name and lanes as for set_instructors.

    Raises:
        NotAllowed, Refused: as the single stories.
    """
    _open(offer, by)
    for fields in windows:
        add_window(offer=offer, by=by, **fields)
    for fields in dates:
        add_date(offer=offer, by=by, **fields)
    if notice_days is not None:
        change_facts(offer=offer, by=by, facts={"notice_days": notice_days})
    if instructors is not None:
        set_instructors(offer=offer, by=by, name=instructors[0], lanes=instructors[1])


def _check_room(count: int) -> None:
    if count >= MAX_ROWS:
        raise Refused(
            _("There is room for %(count)s times. Delete some you no longer use.") % {"count": MAX_ROWS}
        )


def _open(offer: Offer, by: Any) -> None:
    if by is not None and not offer.can_edit(by):
        raise NotAllowed(_("You do not write for %(association)s.") % {"association": offer.association})
    lock(offer)


def _still_there(row: Window | FixedDate) -> None:
    """Under the offer's lock: somebody else of the association may have removed it, or sold its places."""
    try:
        row.refresh_from_db()
    except type(row).DoesNotExist:
        raise Outdated(_("This time has been removed meanwhile.")) from None


def _save_once(row: Window | FixedDate) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refused(_("You have this time already.")) from error


def _keep_bookings(offer: Offer) -> None:
    """Refuse when a future booking of a lane no longer lies in a window with so many groups at a time."""
    calendar = calendars.of_offer(offer)
    held = offer.bookings.filter(state=BookingState.HELD, lane__isnull=False, during__endswith__gt=now())
    lost = [booking for booking in held.order_by("during") if not _has_room(calendar, booking)]
    if lost:
        first = danish.moment(lost[0].during.lower)
        sentence = ngettext(
            "A school has booked %(first)s. Agree on another time with it first.",
            "Schools have booked %(count)s of these times, the first on %(first)s. Agree with them first.",
            len(lost),
        )
        raise Refused(sentence % {"count": len(lost), "first": first})


def _has_room(calendar: calendars.Calendar, booking: Any) -> bool:
    slot = Slot(booking.during.lower.astimezone(dt.UTC), booking.during.upper.astimezone(dt.UTC))
    return any(window.parallel >= booking.lane for window in availability.windows_around(calendar, slot))


def _booked_date(taken: int) -> str:
    return ngettext(
        "%(count)s pupil is coming on this date. Agree with the school first.",
        "%(count)s pupils are coming on this date. Agree with the schools first.",
        taken,
    ) % {"count": taken}


def _log(offer: Offer, name: str, by: Any, note: str) -> None:
    write_log(offer, name, offer.state, by=by, note=note)
