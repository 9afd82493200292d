"""The portal's only clock, so that tests and simulations can run a whole year."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils import timezone

LOCAL = ZoneInfo("Europe/Copenhagen")


def now() -> dt.datetime:
    """The present moment, aware, in UTC."""
    return timezone.now()


def today() -> dt.date:
    """Today's date where the schools are."""
    return now().astimezone(LOCAL).date()


def at(day: dt.date, time: dt.time) -> dt.datetime:
    """A local day and time as an aware moment in UTC.

    A time that the clock skips in spring is read with the offset before the change, as zoneinfo does.
    """
    return dt.datetime.combine(day, time, tzinfo=LOCAL).astimezone(dt.UTC)


def local(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(LOCAL)
