"""/skoler/ and /skoler/<slug>/: what everybody sees, and never who works there."""

import pytest

from schools.models import Department, School
from skoleplus.screening.enums import PublicState, State
from tests.factories import MunicipalityFactory, SchoolFactory, SchoolProfileFactory, StaffFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    school = SchoolFactory(slug="strandskolen", name="Strandskolen", city="Strandby", published=None)
    SchoolProfileFactory(
        subject=school, name="Strandskolen", intro="Vi går **ud**.", resources="En stor hal."
    )
    Department.objects.create(school=school, name="Indskoling", grade_from=0, grade_to=3)
    return school


def text(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    return response.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_the_list(client, school):
    page = text(client, "/skoler/")
    assert 'href="/skoler/strandskolen/"' in page
    assert "0.–3. klasse" in page


def test_one_school(client, school):
    page = text(client, "/skoler/strandskolen/")
    for words in (
        "Strandskolen",
        "Strandby",
        "Indskoling",
        "0.–3. klasse",
        "<strong>ud</strong>",
        "En stor hal.",
    ):
        assert words in page


def test_who_works_there_is_nobodys_business(client, school):
    StaffFactory(school=school, user__name="Lærke Lærer", user__email="laerke@example.org")
    for address in ("/skoler/", "/skoler/strandskolen/"):
        page = text(client, address)
        assert "Lærke" not in page
        assert "laerke@" not in page


def test_an_edited_profile_leaves_the_public_one(client, school):
    SchoolProfileFactory(subject=school, name="Nyt navn", state=State.DRAFT)
    assert "Nyt navn" not in text(client, "/skoler/") + text(client, "/skoler/strandskolen/")


@pytest.mark.parametrize("state", [PublicState.PAUSED, PublicState.SUSPENDED, PublicState.ARCHIVED])
def test_what_is_not_public_is_not_there(client, school, state):
    School.objects.update(state=state)
    assert "Strandskolen" not in text(client, "/skoler/")
    assert client.get("/skoler/strandskolen/").status_code == 404


def test_without_a_published_profile_it_is_not_there(client, municipality_first):
    SchoolFactory(slug="ny", published=None)
    assert client.get("/skoler/ny/").status_code == 404
    assert "Ingen skole er her endnu" in text(client, "/skoler/")


@pytest.fixture
def municipality_first():
    return MunicipalityFactory()


def test_aa_comes_last(client, municipality_first):
    for name in ("Ålsgårde Skole", "Borupgård Skole", "Ørsted Skole"):
        SchoolFactory(municipality=municipality_first, name=name)
    page = text(client, "/skoler/")
    assert page.index("Borupgård") < page.index("Ørsted") < page.index("Ålsgårde")


@pytest.mark.parametrize("page", ["abc", "0", "10" * 50, "-1"])
def test_odd_pages(client, school, page):
    assert client.get(f"/skoler/?page={page}").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_four_statements(client, municipality_first, number, django_assert_num_queries):
    for _ in range(number):
        school = SchoolFactory(municipality=municipality_first)
        Department.objects.create(school=school, name="Indskoling", grade_from=0, grade_to=3)
    # Municipality, how many, schools, departments.
    with django_assert_num_queries(4):
        client.get("/skoler/")
