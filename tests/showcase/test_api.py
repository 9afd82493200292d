"""The public API: what it finds, what it says of one offer, how it refuses."""

import pytest
from django.test import Client

from offers import search
from skoleplus.screening.enums import PublicState
from tests.factories import (
    AssociationFactory,
    FixedDateFactory,
    MunicipalityFactory,
    OfferFactory,
    SubjectFactory,
    WindowFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def association():
    return AssociationFactory(name="Roklubben", municipality=MunicipalityFactory(code="217"))


@pytest.fixture
def offer(association):
    return make(association, "Kajak på fjorden", key="o1", slug="kajak")


def make(association, title, **given):
    made = OfferFactory(association=association, published__title=title, **given)
    search.reindex(made.versions.get())
    return made


def asked(address: str, status: int = 200) -> dict:
    response = Client().get(address)
    assert response.status_code == status
    assert response["Content-Type"].startswith("application/json")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies
    return response.json()


def test_a_list(offer, association):
    make(association, "Skak")
    found = asked("/api/v1/offers")
    assert found["count"] == 2
    first = next(result for result in found["results"] if result["slug"] == "kajak")
    assert first["key"] == "o1"
    assert first["title"] == "Kajak på fjorden"
    assert first["association"]["name"] == "Roklubben"
    assert first["grades"] == [3, 6]


def test_words_grade_and_subject(offer, association):
    chess = make(association, "Skak", published__grade_from=1, published__grade_to=2)
    chess.versions.get().subjects.set([SubjectFactory(code="matematik", name="Matematik")])
    search.reindex(chess.versions.get())
    assert slugs("q=KAJAKKER") == ["kajak"]
    assert slugs("grade=1") == [chess.slug]
    assert slugs("subject=matematik") == [chess.slug]
    assert slugs("subject=nowhere") == []
    assert slugs("q=&grade=1&subject=&page=&page_size=") == [chess.slug]


def slugs(query: str) -> list[str]:
    return [result["slug"] for result in asked(f"/api/v1/offers?{query}")["results"]]


def test_pages(association):
    for number in range(5):
        make(association, f"Tilbud {number}")
    first, second = slugs("page_size=3"), slugs("page_size=3&page=2")
    assert (len(first), len(second)) == (3, 2)
    assert not set(first) & set(second)
    beyond = asked(f"/api/v1/offers?page={10**30}")
    assert beyond == {"count": 5, "results": []}


@pytest.mark.parametrize("address", ["kajak", "217:o1"])
def test_one_offer(offer, address):
    WindowFactory(offer=offer)
    FixedDateFactory(offer=offer)
    found = asked(f"/api/v1/offers/{address}")
    assert found["slug"] == "kajak"
    assert found["windows"][0]["opens"] == "10:00"
    assert found["dates"][0]["left"] == 28


@pytest.mark.parametrize("state", [PublicState.PAUSED, PublicState.SUSPENDED, PublicState.ARCHIVED])
def test_only_what_is_public(offer, association, state):
    type(offer).objects.filter(pk=offer.pk).update(state=state)
    OfferFactory(association=association, published=None, slug="kladde")
    assert asked("/api/v1/offers")["count"] == 0
    for address in ("kajak", "217:o1", "kladde"):
        asked(f"/api/v1/offers/{address}", 404)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("grade=11", "grade"),
        ("grade=x", "grade"),
        ("page=0", "page"),
        ("page_size=101", "page_size"),
        ("subject=%C3%A6", "subject"),
        ("q=" + "x" * 201, "q"),
    ],
)
def test_refusals_are_sentences(offer, query, named):
    detail = asked(f"/api/v1/offers?{query}", 422)["detail"]
    assert detail.startswith(f"{named}: ")
    assert detail.endswith(".")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("offers/no-such", 404),
        ("offers/217:no", 404),
        ("offers/:", 404),
        ("nothing", 404),
        ("offers?q=%00", 400),
    ],
)
def test_errors_are_json(offer, address, status):
    assert asked(f"/api/v1/{address}", status)["detail"]


def test_read_only(offer):
    response = Client(enforce_csrf_checks=True).post("/api/v1/offers", {})
    assert response.status_code == 405
    assert response["Allow"] == "GET"
    assert response.json()["detail"] == "The API is read-only: use GET."


def test_nothing_is_loaded_from_elsewhere(offer):
    assert Client().get("/api/v1/docs").status_code == 404
    assert asked("/api/v1/openapi.json")["info"]["title"] == "Skoleplus"


@pytest.mark.parametrize("number", [10, 100])
def test_five_statements_for_any_number(association, number, django_assert_num_queries):
    for each in range(number):
        OfferFactory(association=association, published__title=f"Tilbud {each}")
    # Stamp, municipality, facts, versions, pictures.
    with django_assert_num_queries(5):
        assert len(asked("/api/v1/offers?page_size=100")["results"]) == number


def test_four_statements_for_one_offer(offer, django_assert_num_queries):
    # Stamp, the offer, its pictures, its calendar.
    with django_assert_num_queries(4):
        asked("/api/v1/offers/kajak")
