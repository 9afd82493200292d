"""An offer's facts as the catalogue writes them: short, in plain words."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from offers import prices
from offers.enums import PlaceKind, PriceModel, PricePer
from skoleplus.core import danish

# An ordinary class, where nobody has said how many pupils come.
CLASS_SIZE = 24


def class_cost(version: Any) -> prices.Cost:
    """What an ordinary class pays for all of it: compared in the catalogue, explained on the offer's page."""
    return prices.cost(version, pupils=class_size(version))


def class_size(version: Any) -> int:
    """How many pupils an ordinary class comes with, within what the offer takes."""
    return min(max(CLASS_SIZE, version.group_min or 0), version.group_max or CLASS_SIZE)


def grades(version: Any) -> str:
    """ "4.–6. klasse"."""
    if version.grade_from is None:
        return ""
    return danish.grade_range(version.grade_from, version.grade_to)


def length(version: Any) -> str:
    """ "90 min." or "4 × 2 timer"."""
    if version.minutes is None:
        return ""
    once = danish.minutes(version.minutes)
    return once if version.sessions == 1 else f"{version.sessions}{danish.NBSP}×{danish.NBSP}{once}"


def place(version: Any) -> str:
    names = {
        PlaceKind.SCHOOL: _("At your school"),
        PlaceKind.ASSOCIATION: _("At the association"),
        PlaceKind.ELSEWHERE: _("Out of the school"),
        PlaceKind.ONLINE: _("Online"),
        PlaceKind.OPEN: _("Place by agreement"),
    }
    return names[PlaceKind(version.place)] if version.place else ""


def price(version: Any) -> str:
    """ "Gratis for skolen", "800 kr. pr. besøg": the terms, not the sum."""
    if class_cost(version).is_free:
        return _("Free for the school")
    if not version.price_amount:
        return _("Only transport: %(amount)s") % {"amount": danish.kroner(version.transport)}
    per = PricePer.HOUR if version.price_model == PriceModel.HOURLY else PricePer(version.price_per)
    words = {
        PricePer.PUPIL: _("%(amount)s per pupil"),
        PricePer.CLASS: _("%(amount)s per class"),
        PricePer.VISIT: _("%(amount)s per visit"),
        PricePer.HOUR: _("%(amount)s an hour per instructor"),
        PricePer.COURSE: _("%(amount)s in all"),
    }
    return words[per] % {"amount": danish.kroner(version.price_amount)}


def group(version: Any) -> str:
    """ "10–28 elever", "højst 28 elever", empty when not said."""
    low, high = version.group_min, version.group_max
    if low and high:
        words = ngettext("%(low)s–%(high)s pupil", "%(low)s–%(high)s pupils", high)
        return words % {"low": low, "high": high}
    if high:
        return ngettext("at most %(high)s pupil", "at most %(high)s pupils", high) % {"high": high}
    if low:
        return ngettext("at least %(low)s pupil", "at least %(low)s pupils", low) % {"low": low}
    return ""
