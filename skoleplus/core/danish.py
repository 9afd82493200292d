"""How Danes write dates, weeks, grades and money."""

import datetime as dt

from babel import Locale
from babel.dates import format_date
from django.utils.translation import gettext as _
from django.utils.translation import npgettext, pgettext

from skoleplus.core import clock

NBSP = "\N{NO-BREAK SPACE}"
DASH = "\N{EN DASH}"


def day(value: dt.date | dt.datetime, *, weekday: bool = False, year: bool | None = None) -> str:
    """ "3. marts 2027", without the year when it is this one.

    Args:
        weekday: begin with the day of the week, "onsdag 3. marts".
        year: True always writes the year, False never; None only when it is not the current one.
    """
    date = _date(value)
    show_year = date.year != clock.today().year if year is None else year
    pattern = ("EEEE 'd.' d. MMMM" if weekday else "d. MMMM") + (" y" if show_year else "")
    return format_date(date, pattern, locale="da").replace(". ", f".{NBSP}", 1 if not weekday else 2)


def moment(value: dt.datetime) -> str:
    """ "3. marts kl. 14.05", local time."""
    local = clock.local(value)
    return f"{day(local)} {_clock(local)}"


def ago(value: dt.datetime) -> str:
    """ "i dag kl. 14.05", "i går kl. 9.30", else the date."""
    local = clock.local(value)
    days = (clock.today() - local.date()).days
    if days not in (0, 1):
        return moment(value)
    word = _("today") if days == 0 else _("yesterday")
    return f"{word} {_clock(local)}"


def period(start: dt.date, end: dt.date) -> str:
    """ "1. februar – 30. april 2027"; one date when both are the same day."""
    if start == end:
        return day(start)
    two_years = start.year != end.year
    return f"{day(start, year=two_years)} {DASH} {day(end, year=two_years or None)}"


def hours(start: dt.time, end: dt.time) -> str:
    """ "kl. 10.00–11.30"."""
    return f"{_clock(start)}{DASH}{end:%H.%M}"


def week(value: dt.date | dt.datetime) -> str:
    """ "uge 41" (ISO 8601)."""
    word = pgettext("before its number", "week")
    return f"{word}{NBSP}{_date(value).isocalendar().week}"


def kroner(amount: int) -> str:
    """An amount in øre as "1.250 kr." or "1.250,50 kr."."""
    whole, rest = divmod(abs(amount), 100)
    text = f"{whole:,}".replace(",", ".") + (f",{rest:02}" if rest else "")
    return f"{'-' if amount < 0 else ''}{text}{NBSP}kr."


def grade_range(low: int, high: int) -> str:
    """ "4.–6. klasse"; 0 is børnehaveklassen, written "0. klasse"."""
    numbers = f"{low}." if low == high else f"{low}.{DASH}{high}."
    word = pgettext("after its number, as in 4th grade", "grade")
    return f"{numbers}{NBSP}{word}"


def minutes(total: int) -> str:
    """ "45 min.", "1 time", "1½ time", "2 timer og 15 min."."""
    whole, rest = divmod(total, 60)
    short = _("min.")
    if whole == 0:
        return f"{rest}{NBSP}{short}"
    # Danish counts one and a half in the singular: "1½ time".
    unit = npgettext("length of time", "hour", "hours", whole)
    if rest in (0, 30):
        half = "½" if rest else ""
        return f"{whole}{half}{NBSP}{unit}"
    joint = pgettext("between hours and minutes", "and")
    return f"{whole}{NBSP}{unit} {joint} {rest}{NBSP}{short}"


def _clock(time: dt.time | dt.datetime) -> str:
    word = pgettext("before a time of day", "at")
    return f"{word}{NBSP}{time:%H.%M}"


def _date(value: dt.date | dt.datetime) -> dt.date:
    return clock.local(value).date() if isinstance(value, dt.datetime) else value


def language(code: str) -> str:
    """ "dansk" for "da"; a code nobody knows is shown as it is."""
    return str(Locale("da").languages.get(code, code))
