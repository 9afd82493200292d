"""Free times against a slow reading of the rules, minute by minute."""

import datetime as dt
from itertools import pairwise

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st

from offers import availability
from offers.availability import Slot
from offers.calendars import Calendar, SingleDate, Taken, WeeklyWindow
from offers.services import hold
from skoleplus.core.clock import LOCAL, at, today
from skoleplus.municipalities.models import Holiday
from tests.factories import FixedDateFactory, OfferFactory, WindowFactory

MONDAY = dt.date(2027, 3, 22)  # the clock changes on the Sunday after it
# Few weekdays and near hours, so that windows, bookings and questions meet; Sunday is for the clock.
WEEKDAYS = st.sampled_from([1, 2, 3, 7])
DAYS = st.integers(0, 20).map(lambda days: MONDAY + dt.timedelta(days=days))


def calendar(**fields):
    empty = {
        "minutes": 60, "sessions": 1, "by_week": False, "notice_days": 0, "group_lanes": None,
        "windows": [], "dates": [], "holidays": [], "taken": [],
    }  # fmt: skip
    return Calendar(**empty | fields)


def clock(quarters):
    return dt.time(quarters // 4, quarters % 4 * 15)


@st.composite
def windows(draw):
    weekday = draw(WEEKDAYS)
    start = draw(st.integers(0, 12) if weekday == 7 else st.integers(28, 44))
    length = draw(st.integers(2, 16))
    first = draw(DAYS) - dt.timedelta(days=7)
    last = first + dt.timedelta(days=draw(st.integers(0, 50)))
    return WeeklyWindow(weekday, clock(start), clock(start + length), first, last, draw(st.integers(1, 3)))


@st.composite
def bookings(draw, windows):
    """Somewhere in or near one of the windows, in the first three weeks."""
    window = draw(st.sampled_from(windows))
    day = MONDAY + dt.timedelta(days=window.weekday - 1, weeks=draw(st.integers(0, 2)))
    start = at(day, window.starts) + dt.timedelta(minutes=15 * draw(st.integers(-2, 8)))
    end = start + dt.timedelta(minutes=15 * draw(st.integers(1, 12)))
    return Taken(start, end, lane=draw(st.none() | st.integers(1, 3)), group_lane=draw(st.integers(1, 3)))


@st.composite
def holidays(draw):
    first = draw(DAYS)
    return first, first + dt.timedelta(days=draw(st.integers(0, 3))), "Ferie"


@st.composite
def calendars(draw):
    weekly = draw(st.lists(windows(), min_size=1, max_size=4))
    return calendar(
        minutes=draw(st.sampled_from([15, 45, 60, 90])),
        sessions=draw(st.sampled_from([1, 1, 2, 3])),
        notice_days=draw(st.integers(0, 4)),
        group_lanes=draw(st.none() | st.integers(1, 3)),
        windows=weekly,
        holidays=draw(st.lists(holidays(), max_size=1)),
        taken=draw(st.lists(bookings(weekly), min_size=1, max_size=8)),
    )


def in_holiday(cal, day):
    return any(first <= day <= last for first, last, _name in cal.holidays)


def fits(cal, start):
    """One session, read straight from the rules."""
    end = start + dt.timedelta(minutes=cal.minutes)
    day = start.astimezone(LOCAL).date()
    lanes = {row.lane for row in cal.taken if row.lane and row.starts_at < end and start < row.ends_at}
    if cal.group_lanes is not None:
        used = {row.group_lane for row in cal.taken if row.starts_at < end and start < row.ends_at}
        if len(used - {None}) >= cal.group_lanes:
            return False
    return any(
        window.weekday == day.isoweekday()
        and window.first_day <= day <= window.last_day
        and at(day, window.starts) <= start
        and end <= at(day, window.ends)
        and len(lanes) < window.parallel
        for window in cal.windows
    )


def oracle(cal, first, last):
    """Every quarter of an hour of every day is tried, and every week of a sequence walked."""
    found = []
    moment = at(first, dt.time(0))
    while moment < at(last + dt.timedelta(days=1), dt.time(0)):
        day, time = moment.astimezone(LOCAL).date(), moment.astimezone(LOCAL).time()
        if day >= today() + dt.timedelta(days=cal.notice_days) and not in_holiday(cal, day):
            days = [day + dt.timedelta(weeks=week) for week in range(12)]
            school_days = [one for one in days if not in_holiday(cal, one)][: cal.sessions]
            starts = [moment, *(at(one, time) for one in school_days[1:])]
            if moment > at(MONDAY, dt.time(0)) and all(fits(cal, start) for start in starts):
                found.append(tuple(starts))
        moment += dt.timedelta(minutes=15)
    return found


def test_agrees_with_the_rules():
    found_any = []

    @settings(max_examples=80, deadline=None)
    @given(calendars(), DAYS, st.integers(3, 9))
    def agrees(cal, first, days):
        last = first + dt.timedelta(days=days)
        with time_machine.travel(at(MONDAY, dt.time(0)), tick=False):
            found = list(availability.times(cal, first, last))
            starts = [tuple(slot.starts_at for slot in time.sessions) for time in found]
            assert starts == oracle(cal, first, last)
        found_any.append(bool(found))

    agrees()
    # Calendars without a free time would agree about nothing.
    assert sum(found_any) > len(found_any) / 5


@settings(max_examples=20, deadline=None)
@given(calendars())
def test_is_in_order_and_says_each_start_once(cal):
    with time_machine.travel(at(MONDAY, dt.time(0)), tick=False):
        starts = [time.starts_at for time in availability.times(cal, MONDAY, MONDAY + dt.timedelta(days=30))]
    assert all(earlier < later for earlier, later in pairwise(starts))


def weekly(**fields):
    base = {
        "weekday": 2, "starts": dt.time(10), "ends": dt.time(12), "first_day": MONDAY,
        "last_day": MONDAY + dt.timedelta(days=60), "parallel": 1,
    }  # fmt: skip
    return WeeklyWindow(**base | fields)


class TestClockChange:
    """28 March 2027: the clock goes from 2 to 3."""

    def test_local_times_stay_the_same_across_it(self):
        cal = calendar(minutes=120, sessions=2, windows=[weekly()])
        with time_machine.travel(at(MONDAY, dt.time(0)), tick=False):
            [first, *_rest] = availability.times(cal, MONDAY, MONDAY + dt.timedelta(days=6))
        assert [slot.starts_at.hour for slot in first.sessions] == [9, 8]
        assert [slot.starts_at.astimezone(LOCAL).hour for slot in first.sessions] == [10, 10]

    def test_the_missing_hour_is_not_on_offer(self):
        sunday = weekly(weekday=7, starts=dt.time(1), ends=dt.time(4))
        with time_machine.travel(at(MONDAY, dt.time(0)), tick=False):
            found = list(
                availability.times(calendar(windows=[sunday]), MONDAY, MONDAY + dt.timedelta(days=6))
            )
        # Two hours really pass between 1 and 4 o'clock.
        assert len(found) == 5

    def test_the_doubled_hour_in_autumn_is_longer(self):
        sunday = weekly(
            weekday=7, starts=dt.time(1), ends=dt.time(4), first_day=dt.date(2026, 10, 25),
            last_day=dt.date(2026, 10, 25),
        )  # fmt: skip
        with time_machine.travel(dt.datetime(2026, 10, 1, tzinfo=dt.UTC), tick=False):
            found = list(availability.times(calendar(windows=[sunday]), sunday.first_day, sunday.first_day))
        assert found[-1].ends_at - found[0].starts_at == dt.timedelta(hours=4)


def single(days, left=28, hours=2):
    day = MONDAY + dt.timedelta(days=days)
    start = at(day, dt.time(9))
    return SingleDate(days, day, start, start + dt.timedelta(hours=hours), left)


class TestDates:
    @pytest.fixture(autouse=True)
    def _now(self):
        with time_machine.travel(at(MONDAY, dt.time(0)), tick=False):
            yield

    def days(self, cal, pupils=1):
        found = availability.times(cal, MONDAY, MONDAY + dt.timedelta(days=90), pupils=pupils)
        return [[slot.starts_at.astimezone(LOCAL).date() for slot in time.sessions] for time in found]

    def test_are_held_as_announced(self):
        cal = calendar(minutes=60, dates=[single(3)])
        [time] = availability.times(cal, MONDAY, MONDAY + dt.timedelta(days=9))
        assert (time.dated, time.left) == (True, 28)
        assert time.ends_at - time.starts_at == dt.timedelta(hours=2)

    def test_need_places_for_the_pupils(self):
        assert self.days(calendar(dates=[single(3, left=10)]), pupils=11) == []

    def test_need_to_be_long_enough(self):
        assert self.days(calendar(minutes=121, dates=[single(3)])) == []

    def test_are_booked_together_in_order(self):
        cal = calendar(sessions=2, dates=[single(days) for days in (1, 3, 8, 10, 15)])
        days = [[(day - MONDAY).days for day in run] for run in self.days(cal)]
        assert days == [[1, 3], [8, 10]]

    def test_of_a_theme_week_stay_in_their_week(self):
        cal = calendar(sessions=2, by_week=True, dates=[single(days) for days in (1, 7, 8, 14, 15)])
        assert [[(day - MONDAY).days for day in run] for run in self.days(cal)] == [[7, 8], [14, 15]]

    def test_one_full_date_closes_the_run(self):
        assert self.days(calendar(sessions=2, dates=[single(1), single(3, left=0)])) == []


class TestPages:
    pytestmark = pytest.mark.django_db

    def test_one_offer_costs_one_statement(self, django_assert_num_queries):
        window = WindowFactory(parallel=2)
        FixedDateFactory(offer=window.offer)
        with django_assert_num_queries(1):
            found = availability.free_times(window.offer, today(), today() + dt.timedelta(days=40))
        assert {(time.dated, time.left) for time in found} == {(False, 2), (True, 28)}

    def test_next_free_of_many_costs_one_statement(self, django_assert_num_queries):
        offers = [WindowFactory().offer for _ in range(3)] + [OfferFactory()]
        with django_assert_num_queries(1):
            found = availability.next_free([offer.pk for offer in offers])
        assert set(found) == {offer.pk for offer in offers[:3]}

    def test_days_of_notice_close_the_near_days(self):
        window = WindowFactory(offer__notice_days=60)
        found = availability.free_times(window.offer, today(), today() + dt.timedelta(days=100))
        assert {time.day for time in found} == {
            day
            for day in (window.first_day + dt.timedelta(weeks=week) for week in range(9))
            if day >= today() + dt.timedelta(days=60)
        }

    def test_holidays_of_another_municipality_are_no_holidays(self):
        window = WindowFactory()
        Holiday.objects.create(
            municipality=OfferFactory().municipality,
            name="Ferie",
            first_day=today(),
            last_day=dt.date(2030, 1, 1),
        )
        assert availability.free_times(window.offer, window.first_day, window.first_day)

    def test_key_finds_the_time_again(self):
        window = WindowFactory()
        [time, *_rest] = availability.free_times(window.offer, window.first_day, window.first_day)
        assert availability.find(window.offer, time.key) == time
        hold(offer=window.offer, sessions=time.sessions, pupils=20, by=None)
        assert availability.find(window.offer, time.key) is None

    @pytest.mark.parametrize("key", ["", "nonsense", "9999-12-31T23:59", "2027-03-02T09:00\0", "2027-03-02"])
    def test_a_key_that_is_none_finds_nothing(self, key):
        assert availability.find(WindowFactory().offer, key) is None

    def test_a_draft_has_times_of_its_own_length(self):
        window = WindowFactory()
        version = window.offer.versions.get()
        version.minutes = 120
        [time] = availability.free_times(window.offer, window.first_day, window.first_day, version=version)
        assert time.sessions == (Slot(at(window.first_day, dt.time(10)), at(window.first_day, dt.time(12))),)
