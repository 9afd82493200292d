"""/tilbud/: what a visitor sees, with and without script, and how often the database is asked."""

import pytest
from django.test import Client

from skoleplus.municipalities.models import Municipality
from tests.factories import AssociationFactory, UserFactory

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


def test_cards_and_filters(client, curriculum, make_offer):
    make_offer("Kajak på fjorden", subjects=["idraet"], association__name="Roklubben")
    page = client.get("/tilbud/").content.decode()
    assert "Kajak på fjorden" in page
    assert "Roklubben" in page
    assert "3.–6.\N{NO-BREAK SPACE}klasse" in page
    assert "Gratis for skolen" in page
    assert 'id="f-subject-idraet"' in page


def test_the_address_says_what_is_shown(client, curriculum, make_offer):
    make_offer("Kajak", subjects=["idraet"])
    make_offer("Teater", subjects=["dansk"])
    page = client.get("/tilbud/?q=kajak&subject=idraet&grade=4").content.decode()
    assert "1 tilbud" in page
    assert "Teater" not in page
    assert 'value="kajak"' in page
    assert 'id="f-subject-idraet" checked' in page
    assert 'href="?q=kajak&amp;grade=4"' in page  # the chip that takes the subject away


def test_nothing_fits_says_what_to_loosen(client, make_offer):
    make_offer("Kajak")
    page = client.get("/tilbud/?q=kajak&grade=10").content.decode()
    assert "Ingen tilbud passer" in page
    assert 'href="?q=kajak"' in page
    assert "Se det eneste tilbud" in page


def test_an_empty_catalogue_has_its_own_words(client, municipality):
    assert "Ingen forening har lagt et tilbud ud endnu" in client.get("/tilbud/").content.decode()


def test_visitors_get_no_cookie(make_offer):
    make_offer("Kajak")
    client = Client()
    for address in ("/tilbud/", "/tilbud/?q=kajak"):
        assert not client.get(address).cookies


def test_htmx_gets_the_list_and_the_numbers(client, make_offer):
    make_offer("Kajak")
    response = client.get("/tilbud/?q=kajak&grade=&price=&from=", **HTMX)
    page = response.content.decode()
    assert "<html" not in page
    assert "Kajak" in page
    assert 'id="choices"' in page
    assert response["HX-Push-Url"] == "/tilbud/?q=kajak"
    assert "HX-Request" in response["Vary"]
    # Who types keeps the field as it is; who takes the words away finds it empty.
    assert 'id="q"' not in page
    assert 'id="q"' in client.get("/tilbud/", **HTMX, HTTP_HX_BOOSTED="true").content.decode()


def test_htmx_coming_back_gets_the_whole_page(client, municipality):
    response = client.get("/tilbud/", **HTMX, HTTP_HX_HISTORY_RESTORE_REQUEST="true")
    assert "<html" in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "q=" + "x" * 1_000_000,
        "page=abc",
        f"page={10**30}",
        "grade=99",
        "from=0000-00-00",
        "price=%F0%9F",
    ],
)
def test_bad_parameters_are_cleaned(client, make_offer, address):
    make_offer("Kajak")
    assert client.get(f"/tilbud/?{address}").status_code == 200


def test_a_nul_byte_is_refused_in_words(client, make_offer):
    assert client.get("/tilbud/?q=%00").status_code == 400


def test_only_get(client, municipality):
    assert client.post("/tilbud/").status_code == 405


def test_markup_in_words_is_only_words(client, make_offer):
    make_offer("<script>alert(1)</script>")
    page = client.get("/tilbud/?q=<script>").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_pages_do_not_overlap(client, make_offer):
    for number in range(14):
        make_offer(f"Tilbud nr {number:02}")
    first, second, beyond = (client.get(f"/tilbud/?page={page}").content.decode() for page in (1, 2, 99))
    for number in range(14):
        title = f"Tilbud nr {number:02}"
        assert (title in first) != (title in second)
    assert 'aria-current="page"' in beyond


@pytest.mark.parametrize("number", [1, 3, 10, 100])
def test_six_statements_for_any_number_of_offers_and_then_one(
    client, curriculum, make_offer, number, django_assert_num_queries
):
    association = AssociationFactory(municipality=Municipality.objects.get())
    for each in range(number):
        make_offer(f"Tilbud {each}", subjects=["idraet"], association=association)
    # Stamp, municipality, subjects, facts, versions, pictures.
    with django_assert_num_queries(6):
        client.get("/tilbud/")
    with django_assert_num_queries(1):
        client.get("/tilbud/")


def test_eight_statements_at_most(client, curriculum, make_offer, django_assert_max_num_queries):
    make_offer("Kajak", subjects=["idraet"])
    with django_assert_max_num_queries(8):
        client.get("/tilbud/?q=kajak&weekday=2&from=2020-01-01&sort=soonest&grade=4")


def test_who_is_signed_in_sees_the_same(client, make_offer):
    make_offer("Kajak")
    client.force_login(UserFactory())
    assert "Kajak" in client.get("/tilbud/").content.decode()
