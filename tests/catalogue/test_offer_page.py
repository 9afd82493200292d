"""/tilbud/<slug>/: everything a teacher wants to know, and only of what is public."""

import json
import re

import pytest

from offers.models import Offer, Picture
from skoleplus.core.clock import now
from skoleplus.screening.enums import PublicState, State
from tests.factories import OfferFactory, OfferVersionFactory, WindowFactory

pytestmark = pytest.mark.django_db


def text(client, offer: Offer, query: str = "") -> str:
    response = client.get(f"/tilbud/{offer.slug}/{query}")
    assert response.status_code == 200
    return response.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_facts_in_words(client, curriculum, make_offer):
    offer = make_offer(
        "Kajak på fjorden", subjects=["idraet"], association__name="Roklubben", summary="Ud på vandet",
        description="Vi **padler**.", before="Øv svømning.", minutes=90, sessions=3,
        group_min=10, group_max=20,
        place="association", price_model="hourly", price_amount=20000, price_per="hour", instructors=2,
        languages=["da", "en"],
    )  # fmt: skip
    page = text(client, offer)
    for words in (
        "Kajak på fjorden", "Roklubben", "Ud på vandet", "<strong>padler</strong>", "Øv svømning.", "Idræt",
        "3.–6. klasse", "10–20 elever", "3 × 1½ time", "Hos foreningen", "200 kr. i timen pr. instruktør",
        "En klasse på 20 betaler 1.800 kr. i alt", "dansk og engelsk",
    ):  # fmt: skip
        assert words in page


def test_a_free_offer_says_so(client, make_offer):
    page = text(client, make_offer("Skak"))
    assert "Gratis for skolen" in page
    assert "betaler" not in page


def test_free_times_lead_to_the_inquiry(client, make_offer):
    offer = make_offer("Kajak")
    assert "ingen ledige tider" in text(client, offer)
    WindowFactory(offer=offer)
    page = text(client, offer, "?skole=strandskolen")
    assert re.search(rf'href="/tilbud/{offer.slug}/forespoergsel/\?tid=[^"]+&amp;skole=strandskolen"', page)


def test_a_school_that_cannot_be_one_is_left_out(client, make_offer):
    page = text(client, make_offer("Kajak"), "?skole=%22%3E%3Cscript%3E")
    assert "<script>" not in page
    assert "skole=" not in page


def test_pictures_with_credit(client, make_offer):
    offer = make_offer("Kajak")
    picture = Picture.objects.create(
        offer=offer, alt="To i en kajak", credit="Ole Foto", state="ready", digest="x",
        width=1600, height=1000,
        uploaded_at=now(),
    )  # fmt: skip
    offer.versions.get().pictures.add(picture)
    page = text(client, offer)
    assert 'alt="To i en kajak"' in page
    assert "Ole Foto" in page
    assert 'property="og:image" content="http' in page
    assert str(picture.pk) in client.get("/tilbud/").content.decode()


def test_similar_offers(client, curriculum, make_offer):
    offer = make_offer("Kajak", subjects=["idraet"])
    make_offer("Roning for alle", subjects=["idraet"])
    make_offer("Ludo", subjects=["matematik"])
    make_offer("Kun for de store", subjects=["idraet"], grade_from=9, grade_to=10)
    page = text(client, offer)
    assert "Roning for alle" in page
    assert "Ludo" not in page
    assert "Kun for de store" not in page


def test_what_search_engines_read_is_data_and_cannot_break_out(client, make_offer):
    offer = make_offer("</script><script>alert(1)</script>")
    page = text(client, offer)
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1]
    data = json.loads(found)
    assert data["name"] == "</script><script>alert(1)</script>"
    assert data["@type"] == "Course"
    assert "<script>alert" not in page


@pytest.mark.parametrize("state", [PublicState.PAUSED, PublicState.SUSPENDED, PublicState.ARCHIVED])
def test_what_is_not_public_is_not_there(client, make_offer, state):
    for offer in (make_offer("Kajak", state=state), make_offer("Kajak", association__state=state)):
        assert client.get(f"/tilbud/{offer.slug}/").status_code == 404


def test_a_draft_is_not_there(client, municipality):
    offer = OfferFactory(published=None)
    OfferVersionFactory(subject=offer, state=State.DRAFT)
    assert client.get(f"/tilbud/{offer.slug}/").status_code == 404


def test_a_newer_draft_leaves_the_public_words(client, make_offer):
    offer = make_offer("Det gamle")
    OfferVersionFactory(subject=offer, title="Det nye", state=State.DRAFT)
    assert "Det nye" not in text(client, offer)


def test_a_suspension_reaches_pages_that_are_kept(client, make_offer):
    offer = make_offer("Kajak")
    for _ in range(2):
        assert "Kajak" in client.get("/tilbud/").content.decode()
        assert text(client, offer)
    Offer.objects.filter(pk=offer.pk).update(state=PublicState.SUSPENDED)
    assert "Kajak" not in client.get("/tilbud/").content.decode()
    assert client.get(f"/tilbud/{offer.slug}/").status_code == 404


@pytest.mark.parametrize("address", ["findes-ikke", "217:o1"])
def test_no_such_offer(client, municipality, address):
    assert client.get(f"/tilbud/{address}/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_eight_statements(client, curriculum, make_offer, number, django_assert_num_queries):
    offers = [make_offer(f"Kajak {each}", subjects=["idraet"]) for each in range(number + 1)]
    for offer in offers:
        WindowFactory(offer=offer)
    # Stamp, offer, its pictures, calendar, similar ones, their pictures, subjects, municipality.
    with django_assert_num_queries(8):
        client.get(f"/tilbud/{offers[0].slug}/")
    with django_assert_num_queries(1):
        client.get(f"/tilbud/{offers[0].slug}/")
