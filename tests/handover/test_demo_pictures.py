"""The demo's drawings: one per offer, the same every time, and described for those who cannot see them."""

import io
import json

import pytest
from django.conf import settings
from PIL import Image

from handover.demo.drawing.canvas import HEIGHT, WIDTH
from handover.demo.pictures import CREDIT, DRAWINGS

BUNDLE = settings.BASE_DIR / "handover" / "demo" / "helsingoer_bundle.json"


def test_enough_offers_of_the_demo_have_a_drawing_of_their_own():
    offers = {offer["key"] for offer in json.loads(BUNDLE.read_text(encoding="utf-8"))["offers"]}

    assert len(DRAWINGS) >= 28
    assert len({drawing.offer for drawing in DRAWINGS}) == len(DRAWINGS)
    assert len({drawing.draw for drawing in DRAWINGS}) == len(DRAWINGS)
    assert {drawing.offer for drawing in DRAWINGS} <= offers


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.draw.__name__)
def test_a_drawing_is_a_picture_in_the_catalogue_s_format(drawing):
    picture = Image.open(io.BytesIO(drawing.jpeg()))

    assert picture.size == (WIDTH, HEIGHT)
    assert picture.format == "JPEG"
    assert len(picture.getcolors(maxcolors=WIDTH * HEIGHT)) > 100
    assert 20 <= len(drawing.alt) <= 120
    assert drawing.alt.endswith(".")


def test_a_drawing_is_the_same_every_time():
    assert DRAWINGS[0].jpeg() == DRAWINGS[0].jpeg()


def test_the_credit_names_us():
    assert "Skoleplus" in CREDIT
