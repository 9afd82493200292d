"""Holding and releasing times. Whoever calls these wrote down why; here only the time is kept free.

Locks: the offer, then its instructor group. Exclusion and check constraints are the last guard, and are told
in the same words.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from offers import availability, calendars, rules
from offers.availability import Slot
from offers.calendars import Calendar, SingleDate, Taken
from offers.enums import BookingState
from offers.models import Booking, FixedDate, InstructorGroup, Offer
from skoleplus.core.clock import local, now
from skoleplus.core.constraints import constraint_of
from skoleplus.core.danish import moment as in_words
from skoleplus.core.refusals import Refused
from skoleplus.core.workflow import lock, write_log

OVERSOLD = {"booking_lane_free", "booking_group_lane_free", "fixed_date_not_oversold"}


class NotFree(Refused):
    """The time is full, past, in a holiday or closed."""


@transaction.atomic
def hold(
    *, offer: Offer, sessions: Sequence[tuple[dt.datetime, dt.datetime]], pupils: int, by: Any
) -> list[Booking]:
    """Keep times free for one collaboration: a lane of a window, or places of a fixed date, per session.

    Days of notice are not asked for here: they protect the association from being asked too late, and by now
    it has said yes.

    Args:
        sessions: (from, to) per session, aware; `FreeTime.sessions` fits. Call it before anything that locks
            a collaboration or a version.
        pupils: how many places a fixed date gives away.
        by: who agreed last, None for the portal or somebody without an account.

    Returns:
        The bookings, in the order of the sessions.

    Raises:
        NotFree: full, past, in a holiday or closed; nothing is held.
    """
    lock(offer)
    if offer.group_id:
        InstructorGroup.objects.select_for_update(no_key=True).get(pk=offer.group_id)
    if not rules.is_public(offer):
        raise NotFree(_("The offer takes no new agreements at the moment."))
    calendar = calendars.of_offer(offer)
    slots = [Slot(starts_at, ends_at) for starts_at, ends_at in sessions]
    _check_whole_runs(calendar, slots)
    try:
        with transaction.atomic():
            held = [_hold_one(offer, calendar, slot, pupils) for slot in slots]
    except IntegrityError as error:
        if constraint_of(error) not in OVERSOLD:
            raise
        raise NotFree(_("Somebody else has just taken the time. Choose another one.")) from error
    write_log(offer, "hold", offer.state, by=by, note=", ".join(_words(slot) for slot in slots))
    return held


def _hold_one(offer: Offer, calendar: Calendar, slot: Slot, pupils: int) -> Booking:
    _check_day(calendar, slot)
    date = next((row for row in calendar.dates if _inside(row, slot)), None)
    if date is not None and date.left >= pupils and availability.group_fits_date(calendar, date):
        return _take_places(offer, calendar, date, pupils)
    return _take_lane(offer, calendar, slot, date)


def _check_day(calendar: Calendar, slot: Slot) -> None:
    day = local(slot.starts_at).date()
    if slot.starts_at <= now():
        raise NotFree(_("%(time)s has passed. Choose another time.") % {"time": _words(slot)})
    holiday = calendar.holiday(day)
    if holiday is not None:
        raise NotFree(
            _("%(time)s lies in a holiday (%(holiday)s). Choose another time.")
            % {"time": _words(slot), "holiday": holiday}
        )


def _inside(date: SingleDate, slot: Slot) -> bool:
    return date.starts_at <= slot.starts_at < slot.ends_at <= date.ends_at


def _take_places(offer: Offer, calendar: Calendar, date: SingleDate, pupils: int) -> Booking:
    """Everybody of a date comes for all of it, and the first to book brings the instructors."""
    group_lane = None
    slot = _slot(date)
    if calendar.group_lanes is not None and not availability.date_has_group(calendar, date):
        group_lane = _unused(availability.used_group_lanes(calendar, slot))
    FixedDate.objects.filter(pk=date.pk).update(taken=F("taken") + pupils)
    calendar.dates[calendar.dates.index(date)] = SingleDate(
        date.pk, date.day, date.starts_at, date.ends_at, date.left - pupils
    )
    calendar.add(Taken(*slot, fixed_date=date.pk, group_lane=group_lane))
    return _book(offer, slot, group_lane, fixed_date_id=date.pk, places=pupils)


def _take_lane(offer: Offer, calendar: Calendar, slot: Slot, full: SingleDate | None) -> Booking:
    windows = availability.windows_around(calendar, slot) if availability.on_grid(slot.starts_at) else []
    if slot.ends_at <= slot.starts_at or not windows:
        raise NotFree(_refusal_of_date(slot, full) if full else _closed(slot))
    if not availability.room_in_windows(calendar, slot):
        raise NotFree(_("%(time)s is full. Choose another time.") % {"time": _words(slot)})
    roomiest = max(windows, key=lambda window: window.parallel)
    lane = _unused(availability.used_lanes(calendar, slot))
    group_lane = None
    if calendar.group_lanes is not None:
        group_lane = _unused(availability.used_group_lanes(calendar, slot))
    calendar.add(Taken(*slot, lane=lane, group_lane=group_lane))
    return _book(offer, slot, group_lane, lane=lane, lane_limit=roomiest.parallel)


def _book(offer: Offer, slot: Slot, group_lane: int | None, **where: Any) -> Booking:
    group = offer.group_id if group_lane is not None else None
    return Booking.objects.create(
        offer=offer, during=tuple(slot), group_id=group, group_lane=group_lane, held_at=now(), **where
    )


def _unused(used: set[int]) -> int:
    return next(lane for lane in range(1, len(used) + 2) if lane not in used)


def _check_whole_runs(calendar: Calendar, slots: list[Slot]) -> None:
    """The dates of a course or theme week are booked together, or not at all."""
    if calendar.sessions == 1:
        return
    for run in availability.date_runs(calendar):
        chosen = [date for date in run if any(_inside(date, slot) for slot in slots)]
        lonely = [date for date in chosen if not availability.windows_around(calendar, _slot(date))]
        if lonely and len(chosen) < len(run):
            raise NotFree(_("The %(count)s dates belong together: choose all of them.") % {"count": len(run)})


def _slot(date: SingleDate) -> Slot:
    return Slot(date.starts_at, date.ends_at)


def _refusal_of_date(slot: Slot, date: SingleDate) -> str:
    if date.left <= 0:
        return _("%(time)s is full. Choose another time.") % {"time": _words(slot)}
    return ngettext(
        "There is only %(count)s place left on %(time)s. Choose another time.",
        "There are only %(count)s places left on %(time)s. Choose another time.",
        date.left,
    ) % {"count": date.left, "time": _words(slot)}


def _closed(slot: Slot) -> str:
    return _("The association is not free on %(time)s. Choose one of its free times.") % {
        "time": _words(slot)
    }


def _words(slot: Slot) -> str:
    return in_words(slot.starts_at)


@transaction.atomic
def release(*, bookings: Iterable[Booking], by: Any) -> list[Booking]:
    """Give held times back; those given back already are left alone.

    Returns:
        The bookings that were released by this call.
    """
    ids = [booking.pk for booking in bookings]
    for offer in Offer.objects.filter(bookings__in=ids).order_by("pk").distinct():
        lock(offer)
    held = Booking.objects.filter(pk__in=ids, state=BookingState.HELD).order_by("pk")
    released = list(held.select_related("offer").select_for_update(of=("self",), no_key=True))
    for booking in released:
        _release_one(booking)
        write_log(booking.offer, "release", booking.offer.state, by=by, note=in_words(booking.during.lower))
    return released


def _release_one(booking: Booking) -> None:
    booking.state, booking.released_at = BookingState.RELEASED, now()
    booking.save(update_fields=["state", "released_at"])
    if booking.fixed_date_id is None:
        return
    FixedDate.objects.filter(pk=booking.fixed_date_id).update(taken=F("taken") - booking.places)
    if booking.group_id:
        _hand_over_group(booking)


def _hand_over_group(booking: Booking) -> None:
    """Another school still comes on that date, so the instructors stay taken."""
    others = Booking.objects.filter(fixed_date=booking.fixed_date_id, state=BookingState.HELD, group=None)
    heir = others.order_by("pk").first()
    if heir is not None:
        heir.group_id, heir.group_lane = booking.group_id, booking.group_lane
        heir.save(update_fields=["group", "group_lane"])
