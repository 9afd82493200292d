"""/intranet/<school>/: who may frame it, and what is in it."""

import re

import pytest
from django.test import Client

from offers import search
from schools.models import Department, IntranetOrigin, School
from skoleplus.screening.enums import PublicState
from tests.factories import AssociationFactory, MunicipalityFactory, OfferFactory, SchoolFactory, UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/intranet/strandskolen/"


@pytest.fixture
def school() -> School:
    MunicipalityFactory(name="Den første Kommune")  # the one the host would give
    school = SchoolFactory(slug="strandskolen", name="Strandskolen")
    Department.objects.create(school=school, name="Indskoling", grade_from=0, grade_to=3)
    Department.objects.create(school=school, name="Udskoling", grade_from=7, grade_to=9)
    return school


def offer(school: School, title: str, **words) -> None:
    made = OfferFactory(
        association=AssociationFactory(municipality=school.municipality),
        published__title=title,
        **{f"published__{name}": value for name, value in words.items()},
    )
    search.reindex(made.versions.get())


def ancestors(response) -> str:
    return re.search(r"frame-ancestors ([^;]*)", response["Content-Security-Policy"])[1]


def test_listed_origins_may_frame_it(client, school):
    for origin in ("https://intra.example.dk", "https://aula.example.dk:8443"):
        IntranetOrigin.objects.create(school=school, origin=origin)
    response = client.get(ADDRESS)
    assert ancestors(response) == "https://aula.example.dk:8443 https://intra.example.dk"
    assert "X-Frame-Options" not in response
    assert 'data-origins="https://aula.example.dk:8443 https://intra.example.dk"' in response.content.decode()
    # All else of the policy stays as strict as elsewhere.
    assert "script-src 'self'" in response["Content-Security-Policy"]


def test_another_schools_origins_count_for_nothing(client, school):
    IntranetOrigin.objects.create(school=SchoolFactory(), origin="https://intra.example.dk")
    response = client.get(ADDRESS)
    assert ancestors(response) == "'none'"
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("address", ["/tilbud/", "/", "/konto/login/"])
def test_no_other_page_can_be_framed(client, school, address):
    IntranetOrigin.objects.create(school=school, origin="https://intra.example.dk")
    response = client.get(address)
    assert ancestors(response) == "'none'"
    assert response["X-Frame-Options"] == "DENY"


def test_the_school_is_known_and_taken_along(client, school):
    offer(school, "Kajak")
    page = client.get(ADDRESS).content.decode()
    assert "Strandskolen" in page
    assert 'href="?grade=0&amp;grade=1&amp;grade=2&amp;grade=3&amp;skole=strandskolen"' in page
    assert re.search(r'href="/tilbud/[\w-]+/\?skole=strandskolen"', page)
    assert "/konto/login/?skole=strandskolen" in page


def test_a_department_narrows(client, school):
    offer(school, "Til de små", grade_from=0, grade_to=2)
    offer(school, "Til de store", grade_from=8, grade_to=9)
    page = client.get(f"{ADDRESS}?grade=7&grade=8&grade=9").content.decode()
    assert "Til de store" in page
    assert "Til de små" not in page
    assert 'aria-current="true">Udskoling' in page


def test_offers_are_those_of_the_schools_municipality(client, school):
    offer(school, "Hjemme")
    offer(SchoolFactory(), "Ude")
    page = client.get(ADDRESS).content.decode()
    assert "Hjemme" in page
    assert "Ude" not in page


def test_no_cookie_and_no_form_that_changes_anything(school):
    client = Client()
    response = client.get(ADDRESS)
    assert not response.cookies
    assert 'method="post"' not in response.content.decode()


def test_who_is_signed_in_looks_like_anybody_else(client, school):
    before = client.get(ADDRESS).content
    client.force_login(UserFactory(name="Lærke Lærer"))
    assert client.get(ADDRESS).content == before


@pytest.mark.parametrize("state", [PublicState.PAUSED, PublicState.SUSPENDED, PublicState.ARCHIVED])
def test_a_school_that_is_not_public(client, school, state):
    School.objects.update(state=state)
    assert client.get(ADDRESS).status_code == 404


def test_no_such_school(client, db):
    assert client.get("/intranet/findes-ikke/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_eight_statements(client, school, number, django_assert_num_queries):
    for each in range(number):
        offer(school, f"Tilbud {each}")
        IntranetOrigin.objects.create(school=school, origin=f"https://intra{each}.example.dk")
    # Stamp, school with municipality, origins, departments, subjects, facts, versions, pictures.
    with django_assert_num_queries(8):
        client.get(ADDRESS)
