"""A small catalogue to look things up in."""

from collections.abc import Callable

import pytest

from offers import search
from offers.models import Offer
from skoleplus.curriculum.models import Subject
from skoleplus.municipalities.models import Municipality
from tests.factories import AssociationFactory, MunicipalityFactory, OfferFactory, SubjectFactory

SUBJECTS = {
    "idraet": "Idræt",
    "dansk": "Dansk",
    "matematik": "Matematik",
    "natur_teknologi": "Natur/teknologi",
}


@pytest.fixture
def municipality(db) -> Municipality:
    return MunicipalityFactory(name="Prøveby Kommune")


@pytest.fixture
def curriculum(db) -> None:
    for code, name in SUBJECTS.items():
        SubjectFactory(code=code, name=name)


@pytest.fixture
def make_offer(municipality) -> Callable[..., Offer]:
    """make_offer("Kajak", subjects=["idraet"], association__kind="nature", grade_from=4)."""

    def make(title: str, *, subjects: list[str] | None = None, **words) -> Offer:
        of_offer = {name: words.pop(name) for name in list(words) if name.startswith("association")}
        if "association" not in of_offer:
            of_association = {
                name.removeprefix("association__"): of_offer.pop(name) for name in list(of_offer)
            }
            of_offer["association"] = AssociationFactory(**{"municipality": municipality} | of_association)
        state = words.pop("state", None)
        words = {f"published__{name}": value for name, value in {"title": title, **words}.items()}
        offer = OfferFactory(**of_offer, **words, **({"state": state} if state else {}))
        version = offer.versions.get()
        version.subjects.set(Subject.objects.filter(code__in=subjects or []))
        search.reindex(version)
        return offer

    return make
