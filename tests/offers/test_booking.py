"""Holding and releasing times: what is refused, and that nothing is ever oversold."""

import datetime as dt

import pytest

from offers import availability
from offers.models import Booking, InstructorGroup
from offers.services import NotFree, hold, release
from skoleplus.core.clock import at, today
from skoleplus.municipalities.models import Holiday
from tests.factories import FixedDateFactory, OfferFactory, WindowFactory

pytestmark = pytest.mark.django_db


def slot(day: dt.date, start: dt.time, minutes: int = 90) -> tuple[dt.datetime, dt.datetime]:
    begins = at(day, start)
    return begins, begins + dt.timedelta(minutes=minutes)


@pytest.fixture
def window():
    return WindowFactory()


def test_takes_a_lane(window):
    [booking] = hold(offer=window.offer, sessions=[slot(window.first_day, dt.time(10))], pupils=24, by=None)
    assert (booking.lane, booking.lane_limit) == (1, 1)
    assert window.offer.log.get().transition == "hold"
    times = availability.free_times(window.offer, window.first_day, window.first_day)
    assert times == []


def test_second_group_finds_it_full(window):
    hold(offer=window.offer, sessions=[slot(window.first_day, dt.time(10))], pupils=24, by=None)
    with pytest.raises(NotFree):
        hold(offer=window.offer, sessions=[slot(window.first_day, dt.time(10, 30))], pupils=24, by=None)


def test_released_time_is_free_again(window):
    held = hold(offer=window.offer, sessions=[slot(window.first_day, dt.time(10))], pupils=24, by=None)
    assert release(bookings=held, by=None) == held
    assert release(bookings=held, by=None) == []
    hold(offer=window.offer, sessions=[slot(window.first_day, dt.time(10))], pupils=24, by=None)


def test_parallel_groups_take_lanes_of_their_own():
    window = WindowFactory(parallel=2)
    times = [slot(window.first_day, dt.time(10))]
    lanes = [hold(offer=window.offer, sessions=times, pupils=24, by=None)[0].lane for _ in range(2)]
    assert lanes == [1, 2]
    with pytest.raises(NotFree):
        hold(offer=window.offer, sessions=times, pupils=24, by=None)


@pytest.mark.parametrize(
    ("days", "start"),
    [(0, dt.time(9, 45)), (0, dt.time(10, 45)), (0, dt.time(10, 5)), (1, dt.time(10)), (7 * 9, dt.time(10))],
)
def test_refuses_what_lies_outside_the_windows(window, days, start):
    day = window.first_day + dt.timedelta(days=days)
    with pytest.raises(NotFree):
        hold(offer=window.offer, sessions=[slot(day, start)], pupils=24, by=None)


def test_refuses_the_past():
    window = WindowFactory(first_day=today() - dt.timedelta(days=60))
    day = window.first_day + dt.timedelta(days=(2 - window.first_day.isoweekday()) % 7)
    with pytest.raises(NotFree):
        hold(offer=window.offer, sessions=[slot(day, dt.time(10))], pupils=24, by=None)


def test_names_the_holiday(window):
    Holiday.objects.create(
        municipality=window.offer.municipality,
        name="Vinterferie",
        first_day=window.first_day,
        last_day=window.first_day,
    )
    with pytest.raises(NotFree, match="Vinterferie"):
        hold(offer=window.offer, sessions=[slot(window.first_day, dt.time(10))], pupils=24, by=None)


def test_one_session_that_is_not_free_holds_none(window):
    later = window.first_day + dt.timedelta(weeks=1)
    hold(offer=window.offer, sessions=[slot(later, dt.time(10))], pupils=24, by=None)
    with pytest.raises(NotFree):
        hold(
            offer=window.offer,
            sessions=[slot(window.first_day, dt.time(10)), slot(later, dt.time(10))],
            pupils=24,
            by=None,
        )
    assert Booking.objects.count() == 1


def test_paused_offer_takes_nothing(window):
    window.offer.state = "paused"
    window.offer.save()
    with pytest.raises(NotFree):
        hold(offer=window.offer, sessions=[slot(window.first_day, dt.time(10))], pupils=24, by=None)


def test_places_of_a_date_are_counted():
    date = FixedDateFactory(capacity=50)
    times = [slot(date.day, date.starts, 120)]
    hold(offer=date.offer, sessions=times, pupils=28, by=None)
    with pytest.raises(NotFree, match="22"):
        hold(offer=date.offer, sessions=times, pupils=23, by=None)
    held = hold(offer=date.offer, sessions=times, pupils=22, by=None)
    date.refresh_from_db()
    assert date.taken == 50
    release(bookings=held, by=None)
    date.refresh_from_db()
    assert date.taken == 28


def test_dates_of_a_theme_week_are_booked_together():
    offer = OfferFactory(published__type="theme_week", published__sessions=2)
    first = FixedDateFactory(
        offer=offer, day=today() + dt.timedelta(days=(8 - today().isoweekday()) % 7 + 14)
    )
    second = FixedDateFactory(offer=offer, day=first.day + dt.timedelta(days=1))
    both = [slot(day, first.starts, 120) for day in (first.day, second.day)]
    with pytest.raises(NotFree):
        hold(offer=offer, sessions=both[:1], pupils=20, by=None)
    assert len(hold(offer=offer, sessions=both, pupils=20, by=None)) == 2


class TestInstructorGroup:
    @pytest.fixture
    def windows(self):
        first = WindowFactory()
        group = InstructorGroup.objects.create(association=first.offer.association, name="Søren", lanes=1)
        second = WindowFactory(offer=OfferFactory(association=first.offer.association))
        for window in (first, second):
            window.offer.group = group
            window.offer.save()
        return first, second

    def test_is_never_in_two_places(self, windows):
        first, second = windows
        times = [slot(first.first_day, dt.time(10))]
        held = hold(offer=first.offer, sessions=times, pupils=24, by=None)
        assert availability.free_times(second.offer, first.first_day, first.first_day) == []
        with pytest.raises(NotFree):
            hold(offer=second.offer, sessions=times, pupils=24, by=None)
        release(bookings=held, by=None)
        hold(offer=second.offer, sessions=times, pupils=24, by=None)

    def test_comes_once_to_a_date_that_several_schools_share(self, windows):
        window, other = windows
        date = FixedDateFactory(
            offer=window.offer, day=window.first_day, starts=dt.time(10), ends=dt.time(12)
        )
        times = [slot(date.day, date.starts, 120)]
        [first] = hold(offer=window.offer, sessions=times, pupils=14, by=None)
        [second] = hold(offer=window.offer, sessions=times, pupils=14, by=None)
        assert (first.group_lane, second.group_lane) == (1, None)
        release(bookings=[first], by=None)
        with pytest.raises(NotFree):
            hold(offer=other.offer, sessions=times[:1], pupils=1, by=None)
