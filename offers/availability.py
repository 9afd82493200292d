"""When an offer is free: pure reasoning about a `Calendar`, and the two questions pages ask.

A weekly window may hold several sessions, each starting on the 15-minute grid, `parallel` groups at a time.
A fixed date is held as announced, for as many pupils as it has places. Several sessions make one sequence:
weekly from the chosen first date, holidays skipped; fixed dates as many at a time as the offer has sessions,
in order (those of a theme week within their week).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import NamedTuple

from offers import calendars
from offers.calendars import Calendar, SingleDate, WeeklyWindow
from offers.models import Offer, OfferVersion
from skoleplus.core.clock import at, local, now, today

GRID = dt.timedelta(minutes=15)
WEEK = dt.timedelta(weeks=1)
ONE_DAY = dt.timedelta(days=1)
# How far ahead the catalogue looks for the next free date.
HORIZON = dt.timedelta(days=400)


class Slot(NamedTuple):
    """One session, aware, in UTC."""

    starts_at: dt.datetime
    ends_at: dt.datetime


@dataclass(frozen=True)
class FreeTime:
    """Something a school can ask for: all sessions of one collaboration.

    Args:
        sessions: in order; one for a single visit.
        left: how many groups, or for fixed dates how many pupils, there is still room for.
        dated: it is made of fixed dates, and `left` counts pupils.
    """

    sessions: tuple[Slot, ...]
    left: int
    dated: bool = False

    @property
    def starts_at(self) -> dt.datetime:
        return self.sessions[0].starts_at

    @property
    def ends_at(self) -> dt.datetime:
        return self.sessions[0].ends_at

    @property
    def day(self) -> dt.date:
        """The local date of the first session."""
        return local(self.starts_at).date()

    @property
    def key(self) -> str:
        """What a form sends back: the first session's start in UTC, "2027-03-02T09:00"."""
        return f"{self.starts_at.astimezone(dt.UTC):%Y-%m-%dT%H:%M}"


def free_times(
    offer: Offer,
    first_day: dt.date,
    last_day: dt.date,
    *,
    version: OfferVersion | None = None,
    pupils: int = 1,
    limit: int | None = None,
) -> list[FreeTime]:
    """The free times whose first session lies between two days, both included (one SQL statement).

    Args:
        version: whose minutes and sessions count; the published version when not said.
        pupils: fixed dates must have places for so many.
        limit: stop after so many times.
    """
    found = times(calendars.of_offer(offer, version), first_day, last_day, pupils=pupils)
    return list(islice(found, limit))


def find(offer: Offer, key: str, *, version: OfferVersion | None = None, pupils: int = 1) -> FreeTime | None:
    """The free time with this key, None when it is free no more or never was (one SQL statement)."""
    try:
        starts_at = dt.datetime.strptime(key, "%Y-%m-%dT%H:%M").replace(tzinfo=dt.UTC)
        day = local(starts_at).date()
    except (ValueError, OverflowError):
        return None
    found = times(calendars.of_offer(offer, version), day, day, pupils=pupils)
    return next((time for time in found if time.starts_at == starts_at), None)


def next_free(offer_ids: Iterable[int], *, pupils: int = 1) -> dict[int, FreeTime]:
    """The soonest free time of each published offer, by offer id (one SQL statement for all).

    Offers with nothing free within 400 days are left out.
    """
    found = {}
    for offer_id, calendar in calendars.of_offers(offer_ids).items():
        soonest = next(times(calendar, today(), today() + HORIZON, pupils=pupils), None)
        if soonest is not None:
            found[offer_id] = soonest
    return found


def times(
    calendar: Calendar, first_day: dt.date, last_day: dt.date, *, pupils: int = 1
) -> Iterator[FreeTime]:
    """The free times of a calendar in order, each start once."""
    if calendar.minutes is None:
        return
    runs = defaultdict(list)
    for run in date_runs(calendar):
        runs[run[0].day].append(run)
    day = max(first_day, today() + dt.timedelta(days=calendar.notice_days))
    last_day = min(last_day, calendar.last_day)
    while day <= last_day:
        if calendar.holiday(day) is None:
            yield from _times_on(calendar, day, runs[day], pupils)
        day += ONE_DAY


def _times_on(
    calendar: Calendar, day: dt.date, runs: list[tuple[SingleDate, ...]], pupils: int
) -> list[FreeTime]:
    moment = now()
    dated = (_dated(calendar, run, pupils) for run in runs)
    weekly = (_weekly(calendar, start) for start in _starts(calendar, day))
    found: dict[dt.datetime, FreeTime] = {}
    for time in (*dated, *weekly):
        if time is not None and time.starts_at > moment:
            found.setdefault(time.starts_at, time)
    return [found[start] for start in sorted(found)]


