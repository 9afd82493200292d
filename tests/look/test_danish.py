"""Dates, money and grades as Danes write them."""

import datetime as dt

import pytest
import time_machine
from django.template import Context, Template

from skoleplus.core import danish

HERE = "\N{NO-BREAK SPACE}"


def plain(text: str) -> str:
    return text.replace(HERE, " ")


@pytest.fixture(autouse=True)
def _in_march() -> object:
    with time_machine.travel(dt.datetime(2027, 3, 3, 11, 0, tzinfo=dt.UTC), tick=False):
        yield


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (danish.day, "3. marts"),
        (lambda d: danish.day(d, weekday=True), "onsdag d. 3. marts"),
        (lambda d: danish.day(d, year=True), "3. marts 2027"),
        (lambda d: danish.day(d.replace(year=2028)), "3. marts 2028"),
        (danish.week, "uge 9"),
    ],
)
def test_days(written: object, meant: str) -> None:
    assert plain(written(dt.date(2027, 3, 3))) == meant


def test_moments_are_local() -> None:
    summer = dt.datetime(2027, 7, 1, 22, 30, tzinfo=dt.UTC)
    assert plain(danish.moment(summer)) == "2. juli kl. 00.30"


@pytest.mark.parametrize(
    ("moment", "meant"),
    [
        (dt.datetime(2027, 3, 3, 8, 5, tzinfo=dt.UTC), "i dag kl. 09.05"),
        (dt.datetime(2027, 3, 2, 8, 5, tzinfo=dt.UTC), "i går kl. 09.05"),
        (dt.datetime(2027, 3, 1, 8, 5, tzinfo=dt.UTC), "1. marts kl. 09.05"),
    ],
)
def test_near_moments_are_named(moment: dt.datetime, meant: str) -> None:
    assert plain(danish.ago(moment)) == meant


@pytest.mark.parametrize(
    ("start", "end", "meant"),
    [
        (dt.date(2027, 2, 1), dt.date(2027, 4, 30), "1. februar – 30. april"),
        (dt.date(2027, 11, 1), dt.date(2028, 2, 1), "1. november 2027 – 1. februar 2028"),
        (dt.date(2027, 2, 1), dt.date(2027, 2, 1), "1. februar"),
    ],
)
def test_periods(start: dt.date, end: dt.date, meant: str) -> None:
    assert plain(danish.period(start, end)) == meant


@pytest.mark.parametrize(
    ("amount", "meant"),
    [
        (0, "0 kr."),
        (125000, "1.250 kr."),
        (125050, "1.250,50 kr."),
        (-5, "-0,05 kr."),
        (10**9, "10.000.000 kr."),
    ],
)
def test_money_comes_in_øre(amount: int, meant: str) -> None:
    assert plain(danish.kroner(amount)) == meant


@pytest.mark.parametrize(("low", "high", "meant"), [(4, 6, "4.–6. klasse"), (0, 0, "0. klasse")])
def test_grades(low: int, high: int, meant: str) -> None:
    assert plain(danish.grade_range(low, high)) == meant


@pytest.mark.parametrize(
    ("total", "meant"),
    [(45, "45 min."), (60, "1 time"), (90, "1½ time"), (120, "2 timer"), (135, "2 timer og 15 min.")],
)
def test_durations(total: int, meant: str) -> None:
    assert plain(danish.minutes(total)) == meant


@pytest.mark.parametrize("name", ["day", "moment", "week", "kroner", "duration", "markdown", "plain"])
def test_filters_leave_nothing_as_nothing(name: str) -> None:
    assert Template("{% load danish %}{{ value|" + name + " }}").render(Context({"value": None})) == ""
