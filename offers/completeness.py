"""What an offer must say before the consultant is asked to read it, question by question."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from offers.enums import PlaceKind, PriceModel
from offers.models import Offer, OfferVersion
from skoleplus.core.clock import today


@dataclass(frozen=True)
class Missing:
    """A question without an answer: the step it belongs to, and what to do."""

    step: str
    words: str


def missing(version: OfferVersion, *, with_times: bool = True) -> list[Missing]:
    """Everything that keeps the version from being sent, in the order of the questions.

    Args:
        with_times: whether the offer must have a time that lies ahead (one SQL statement).
    """
    found = [
        ("hvad", not version.title, _("Give the offer a title.")),
        ("hvad", not version.summary, _("Say in one sentence what the pupils will do.")),
        ("klassetrin", version.grade_from is None, _("Say which grades it is for.")),
        ("varighed", version.minutes is None, _("Say how long it takes.")),
        ("sted", not version.place, _("Say where it happens.")),
        ("sted", _lacks_place(version), _("Say where the school is to come.")),
        ("tider", with_times and not _has_times(version.subject), _("Say when you can.")),
        ("pris", not version.price_model, _("Say what it costs.")),
        ("pris", _lacks_amount(version), _("Write the amount, or say that it is free.")),
        ("proeve", version.pilot and version.pilot_ends_on is None, _("Say when the pilot ends.")),
    ]
    return [Missing(step, words) for step, is_missing, words in found if is_missing]


def _lacks_place(version: OfferVersion) -> bool:
    if version.place == PlaceKind.ELSEWHERE:
        return not version.place_note
    address = version.subject.association.address
    return version.place == PlaceKind.ASSOCIATION and not (version.place_note or address)


def _lacks_amount(version: OfferVersion) -> bool:
    return version.price_model in (PriceModel.HOURLY, PriceModel.FIXED) and not version.price_amount


def _has_times(offer: Offer) -> bool:
    ahead = Q(windows__last_day__gte=today()) | Q(fixed_dates__day__gte=today())
    return Offer.objects.filter(ahead, pk=offer.pk).exists()