def date_runs(calendar: Calendar) -> list[tuple[SingleDate, ...]]:
    """The fixed dates that are booked together; an incomplete run is not on offer."""
    size = calendar.sessions
    dates = sorted(calendar.dates, key=lambda date: date.starts_at)
    if calendar.by_week:
        parts = [list(week) for _number, week in groupby(dates, lambda date: date.day.isocalendar()[:2])]
    else:
        parts = [dates]
    runs = (tuple(part[start : start + size]) for part in parts for start in range(0, len(part), size))
    return [run for run in runs if len(run) == size]


def _dated(calendar: Calendar, run: tuple[SingleDate, ...], pupils: int) -> FreeTime | None:
    shortest = dt.timedelta(minutes=calendar.minutes or 0)
    for date in run:
        too_short = date.ends_at - date.starts_at < shortest
        if (
            too_short
            or date.left < pupils
            or calendar.holiday(date.day)
            or not group_fits_date(calendar, date)
        ):
            return None
    sessions = tuple(Slot(date.starts_at, date.ends_at) for date in run)
    return FreeTime(sessions, min(date.left for date in run), dated=True)


def _starts(calendar: Calendar, day: dt.date) -> Iterator[dt.datetime]:
    """Starts of sessions that fit into a window of the day, on the grid, in UTC."""
    length = dt.timedelta(minutes=calendar.minutes or 0)
    for window in calendar.windows:
        if window.covers(day):
            opens, closes = bounds(window, day)
            start = _on_grid(opens)
            while start + length <= closes:
                yield start
                start += GRID


def _on_grid(moment: dt.datetime) -> dt.datetime:
    """The moment itself or the next quarter of an hour; Danish time differs from UTC by whole hours."""
    past = dt.timedelta(minutes=moment.minute % 15, seconds=moment.second, microseconds=moment.microsecond)
    return moment if not past else moment - past + GRID


def on_grid(moment: dt.datetime) -> bool:
    return _on_grid(moment) == moment


def bounds(window: WeeklyWindow, day: dt.date) -> Slot:
    return Slot(at(day, window.starts), at(day, window.ends))


def _weekly(calendar: Calendar, first: dt.datetime) -> FreeTime | None:
    """All sessions of a collaboration that begins at a moment, a week apart, None when one has no room."""
    length = dt.timedelta(minutes=calendar.minutes or 0)
    begin = local(first)
    sessions: list[Slot] = []
    left = []
    day = begin.date()
    while len(sessions) < calendar.sessions and day <= calendar.last_day:
        if calendar.holiday(day) is None:
            start = first if not sessions else at(day, begin.time())
            slot = Slot(start, start + length)
            room = room_in_windows(calendar, slot)
            if not room:
                return None
            sessions.append(slot)
            left.append(room)
        day += WEEK
    if len(sessions) < calendar.sessions:
        return None
    return FreeTime(tuple(sessions), min(left))


def room_in_windows(calendar: Calendar, slot: Slot) -> int:
    """How many groups can still come at this time; 0 when it lies outside the windows."""
    best = max((free_lanes(calendar, window, slot) for window in windows_around(calendar, slot)), default=0)
    if best and calendar.group_lanes is not None:
        best = min(best, calendar.group_lanes - len(used_group_lanes(calendar, slot)))
    return max(best, 0)


def windows_around(calendar: Calendar, slot: Slot) -> list[WeeklyWindow]:
    """The windows a session fits into."""
    day = local(slot.starts_at).date()
    near = (window for window in calendar.windows if window.covers(day))
    return [
        window
        for window in near
        if bounds(window, day).starts_at <= slot.starts_at and slot.ends_at <= bounds(window, day).ends_at
    ]


def used_lanes(calendar: Calendar, slot: Slot) -> set[int]:
    return {row.lane for row in calendar.overlapping(*slot) if row.lane is not None}


def used_group_lanes(calendar: Calendar, slot: Slot) -> set[int]:
    return {row.group_lane for row in calendar.overlapping(*slot) if row.group_lane is not None}


def free_lanes(calendar: Calendar, window: WeeklyWindow, slot: Slot) -> int:
    return max(window.parallel - len(used_lanes(calendar, slot)), 0)


def group_fits_date(calendar: Calendar, date: SingleDate) -> bool:
    """Everybody who comes on a fixed date is together, so the date takes one lane of the group, once."""
    if calendar.group_lanes is None or date_has_group(calendar, date):
        return True
    return len(used_group_lanes(calendar, Slot(date.starts_at, date.ends_at))) < calendar.group_lanes


def date_has_group(calendar: Calendar, date: SingleDate) -> bool:
    return any(row.fixed_date == date.pk and row.group_lane is not None for row in calendar.taken)
