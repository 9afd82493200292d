"""One offer's page as data: facts in words, times, price, goals, neighbours."""

import datetime as dt
import json
from itertools import groupby, islice
from typing import Any, NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from offers import availability, calendars, facts, words
from offers.calendars import Calendar
from offers.catalogue.cards import cards, subject_names
from offers.enums import PlaceKind
from offers.models import WEEKDAYS, OfferVersion
from offers.queries import similar
from offers.shown import address, shown
from skoleplus.core import danish
from skoleplus.core.clock import local, today

TIMES_SHOWN = 4
SIMILAR_SHOWN = 3
SHARE_WIDTH = 1600
AHEAD = dt.timedelta(days=400)


class Fact(NamedTuple):
    """A line of the box beside the text; `notes` stand below the answer in small letters."""

    icon: str
    term: str
    answer: str
    notes: list[str] = []


class Time(NamedTuple):
    """A free time to ask for; `key` is what the inquiry's form takes."""

    key: str
    day: str
    hours: str
    note: str


def context(version: Any, school: str = "") -> dict[str, Any]:
    """What templates/offers/detail.html shows of a version read by queries.with_curriculum.

    Four statements: calendar, neighbours, their pictures, names of subjects.

    Args:
        school: slug of the school the reader comes from, taken along to the inquiry.
    """
    offer = version.subject
    municipality = offer.association.municipality
    calendar = calendars.of_offer(offer, version)
    return {
        "version": version,
        "offer": offer,
        "association": offer.association,
        "tags": [subject["name"] for subject in version.subject_list],
        "facts": _facts(version, calendar),
        "times": _next_days(calendar),
        "windows": [words.window(window) for window in calendar.windows],
        "similar": cards(similar(version, SIMILAR_SHOWN), subject_names(municipality), school),
        "school": school,
        "url": settings.SITE_URL + reverse("offers:detail", args=[offer.slug]),
        "structured_data": structured_data(version),
        "pictures": [shown(picture) for picture in version.ready_pictures],
        "share_picture": share_picture(version),
    }


def share_picture(version: Any) -> str:
    """The address of what social media show, empty without a picture."""
    cover = next(iter(version.ready_pictures), None)
    return settings.SITE_URL + address(cover, SHARE_WIDTH, "webp") if cover else ""


def _next_days(calendar: Calendar) -> list[Time]:
    """The first free time of each of the next days: four quarters of one morning help nobody choose."""
    free = availability.times(calendar, today(), today() + AHEAD)
    by_day = islice(groupby(free, lambda time: time.day), TIMES_SHOWN)
    return [_time(next(times), more=next(times, None) is not None) for _day, times in by_day]


def _time(time: availability.FreeTime, *, more: bool) -> Time:
    note = _("also later that day") if more else ""
    if len(time.sessions) > 1:
        note = _("first of %(count)s sessions") % {"count": len(time.sessions)}
    elif time.dated:
        note = ngettext("%(count)s place left", "%(count)s places left", time.left) % {"count": time.left}
    hours = danish.hours(local(time.starts_at).time(), local(time.ends_at).time())
    return Time(time.key, danish.day(time.day, weekday=True), hours, note)


def _facts(version: OfferVersion, calendar: Calendar) -> list[Fact]:
    return [_who(version), *_when(version, calendar), _where(version), _price(version), *_more(version)]


def _who(version: OfferVersion) -> Fact:
    notes = [facts.group(version)] if facts.group(version) else []
    if version.whole_classes:
        notes.append(_("Whole classes"))
    return Fact("users", _("Grades"), facts.grades(version), notes)


def _when(version: OfferVersion, calendar: Calendar) -> list[Fact]:
    sessions = ngettext("%(count)s session", "%(count)s sessions", version.sessions)
    notes = [sessions % {"count": version.sessions}] if version.sessions > 1 else []
    found = [Fact("clock", _("Duration"), facts.length(version), [version.get_type_display(), *notes])]
    if season := _season(calendar):
        found.append(Fact("calendar", _("Period"), *season))
    return found


