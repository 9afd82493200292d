"""How long a declaration may hold. Ours, not the law's: a declaration follows the school year."""

import datetime as dt

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from skoleplus.core.clock import today

LONGEST_MONTHS = 13
LAST_MONTH, LAST_DAY = 8, 31


def default_valid_until(day: dt.date | None = None) -> dt.date:
    """The next 31 August that is at least a month away."""
    day = day or today()
    this_year = dt.date(day.year, LAST_MONTH, LAST_DAY)
    return this_year if day < dt.date(day.year, LAST_MONTH, 1) else this_year.replace(year=day.year + 1)


def latest_valid_until(signed_on: dt.date) -> dt.date:
    """Thirteen months after a day, or the last day of that month where it has no such day."""
    months = signed_on.month - 1 + LONGEST_MONTHS
    first = dt.date(signed_on.year + months // 12, months % 12 + 1, 1)
    last_of_month = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return min(first + dt.timedelta(days=signed_on.day - 1), last_of_month)


def problem_with(signed_on: dt.date, valid_until: dt.date) -> str | Promise:
    """A sentence on what is wrong with the two dates, empty when nothing is."""
    if signed_on > today():
        return _("The declaration is dated in the future. Write the day it was signed.")
    if valid_until <= today():
        return _("The last day is over. Write a day ahead of today.")
    if valid_until > latest_valid_until(signed_on):
        return _("A declaration holds for 13 months at most. Write an earlier last day.")
    return ""
