"""The demo's spring is always ahead."""

import datetime as dt
import json

import pytest

from handover.demo.dates import AHEAD, moved
from handover.demo.loading import BUNDLE
from tests.handover.bundles import messages


@pytest.fixture(scope="module")
def bundle():
    return json.loads(BUNDLE.read_text(encoding="utf-8"))


def test_in_its_own_year_nothing_is_moved(bundle):
    assert moved(bundle, dt.date(2026, 11, 22)) is bundle


@pytest.mark.parametrize("today", [dt.date(2027, 5, 1), dt.date(2028, 2, 29), dt.date(2031, 12, 31)])
def test_later_everything_is_put_off_by_whole_weeks(bundle, today):
    later = moved(bundle, today)

    before, after = bundle["offers"][0]["availability"][0], later["offers"][0]["availability"][0]
    distance = dt.date.fromisoformat(after["start"]) - dt.date.fromisoformat(before["start"])
    assert distance.days % 7 == 0
    assert after["weekday"] == before["weekday"]
    days = [slot.get("end") or slot["date"] for offer in later["offers"] for slot in offer["availability"]]
    assert dt.date.fromisoformat(max(days)) >= today + AHEAD


def test_nothing_but_dates_is_moved(bundle):
    later = moved(bundle, dt.date(2029, 1, 1))

    assert later["offers"][0]["title"] == bundle["offers"][0]["title"]
    assert [offer["key"] for offer in later["offers"]] == [offer["key"] for offer in bundle["offers"]]
    assert later["associations"][0]["attested_until"] > bundle["associations"][0]["attested_until"]


def test_a_moved_bundle_is_still_one(bundle, curriculum):
    from handover.bundle.known import known_to

    assert messages(moved(bundle, dt.date(2029, 1, 1)), known_to("217")) == []
