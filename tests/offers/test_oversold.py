"""Many connections press at once, and nothing is ever oversold."""

import datetime as dt
import threading

import pytest
from django.db import connection
from django.db.models import Sum

from offers.calendars import Calendar
from offers.enums import BookingState
from offers.models import Booking, InstructorGroup
from offers.services import NotFree, hold, release
from skoleplus.core.clock import at
from tests.factories import FixedDateFactory, OfferFactory, WindowFactory

pytestmark = pytest.mark.django_db(transaction=True)
MANY = [8, pytest.param(50, marks=pytest.mark.soak)]


def press(count, story):
    """Call story(number) from so many connections at the same moment; returns what was got."""
    results = [None] * count
    ready = threading.Barrier(count)

    def one(number):
        try:
            ready.wait(30)
            results[number] = story(number)
        except NotFree as refusal:
            results[number] = refusal
        except Exception as surprise:  # told by the assertion below
            results[number] = surprise
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    surprises = [result for result in results if not isinstance(result, list | NotFree)]
    assert surprises == []
    return [result for result in results if isinstance(result, list)]


def session(day, start, minutes=60):
    begins = at(day, start)
    return begins, begins + dt.timedelta(minutes=minutes)


@pytest.mark.parametrize("count", MANY)
def test_lanes_of_a_window(count):
    window = WindowFactory(parallel=3)
    held = press(
        count,
        lambda number: hold(
            offer=window.offer, sessions=[session(window.first_day, dt.time(10))], pupils=20, by=None
        ),
    )
    assert len(held) == 3
    assert sorted(Booking.objects.values_list("lane", flat=True)) == [1, 2, 3]


@pytest.mark.parametrize("count", MANY)
def test_overlapping_times_of_one_lane(count):
    window = WindowFactory()
    starts = [dt.time(10), dt.time(10, 15), dt.time(10, 30), dt.time(10, 45)]
    held = press(
        count,
        lambda number: hold(
            offer=window.offer,
            sessions=[session(window.first_day, starts[number % 4])],
            pupils=20,
            by=None,
        ),
    )
    assert len(held) == 1


@pytest.mark.parametrize("count", MANY)
def test_places_of_a_date(count):
    date = FixedDateFactory(capacity=50)
    held = press(
        count,
        lambda number: hold(
            offer=date.offer, sessions=[session(date.day, date.starts, 120)], pupils=9, by=None
        ),
    )
    assert len(held) == min(count, 5)
    date.refresh_from_db()
    assert date.taken == Booking.objects.aggregate(all=Sum("places"))["all"] == 9 * len(held)


@pytest.mark.parametrize("count", MANY)
def test_instructors_of_several_offers(count):
    first = WindowFactory(parallel=5)
    group = InstructorGroup.objects.create(association=first.offer.association, name="Søren", lanes=2)
    offers = [
        first.offer,
        WindowFactory(offer=OfferFactory(association=first.offer.association), parallel=5).offer,
    ]
    for offer in offers:
        offer.group = group
        offer.save()
    held = press(
        count,
        lambda number: hold(
            offer=offers[number % 2], sessions=[session(first.first_day, dt.time(10))], pupils=20, by=None
        ),
    )
    assert len(held) == 2
    assert sorted(Booking.objects.values_list("group_lane", flat=True)) == [1, 2]


def test_holding_and_releasing_at_once_keeps_the_count_right():
    date = FixedDateFactory(capacity=40)
    slot = session(date.day, date.starts, 120)

    def come_and_go(number):
        held = hold(offer=date.offer, sessions=[slot], pupils=5, by=None)
        if number % 2:
            release(bookings=held, by=None)
        return held

    press(8, come_and_go)
    date.refresh_from_db()
    still = Booking.objects.filter(state=BookingState.HELD).aggregate(all=Sum("places"))["all"]
    assert date.taken == still == 20


def test_constraints_speak_the_same_words(english, monkeypatch):
    """Without the lock and the look at the calendar, the exclusion constraint says no in words."""
    window = WindowFactory()
    slot = session(window.first_day, dt.time(10))
    hold(offer=window.offer, sessions=[slot], pupils=20, by=None)
    monkeypatch.setattr(Calendar, "overlapping", lambda self, *times: set())
    with pytest.raises(NotFree, match="just"):
        hold(offer=window.offer, sessions=[slot], pupils=20, by=None)
    assert Booking.objects.count() == 1
