"""Two versions beside each other."""

import datetime as dt

import pytest

from skoleplus.screening import words
from tests.factories import AssociationProfileFactory, OfferVersionFactory

pytestmark = pytest.mark.django_db


def test_every_word_in_its_order_and_what_changed():
    old = AssociationProfileFactory(intro="Vi ror.", website="")
    new = AssociationProfileFactory(intro="Vi ror stille.", website="")
    found = words.compare(old, new)

    assert [field.name for field in found] == list(new.WORDS)
    changed = {field.name for field in found if field.changed}
    assert changed == {"name", "intro"}


def test_a_first_version_has_nothing_beside_it():
    new = AssociationProfileFactory(intro="Vi ror.")
    found = {field.name: field for field in words.compare(None, new)}
    assert found["intro"].old == ""
    assert found["intro"].changed
    assert not found["website"].changed


def test_choices_lists_and_dates_are_words():
    version = OfferVersionFactory(
        languages=["da", "en"], pilot=True, pilot_ends_on=dt.date(2027, 6, 30), minutes=90, travel_km=0
    )
    assert words.shown(version, "place") == version.get_place_display()
    assert words.shown(version, "languages") == "dansk, engelsk"
    assert words.shown(version, "pilot") not in ("True", "")
    assert words.shown(version, "pilot_ends_on").endswith("2027")
    assert words.shown(version, "travel_km") == "0"
    assert words.shown(version, "accessible") == ""


def test_a_model_may_know_better(monkeypatch):
    version = OfferVersionFactory(price_model="fixed", price_amount=50000)
    monkeypatch.setattr(type(version), "shown_price_amount", lambda self: "500 kr.", raising=False)
    assert words.shown(version, "price_amount") == "500 kr."
