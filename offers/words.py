"""Times of an offer in plain words, as people would say them."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skoleplus.core import danish


def window(row: Any) -> str:
    """A weekly window: "Tuesdays 10–12, 1 February – 30 April 2027, not in holidays, 2 groups at a time"."""
    words = _("%(weekday)s %(hours)s, %(period)s, not in holidays") % {
        "weekday": _every(row.weekday),
        "hours": danish.hours(row.starts, row.ends),
        "period": danish.period(row.first_day, row.last_day),
    }
    if row.parallel == 1:
        return words
    return words + _(", %(count)s groups at a time") % {"count": row.parallel}


def fixed_date(row: Any) -> str:
    """ "Thursday 11 March, 9–11, room for 28 pupils"."""
    places = ngettext("room for %(count)s pupil", "room for %(count)s pupils", row.capacity)
    return _("%(day)s %(hours)s, %(places)s") % {
        "day": danish.day(row.day, weekday=True),
        "hours": danish.hours(row.starts, row.ends),
        "places": places % {"count": row.capacity},
    }


def _every(weekday: int) -> str:
    names = [
        _("Mondays"), _("Tuesdays"), _("Wednesdays"), _("Thursdays"), _("Fridays"), _("Saturdays"),
        _("Sundays"),
    ]  # fmt: skip
    return names[weekday - 1]
