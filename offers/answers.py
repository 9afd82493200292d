"""What an association has answered so far, one line per part of the form, for the overview."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from offers import facts
from offers.models import OfferVersion
from skoleplus.core import danish
from skoleplus.core.markdown import plain

LONGEST = 90


def line(step: str, version: OfferVersion) -> str:
    """The answer in a few words, empty when there is none yet."""
    return SUMMARIES[step](version)


def _what(version: OfferVersion) -> str:
    return ". ".join(part for part in (version.title, version.summary) if part)


def _grades(version: OfferVersion) -> str:
    if version.grade_from is None or version.grade_to is None:
        return ""
    return danish.grade_range(version.grade_from, version.grade_to)


def _length(version: OfferVersion) -> str:
    if version.minutes is None:
        return ""
    return f"{version.get_type_display()}, {facts.length(version)}"


def _place(version: OfferVersion) -> str:
    parts = [version.get_place_display() if version.place else "", _clip(version.place_note)]
    return ", ".join(part for part in parts if part)


def _times(version: OfferVersion) -> str:
    offer = version.subject
    windows, dates = offer.windows.count(), offer.fixed_dates.count()
    parts = []
    if windows:
        parts.append(
            ngettext("%(count)s time a week", "%(count)s times a week", windows) % {"count": windows}
        )
    if dates:
        parts.append(ngettext("%(count)s date", "%(count)s dates", dates) % {"count": dates})
    return ", ".join(parts)


def _price(version: OfferVersion) -> str:
    return facts.price(version) if version.price_model else ""


def _pictures(version: OfferVersion) -> str:
    count = version.pictures.count()
    return ngettext("%(count)s picture", "%(count)s pictures", count) % {"count": count} if count else ""


def _texts(version: OfferVersion) -> str:
    return _clip(plain(version.before or version.during or version.after))


def _curriculum(version: OfferVersion) -> str:
    names = ", ".join(subject.name for subject in version.subjects.all())
    goals = version.goals.count()
    count = ngettext("%(count)s goal", "%(count)s goals", goals) % {"count": goals} if goals else ""
    return ". ".join(part for part in (names, count) if part)


def _group(version: OfferVersion) -> str:
    teacher = "" if version.teacher_present else _("without a teacher")
    return ", ".join(part for part in (facts.group(version), teacher) if part)


def _practical(version: OfferVersion) -> str:
    return _clip(version.brings or version.school_provides or version.accessible_note)


def _price_details(version: OfferVersion) -> str:
    transport = ""
    if version.transport:
        transport = _("Transport %(amount)s each time") % {"amount": danish.kroner(version.transport)}
    return ". ".join(part for part in (transport, _clip(version.price_note)) if part)


def _contact(version: OfferVersion) -> str:
    offer = version.subject
    own = [offer.contact_name, offer.contact_email, offer.contact_phone]
    return ", ".join(part for part in own if part) or _("The association's own contact")


def _pilot(version: OfferVersion) -> str:
    if not version.pilot or version.pilot_ends_on is None:
        return ""
    return _("Pilot until %(day)s") % {"day": danish.day(version.pilot_ends_on)}


def _clip(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


SUMMARIES: dict[str, Any] = {
    "hvad": _what,
    "klassetrin": _grades,
    "varighed": _length,
    "sted": _place,
    "tider": _times,
    "pris": _price,
    "billeder": _pictures,
    "tekster": _texts,
    "fag": _curriculum,
    "deltagere": _group,
    "praktisk": _practical,
    "prisdetaljer": _price_details,
    "video": lambda version: version.video_url,
    "kontakt": _contact,
    "proeve": _pilot,
}
