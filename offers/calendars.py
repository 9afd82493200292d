"""Everything that decides whether a time is free, read in one SQL statement for any number of offers.

A `Calendar` is plain data. `offers.availability` reasons about it without asking the database again.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from offers.enums import BookingState
from offers.models import Booking, FixedDate, Offer, OfferVersion, Window
from skoleplus.core.clock import LOCAL, at, now
from skoleplus.municipalities.models import Holiday

# Nobody plans beyond it, and reckoning with weeks stays clear of the last date there is.
DOOMSDAY = dt.date(2200, 1, 1)


@dataclass(frozen=True)
class WeeklyWindow:
    """Local times; `parallel` groups at a time."""

    weekday: int
    starts: dt.time
    ends: dt.time
    first_day: dt.date
    last_day: dt.date
    parallel: int

    def covers(self, day: dt.date) -> bool:
        return self.weekday == day.isoweekday() and self.first_day <= day <= self.last_day


@dataclass(frozen=True)
class SingleDate:
    """One date that is announced as it stands, with places for so many pupils."""

    pk: int
    day: dt.date
    starts_at: dt.datetime
    ends_at: dt.datetime
    left: int


@dataclass(frozen=True)
class Taken:
    """A held booking, of this offer or of another one of the same instructor group."""

    starts_at: dt.datetime
    ends_at: dt.datetime
    lane: int | None = None
    fixed_date: int | None = None
    group_lane: int | None = None


@dataclass
class Calendar:
    """When one offer can be held and what is booked already.

    Args:
        minutes: length of a session; None when the offer does not say it yet.
        sessions: how many make one collaboration.
        by_week: the dates of a theme week are booked a week at a time.
        group_lanes: how many groups the instructor group takes at a time; None without a group.
    """

    minutes: int | None
    sessions: int
    by_week: bool
    notice_days: int
    group_lanes: int | None
    windows: list[WeeklyWindow]
    dates: list[SingleDate]
    holidays: list[tuple[dt.date, dt.date, str]]
    taken: list[Taken] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._taken_on: dict[dt.date, list[Taken]] = defaultdict(list)
        for booking in self.taken:
            self._index(booking)

    def add(self, booking: Taken) -> None:
        """Remember a booking made since the calendar was read."""
        self.taken.append(booking)
        self._index(booking)

    def _index(self, booking: Taken) -> None:
        for day in {booking.starts_at.date(), booking.ends_at.date()}:
            self._taken_on[day].append(booking)

    def overlapping(self, starts_at: dt.datetime, ends_at: dt.datetime) -> set[Taken]:
        """Bookings that share time with the session; sessions are shorter than a day."""
        near = {*self._taken_on.get(starts_at.date(), ()), *self._taken_on.get(ends_at.date(), ())}
        return {row for row in near if row.starts_at < ends_at and starts_at < row.ends_at}

    def holiday(self, day: dt.date) -> str | None:
        """The name of the holiday the day lies in."""
        return next((name for first, last, name in self.holidays if first <= day <= last), None)

    @property
    def last_day(self) -> dt.date:
        """The last day on which anything could be held."""
        ends = [window.last_day for window in self.windows] + [date.day for date in self.dates]
        return min(max(ends, default=dt.date.min), DOOMSDAY)


def of_offer(offer: Offer, version: OfferVersion | None = None) -> Calendar:
    """The calendar of one offer, for its published version or the one given (one SQL statement)."""
    words = {} if version is None else {offer.pk: (version.minutes, version.sessions, version.type)}
    return of_offers([offer.pk], words)[offer.pk]


def of_offers(
    offer_ids: Iterable[int], words: dict[int, tuple[int | None, int, str]] | None = None
) -> dict[int, Calendar]:
    """Calendars by offer id (one SQL statement).

    Args:
        words: minutes, sessions and type by offer id, where they are not those of the published version.
    """
    rows = Offer.objects.filter(pk__in=list(offer_ids)).annotate(**_parts()).order_by("pk").values()
    return {row["id"]: _calendar(dict(row), (words or {}).get(row["id"])) for row in rows}


def _parts() -> dict[str, Any]:
    mine = Q(offer=OuterRef("pk"))
    today = now().astimezone(LOCAL).date()
    published = OfferVersion.objects.published().filter(subject=OuterRef("pk")).order_by("pk")
    windows = Window.objects.filter(mine, last_day__gte=today).order_by("pk")
    # Past dates too: they decide which of the later ones are booked together.
    dates = FixedDate.objects.filter(mine).order_by("day", "starts")
    holidays = Holiday.objects.filter(municipality=OuterRef("association__municipality"), last_day__gte=today)
    held = Booking.objects.filter(
        mine | Q(group=OuterRef("group")), state=BookingState.HELD, during__endswith__gt=now()
    )
    return {
        "lanes_of_group": F("group__lanes"),
        "words": _rows(published, minutes="minutes", sessions="sessions", type="type"),
        "weekly": _rows(
            windows, weekday="weekday", starts="starts", ends="ends", first="first_day", last="last_day",
            parallel="parallel",
        ),
        "single": _rows(
            dates, pk="pk", day="day", starts="starts", ends="ends", capacity="capacity", taken="taken"
        ),
        "free_days": _rows(holidays.order_by("first_day"), first="first_day", last="last_day", name="name"),
        "booked": _rows(
            held.order_by("pk"), offer="offer", lower="during__startswith", upper="during__endswith",
            lane="lane", date="fixed_date", group="group", group_lane="group_lane",
        ),
    }  # fmt: skip


def _rows(rows: QuerySet, **fields: str) -> ArraySubquery:
    return ArraySubquery(rows.values(json=JSONObject(**fields)))


def _calendar(row: dict[str, Any], words: tuple[int | None, int, str] | None) -> Calendar:
    found: dict[str, Any] = row["words"][0] if row["words"] else {"minutes": None, "sessions": 1, "type": ""}
    minutes, sessions, kind = words or (found["minutes"], found["sessions"], found["type"])
    return Calendar(
        minutes=minutes,
        sessions=sessions,
        by_week=kind == "theme_week",
        notice_days=row["notice_days"],
        group_lanes=row["lanes_of_group"],
        windows=[_window(window) for window in row["weekly"]],
        dates=[_date(date) for date in row["single"]],
        holidays=[(_day(free["first"]), _day(free["last"]), free["name"]) for free in row["free_days"]],
        taken=[_taken(booking, row["id"], row["group_id"]) for booking in row["booked"]],
    )


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _window(row: dict[str, Any]) -> WeeklyWindow:
    return WeeklyWindow(
        row["weekday"],
        dt.time.fromisoformat(row["starts"]),
        dt.time.fromisoformat(row["ends"]),
        _day(row["first"]),
        _day(row["last"]),
        row["parallel"],
    )


def _date(row: dict[str, Any]) -> SingleDate:
    day = _day(row["day"])
    starts_at = at(day, dt.time.fromisoformat(row["starts"]))
    ends_at = at(day, dt.time.fromisoformat(row["ends"]))
    return SingleDate(row["pk"], day, starts_at, ends_at, row["capacity"] - row["taken"])


def _taken(row: dict[str, Any], offer_id: int, group_id: int | None) -> Taken:
    mine = row["offer"] == offer_id
    same_group = group_id is not None and row["group"] == group_id
    return Taken(
        dt.datetime.fromisoformat(row["lower"]).astimezone(dt.UTC),
        dt.datetime.fromisoformat(row["upper"]).astimezone(dt.UTC),
        row["lane"] if mine else None,
        row["date"] if mine else None,
        row["group_lane"] if same_group else None,
    )
