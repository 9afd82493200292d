"""The time a school wishes or an association proposes, looked up among the free ones."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from collaborations.models import Proposal
from offers import availability, calendars
from offers.availability import FreeTime
from offers.calendars import Calendar
from offers.models import Offer
from offers.services import NotFree, add_date
from skoleplus.core.clock import at, local, now, today
from skoleplus.core.danish import moment

KEY = "%Y-%m-%dT%H:%M"


def free_time(offer: Offer, key: str, *, pupils: int, notice: bool = True) -> FreeTime:
    """The free time a form named by its key.

    Args:
        key: `FreeTime.key`, the start of the first session in UTC.
        pupils: how many come; a fixed date must have places for them.
        notice: whether the association's days of notice hold. They bind who asks, not the association.

    Raises:
        NotFree: past, holiday, too late to ask, full or closed.
    """
    starts_at = _start(key)
    if starts_at is None:
        raise NotFree(_("Choose one of the free times."))
    calendar = calendars.of_offer(offer)
    days = calendar.notice_days
    calendar.notice_days = days if notice else 0
    found = _find(calendar, starts_at, pupils)
    if found is None:
        raise NotFree(_why_not(calendar, starts_at, pupils))
    return found


def open_time(offer: Offer, *, day: dt.date, start: dt.time, pupils: int, by: Any) -> FreeTime:
    """A time the association names itself: one of its free times, or a date it opens for so many pupils.

    Only for offers of one session: the dates of a course belong together and are kept with the offer.

    Raises:
        NotFree: past, holiday, the instructors are elsewhere, or it would end after midnight.
    """
    starts_at = at(day, start)
    key = starts_at.strftime(KEY)
    try:
        return free_time(offer, key, pupils=pupils, notice=False)
    except NotFree:
        minutes = calendars.of_offer(offer).minutes or 0
        ends = local(starts_at + dt.timedelta(minutes=minutes))
        if ends.date() != day:
            raise NotFree(_("The time must end on the same day. Choose another time.")) from None
        add_date(offer=offer, by=by, day=day, starts=start, ends=ends.time(), capacity=pupils)
        return free_time(offer, key, pupils=pupils, notice=False)


def still_free(offer: Offer, proposal: Proposal) -> None:
    """Raises NotFree when a proposed time has been taken or has passed meanwhile."""
    first = proposal.sessions.all()[0]
    free_time(offer, first.starts_at.astimezone(dt.UTC).strftime(KEY), pupils=proposal.pupils, notice=False)


def _find(calendar: Calendar, starts_at: dt.datetime, pupils: int) -> FreeTime | None:
    day = local(starts_at).date()
    found = availability.times(calendar, day, day, pupils=pupils)
    return next((time for time in found if time.starts_at == starts_at), None)


def _why_not(calendar: Calendar, starts_at: dt.datetime, pupils: int) -> str:
    day = local(starts_at).date()
    words = {"time": moment(starts_at), "days": calendar.notice_days, "pupils": pupils}
    if starts_at <= now():
        return _("%(time)s has passed. Choose another time.") % words
    if calendar.holiday(day):
        words["holiday"] = calendar.holiday(day)
        return _("%(time)s lies in a holiday (%(holiday)s). Choose another time.") % words
    if day < today() + dt.timedelta(days=calendar.notice_days):
        return _("It is too late to ask for %(time)s. Ask at least %(days)s days before.") % words
    if pupils > 1 and _find(calendar, starts_at, 1):
        return _("There is not room for %(pupils)s pupils on %(time)s. Choose another time.") % words
    return _("%(time)s is not free any more. Choose another time.") % words


def _start(key: str) -> dt.datetime | None:
    try:
        start = dt.datetime.strptime(key, KEY).replace(tzinfo=dt.UTC)
        local(start)
    except (ValueError, OverflowError):
        return None
    return start
