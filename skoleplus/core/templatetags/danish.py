"""Filters that write dates, money and grades as Danes do. Empty in, empty out."""

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any

from django import template

from skoleplus.core import danish
from skoleplus.core import markdown as md

register = template.Library()


def _filter(function: Callable[..., str]) -> Callable[..., str]:
    @register.filter(function.__name__)
    @wraps(function)
    def guarded(value: Any, *args: Any) -> str:
        return "" if value in (None, "") else function(value, *args)

    return guarded


@_filter
def day(value: dt.date, how: str = "") -> str:
    """{{ date|day }} "3. marts", {{ date|day:"weekday" }} "onsdag d. 3. marts", {{ date|day:"year" }}."""
    return danish.day(value, weekday="weekday" in how, year=True if "year" in how else None)


@_filter
def moment(value: dt.datetime) -> str:
    """{{ created_at|moment }} "3. marts kl. 14.05"."""
    return danish.moment(value)


@_filter
def ago(value: dt.datetime) -> str:
    """{{ created_at|ago }} "i dag kl. 14.05"."""
    return danish.ago(value)


@_filter
def until(start: dt.date, end: dt.date) -> str:
    """{{ start|until:end }} "1. februar – 30. april"."""
    return danish.period(start, end)


@_filter
def clock_range(start: dt.time, end: dt.time) -> str:
    """{{ starts|clock_range:ends }} "kl. 10.00–11.30"."""
    return danish.hours(start, end)


@_filter
def week(value: dt.date) -> str:
    """{{ date|week }} "uge 41"."""
    return danish.week(value)


@_filter
def kroner(value: int) -> str:
    """{{ price|kroner }} an amount in øre as "1.250 kr."."""
    return danish.kroner(int(value))


@_filter
def duration(value: int) -> str:
    """{{ 90|duration }} "1½ time"."""
    return danish.minutes(int(value))


@_filter
def grades(low: int, high: int) -> str:
    """{{ offer.grade_from|grades:offer.grade_to }} "4.–6. klasse"."""
    return danish.grade_range(int(low), int(high))


@_filter
def markdown(value: str) -> str:
    """{{ text|markdown }} HTML, safe whoever wrote it; stands in <div class="prose">."""
    return md.render(value)


@_filter
def plain(value: str) -> str:
    """{{ text|plain }} the words of a Markdown text."""
    return md.plain(value)
