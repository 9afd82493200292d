"""Changing when an offer can be held, with bookings there already."""

import datetime as dt

import pytest

from offers import services
from offers.models import Booking, FixedDate, InstructorGroup, Window
from skoleplus.core.clock import at, today
from skoleplus.core.refusals import NotAllowed, Refused
from tests.factories import FixedDateFactory, OfferFactory, UserFactory, WindowFactory


@pytest.fixture
def window(published):
    return published.windows.get()


def book(window, week=0, start=dt.time(10)):
    begins = at(window.first_day + dt.timedelta(weeks=week), start)
    times = [(begins, begins + dt.timedelta(minutes=60))]
    return services.hold(offer=window.offer, sessions=times, pupils=20, by=None)


def tuesday(**fields):
    base = {
        "weekday": 2, "starts": dt.time(9), "ends": dt.time(11), "first_day": today(),
        "last_day": today() + dt.timedelta(days=90), "parallel": 1,
    }  # fmt: skip
    return base | fields


def test_adding_twice_adds_one_and_logs_one(published, member):
    for _ in range(2):
        services.add_window(offer=published, by=member, **tuesday())
    assert published.windows.filter(starts=dt.time(9)).count() == 1
    assert published.log.count() == 1


def test_strangers_change_nothing(published, window):
    date = FixedDateFactory(offer=published)
    stranger = UserFactory()
    for story, given in [
        (services.add_window, {"offer": published, **tuesday()}),
        (services.change_window, {"window": window, "parallel": 2}),
        (services.remove_window, {"window": window}),
        (
            services.add_date,
            {"offer": published, "day": today(), "starts": dt.time(9), "ends": dt.time(10), "capacity": 1},
        ),
        (services.change_date, {"date": date, "capacity": 2}),
        (services.remove_date, {"date": date}),
        (services.set_instructors, {"offer": published, "name": "Søren", "lanes": 1}),
    ]:
        with pytest.raises(NotAllowed):
            story(by=stranger, **given)
    assert (Window.objects.count(), FixedDate.objects.count()) == (1, 1)


def test_a_window_nobody_booked_can_go(window, member):
    services.remove_window(window=window, by=member)
    assert not Window.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"ends": dt.time(10, 45)},
        {"weekday": 3},
        {"starts": dt.time(10, 15)},
    ],
)
def test_a_booked_window_keeps_its_bookings(window, member, change):
    book(window)
    with pytest.raises(Refused):
        services.change_window(window=window, by=member, **change)
    window.refresh_from_db()
    with pytest.raises(Refused):
        services.remove_window(window=window, by=member)
    assert Window.objects.filter(pk=window.pk, starts=dt.time(10), ends=dt.time(12)).exists()


def test_changes_around_the_bookings_are_fine(window, member):
    book(window)
    services.change_window(window=window, by=member, ends=dt.time(11), last_day=window.first_day)
    assert window.offer.log.last().transition == "change_time"


def test_a_booking_that_lies_in_another_window_too_is_no_obstacle(window, member):
    book(window)
    services.add_window(
        offer=window.offer,
        by=member,
        **tuesday(starts=dt.time(8), ends=dt.time(14), first_day=window.first_day),
    )
    services.remove_window(window=window, by=member)


def test_fewer_groups_at_a_time_than_are_booked(window, member):
    services.change_window(window=window, by=member, parallel=2)
    book(window)
    book(window)
    with pytest.raises(Refused):
        services.change_window(window=window, by=member, parallel=1)


def test_two_windows_cannot_become_the_same(window, member):
    other = WindowFactory(offer=window.offer, weekday=3, first_day=window.first_day, last_day=window.last_day)
    with pytest.raises(Refused):
        services.change_window(window=other, by=member, weekday=window.weekday)


class TestDates:
    @pytest.fixture
    def date(self, published):
        return FixedDateFactory(offer=published, capacity=30)

    def book(self, date, pupils=20):
        times = [(at(date.day, date.starts), at(date.day, date.ends))]
        return services.hold(offer=date.offer, sessions=times, pupils=pupils, by=None)

    def test_a_booked_date_cannot_go_or_move_or_shrink(self, date, member):
        self.book(date)
        with pytest.raises(Refused, match="20"):
            services.remove_date(date=date, by=member)
        with pytest.raises(Refused):
            services.change_date(date=date, by=member, starts=dt.time(8))
        with pytest.raises(Refused):
            services.change_date(date=date, by=member, capacity=19)
        services.change_date(date=date, by=member, capacity=20)

    def test_a_date_everybody_left_can_go(self, date, member):
        services.release(bookings=self.book(date), by=None)
        services.remove_date(date=date, by=member)
        assert Booking.objects.get().fixed_date is None

    def test_two_dates_cannot_begin_at_once(self, date, member):
        other = FixedDateFactory(offer=date.offer, day=date.day, starts=dt.time(13), ends=dt.time(14))
        with pytest.raises(Refused):
            services.change_date(date=other, by=member, starts=date.starts)


class TestInstructors:
    def test_are_shared_by_name(self, published, member, association):
        other = OfferFactory(association=association)
        for offer in (published, other):
            services.set_instructors(offer=offer, by=member, name="Søren", lanes=2)
        assert InstructorGroup.objects.get().offers.count() == 2

    def test_can_be_left_out_again(self, published, member):
        services.set_instructors(offer=published, by=member, name="Søren", lanes=2)
        services.set_instructors(offer=published, by=member, name="", lanes=1)
        published.refresh_from_db()
        assert published.group is None

    def test_do_not_become_fewer_than_are_booked(self, window, member):
        services.set_instructors(offer=window.offer, by=member, name="Søren", lanes=2)
        services.change_window(window=window, by=member, parallel=2)
        book(window)
        book(window)
        with pytest.raises(Refused):
            services.set_instructors(offer=window.offer, by=member, name="Søren", lanes=1)


def test_a_page_of_times_is_saved_whole_or_not_at_all(published, member):
    with pytest.raises(Refused):
        services.add_times(
            offer=published,
            by=member,
            windows=[
                tuesday(starts=dt.time(hour), ends=dt.time(hour + 1), weekday=day)
                for day in range(1, 8)
                for hour in range(22)
            ],
        )
    assert published.windows.count() == 1


def test_a_time_removed_meanwhile_does_not_come_back(published, member, window):
    date = FixedDateFactory(offer=published)
    FixedDate.objects.filter(pk=date.pk).delete()
    Window.objects.filter(pk=window.pk).delete()
    with pytest.raises(Refused):
        services.change_window(window=window, by=member, parallel=3)
    with pytest.raises(Refused):
        services.change_date(date=date, by=member, capacity=3)
    services.remove_window(window=window, by=member)
    services.remove_date(date=date, by=member)
    assert not published.windows.exists()
    assert not published.fixed_dates.exists()
    assert not published.log.exists()
