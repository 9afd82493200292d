"""The demo's drawings take the road of every upload."""

import pytest

from handover.demo import hanging
from handover.demo.pictures import CREDIT, Drawing
from offers.enums import PictureState
from offers.models import Picture
from skoleplus.core.clock import now
from tests import factories


@pytest.fixture
def one_drawing(monkeypatch):
    drawings = tuple(drawing for drawing in hanging.DRAWINGS if drawing.offer == "o22")
    monkeypatch.setattr(hanging, "DRAWINGS", drawings)
    return drawings[0]


@pytest.mark.django_db(transaction=True)
def test_a_picture_is_hung_published_and_prepared(one_drawing: Drawing):
    offer = factories.OfferFactory(key="o22")
    by = factories.UserFactory()

    hanging.hang_pictures(offer.municipality, by, lambda line: None)

    version = offer.versions.published().get()
    picture = version.pictures.get()
    assert (picture.alt, picture.credit, picture.state) == (one_drawing.alt, CREDIT, PictureState.READY)
    assert (version.number, version.decided_by) == (2, by)

    hanging.hang_pictures(offer.municipality, by, lambda line: None)

    assert Picture.objects.count() == 1
    assert offer.versions.count() == 2


@pytest.mark.django_db
def test_an_offer_somebody_is_writing_is_left_alone(one_drawing: Drawing):
    offer = factories.OfferFactory(key="o22")
    offer.versions.create(number=2, created_at=now(), edited_at=now(), title="Kladde")

    hanging.hang_pictures(offer.municipality, factories.UserFactory(), lambda line: None)

    assert not Picture.objects.exists()