def _season(calendar: Calendar) -> tuple[str, list[str]] | None:
    """The stretch of the year and its weekdays: "1. februar – 30. april", "tirsdag og torsdag"."""
    upcoming = [date.day for date in calendar.dates if date.day >= today()]
    starts = [max(window.first_day, today()) for window in calendar.windows] + upcoming
    ends = [window.last_day for window in calendar.windows] + upcoming
    if not starts:
        return None
    days = {window.weekday for window in calendar.windows} | {day.isoweekday() for day in upcoming}
    names = [str(name).lower() for number, name in WEEKDAYS if number in days]
    return danish.period(min(starts), max(ends)), [_and(names)]


def _where(version: OfferVersion) -> Fact:
    association = version.subject.association
    notes = [version.place_note] if version.place_note else []
    if version.place == PlaceKind.ASSOCIATION and association.city:
        town = f"{association.postcode} {association.city}".strip()
        notes.append(", ".join(part for part in (association.address, town) if part))
    if version.travel_km and version.place in (PlaceKind.SCHOOL, PlaceKind.OPEN):
        notes.append(_("We come up to %(distance)s km") % {"distance": version.travel_km})
    return Fact("map-pin", _("Where"), facts.place(version), notes)


def _price(version: OfferVersion) -> Fact:
    """The terms; what a class pays in all, and how it comes about, where that is not the same."""
    cost = facts.class_cost(version)
    notes = []
    if not cost.is_free:
        total = danish.kroner(cost.total)
        pupils = facts.class_size(version)
        notes.append(_("A class of %(pupils)s pays %(total)s in all") % {"pupils": pupils, "total": total})
        notes += [line.words for line in cost.lines]
    if version.price_note:
        notes.append(version.price_note)
    return Fact("wallet", _("Price"), facts.price(version), notes)


def _more(version: OfferVersion) -> list[Fact]:
    teacher = _("Takes part") if version.teacher_present else _("Need not take part, if the head agrees")
    found = [Fact("user-check", _("The teacher"), teacher)]
    if version.accessible is not None or version.accessible_note:
        answer = {True: _("Yes"), False: _("No"), None: _("Ask us")}[version.accessible]
        notes = [version.accessible_note] if version.accessible_note else []
        found.append(Fact("accessibility", _("Wheelchair access"), answer, notes))
    if languages := _languages(version):
        found.append(Fact("languages", _("Languages"), languages))
    if version.pilot:
        found.append(Fact("flask-conical", _("Pilot"), _pilot(version)))
    return found


def _pilot(version: OfferVersion) -> str:
    if version.pilot_ends_on is None:
        return _("Yes")
    return _("Until %(day)s") % {"day": danish.day(version.pilot_ends_on)}


def _languages(version: OfferVersion) -> str:
    return _and([danish.language(code) for code in version.languages])


def _and(parts: list[str]) -> str:
    """ "a", "a og b", "a, b og c"."""
    if len(parts) < 2:
        return "".join(parts)
    return _("%(first)s and %(last)s") % {"first": ", ".join(parts[:-1]), "last": parts[-1]}


def structured_data(version: Any) -> SafeString:
    """The offer for search engines (schema.org/Course), safe inside a script element that is data."""
    offer = version.subject
    data = {
        "@context": "https://schema.org",
        "@type": "Course",
        "name": version.title,
        "description": version.summary or version.title,
        "url": settings.SITE_URL + reverse("offers:detail", args=[offer.slug]),
        "provider": {"@type": "Organization", "name": offer.association.name},
        "educationalLevel": facts.grades(version),
        "about": [subject["name"] for subject in version.subject_list],
        "inLanguage": version.languages,
        "offers": {
            "@type": "Offer",
            "price": f"{facts.class_cost(version).total / 100:.2f}",
            "priceCurrency": "DKK",
        },
    }
    text = json.dumps(data, ensure_ascii=False)
    return mark_safe(text.translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}))
