"""Offers as cards: wherever several of them are shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from offers import facts
from offers.models import OfferVersion
from offers.queries import subject_codes
from offers.shown import Shown, shown
from skoleplus.curriculum.queries import shown_subjects


@dataclass(frozen=True)
class Card:
    url: str
    title: str
    summary: str
    association: str
    tags: tuple[str, ...]
    grades: str
    length_and_place: str
    price: str
    key: str
    topic: str
    picture: Shown | None = None


def subject_names(municipality: object) -> dict[str, str]:
    """Names by code of the subjects that may be shown (one statement)."""
    subjects = shown_subjects().offered_in(municipality)
    return dict(subjects.order_by("order", "name").values_list("code", "name"))


def cards(versions: Iterable[OfferVersion], subjects: dict[str, str], school: str = "") -> list[Card]:
    """Cards in the order of the versions.

    Args:
        subjects: names by code, for the tags.
        school: slug of the school the reader comes from, taken along in the address.
    """
    return [card(version, subjects, school) for version in versions]


def card(version: OfferVersion, subjects: dict[str, str], school: str = "") -> Card:
    offer = version.subject
    names = [subjects[code] for code in subject_codes(version) if code in subjects]
    return Card(
        url=reverse("offers:detail", args=[offer.slug]) + (f"?skole={school}" if school else ""),
        title=version.title,
        summary=version.summary,
        association=offer.association.name,
        tags=(*names[:2], *([f"+{len(names) - 2}"] if len(names) > 2 else [])),
        grades=facts.grades(version),
        length_and_place=" · ".join(part for part in (facts.length(version), facts.place(version)) if part),
        price=facts.price(version),
        key=offer.slug,
        topic=names[0] if names else offer.association.kind,
        picture=cover(version),
    )


def cover(version: OfferVersion) -> Shown | None:
    """The first picture that can be shown, where the version was read with its pictures."""
    ready = getattr(version, "ready_pictures", ())
    return shown(ready[0]) if ready else None
