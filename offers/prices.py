"""What an offer costs the school, in whole øre, with the sum explained in words.

`per` means: pupil and class once for the whole collaboration, visit once per session, course once, hour per
hour and instructor. Transport is paid per session. A fraction of an øre goes to the school: it is rounded up.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from offers.enums import PriceModel, PricePer
from skoleplus.core.danish import kroner

MINUTES_IN_AN_HOUR = 60


@dataclass(frozen=True)
class Line:
    """One part of the sum: how it comes about, and the amount in øre."""

    words: str
    amount: int


@dataclass(frozen=True)
class Cost:
    lines: tuple[Line, ...]

    @property
    def total(self) -> int:
        """What the school pays, in øre."""
        return sum(line.amount for line in self.lines)

    @property
    def is_free(self) -> bool:
        return self.total == 0


def cost(version: Any, *, pupils: int, classes: int = 1, sessions: int | None = None) -> Cost:
    """The net price of a version for one collaboration.

    Args:
        version: an OfferVersion, or anything with its price fields.
        pupils: how many take part in all.
        classes: how many classes they come from.
        sessions: how many sessions are agreed; the offer's own number when not said.
    """
    held = version.sessions if sessions is None else sessions
    lines = [_price(version, pupils, classes, held), _transport(version, held)]
    return Cost(tuple(line for line in lines if line is not None))


def _price(version: Any, pupils: int, classes: int, sessions: int) -> Line | None:
    if version.price_model == PriceModel.FREE or not version.price_amount:
        return None
    amount = kroner(version.price_amount)
    if version.price_model == PriceModel.HOURLY or version.price_per == PricePer.HOUR:
        return _by_the_hour(version, sessions)
    if version.price_per == PricePer.PUPIL:
        words = ngettext("%(count)s pupil at %(amount)s", "%(count)s pupils at %(amount)s", pupils)
        count = pupils
    elif version.price_per == PricePer.CLASS:
        words = ngettext("%(count)s class at %(amount)s", "%(count)s classes at %(amount)s", classes)
        count = classes
    elif version.price_per == PricePer.VISIT:
        words = ngettext("%(count)s session at %(amount)s", "%(count)s sessions at %(amount)s", sessions)
        count = sessions
    else:
        return Line(_("The whole course"), version.price_amount)
    return Line(words % {"count": count, "amount": amount}, count * version.price_amount)


def _by_the_hour(version: Any, sessions: int) -> Line:
    minutes = version.minutes or 0
    exact = version.price_amount * version.instructors * minutes * sessions
    instructors = ngettext("%(count)s instructor", "%(count)s instructors", version.instructors)
    times = ngettext("%(count)s session", "%(count)s sessions", sessions)
    words = _("%(instructors)s, %(sessions)s of %(minutes)s minutes at %(amount)s an hour") % {
        "instructors": instructors % {"count": version.instructors},
        "sessions": times % {"count": sessions},
        "minutes": minutes,
        "amount": kroner(version.price_amount),
    }
    return Line(words, -(-exact // MINUTES_IN_AN_HOUR))


def _transport(version: Any, sessions: int) -> Line | None:
    if not version.transport:
        return None
    words = ngettext(
        "Transport, %(count)s session at %(amount)s", "Transport, %(count)s sessions at %(amount)s", sessions
    )
    amount = kroner(version.transport)
    return Line(words % {"count": sessions, "amount": amount}, sessions * version.transport)
