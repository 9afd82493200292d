"""Free times as a page shows them: by week and day, a few weeks at a time."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from offers import availability, calendars
from offers.availability import FreeTime, Slot
from offers.models import Offer
from skoleplus.core.clock import local, today

HORIZON = dt.timedelta(days=400)
WEEKS = 4
# A page ends with the week in which it reaches this many times.
ENOUGH = 60


@dataclass(frozen=True)
class Line:
    """One day's times of a kind that lead to the same later dates; `later` is empty for a single visit."""

    day: dt.date
    times: list[FreeTime]
    later: tuple[Slot, ...] = ()


@dataclass(frozen=True)
class Week:
    monday: dt.date
    lines: list[Line]


@dataclass
class Timetable:
    """A page of weeks.

    Args:
        first: whether these are the first weeks there are.
        next_day: where the next page begins; None when this is the last.
    """

    weeks: list[Week] = field(default_factory=list)
    first: bool = True
    next_day: dt.date | None = None

    @property
    def shown(self) -> set[str]:
        return {time.key for week in self.weeks for line in week.lines for time in line.times}


def page(offer: Offer, *, begin: dt.date | None, pupils: int = 1, notice: bool = True) -> Timetable:
    """The weeks with free times from a day on (one SQL statement).

    Args:
        begin: first day of the page; from today when not said.
        pupils: fixed dates must have places for so many.
        notice: False for the association itself, which its own days of notice do not bind.
    """
    calendar = calendars.of_offer(offer)
    if not notice:
        calendar.notice_days = 0
    start = max(begin or today(), today())
    found = availability.times(calendar, start, today() + HORIZON, pupils=pupils)
    table = Timetable(first=start <= today())
    count = 0
    for monday, times in groupby(found, lambda time: _monday(time.day)):
        if len(table.weeks) == WEEKS or count >= ENOUGH:
            table.next_day = monday
            break
        week = Week(monday, list(_lines(times)))
        count += sum(len(line.times) for line in week.lines)
        table.weeks.append(week)
    return table


def _lines(times: Iterable[FreeTime]) -> Iterable[Line]:
    kinds: dict[Any, list[FreeTime]] = {}
    for time in times:
        kinds.setdefault((time.day, time.dated, _later_days(time)), []).append(time)
    for (day, _dated, _later), rows in kinds.items():
        yield Line(day, rows, rows[0].sessions[1:])


def _later_days(time: FreeTime) -> tuple[dt.date, ...]:
    return tuple(local(slot.starts_at).date() for slot in time.sessions[1:])


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())
