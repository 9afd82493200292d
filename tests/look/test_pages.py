"""Start, about, privacy, errors: readable by everybody, without a cookie."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.test import Client, override_settings
from django.urls import include, path

from skoleplus.accounts.models import User
from skoleplus.municipalities.models import Municipality
from tests.factories import OfferFactory

pytestmark = pytest.mark.django_db


def refuse(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def garble(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


def tire(request: HttpRequest) -> HttpResponse:
    return render(request, "429.html", status=429)


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError


urlpatterns = [
    path("nej/", refuse),
    path("rod/", garble),
    path("ofte/", tire),
    path("fejl/", fail),
    path("", include("skoleplus.urls")),
]


@pytest.mark.parametrize("address", ["/", "/om/", "/privatliv/", "/findes-ikke/"])
def test_reading_sets_no_cookie_and_no_session(client: Client, address: str) -> None:
    answer = client.get(address)
    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in answer.content.decode()
    assert not Session.objects.exists()


def test_the_start_page_invites_three_kinds_of_people(client: Client) -> None:
    page = client.get("/").content.decode()
    for words in ("For lærere og pædagoger", "For foreninger", "Har du brug for hjælp?", 'role="search"'):
        assert words in page


def test_the_start_page_shows_what_went_public_last(client: Client) -> None:
    assert "Nyeste tilbud" not in client.get("/").content.decode()
    offer = OfferFactory(published__title="Kajak for begyndere")
    OfferFactory(published=None)
    page = client.get("/").content.decode()
    assert "Nyeste tilbud" in page
    assert "Kajak for begyndere" in page
    assert page.count(f"/tilbud/{offer.slug}/") == 1


def test_somebody_signed_in_can_sign_out_from_every_page(client: Client) -> None:
    client.force_login(User.objects.create_user("mette@example.dk", "x", name="Mette"))
    page = client.get("/om/").content.decode()
    assert "Mette" in page
    assert re.search(r'<form method="post" action="[^"]*logout/"', page)


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/findes-ikke/", 404, "Vi kan ikke finde siden"),
        ("/nej/", 403, "Denne side er ikke for dig"),
        ("/rod/", 400, "Det forstod vi ikke"),
        ("/ofte/", 429, "Det var mange gange i træk"),
        ("/fejl/", 500, "Noget gik galt hos os"),
    ],
)
@override_settings(ROOT_URLCONF=__name__)
def test_every_error_has_words_and_a_way_on(address: str, status: int, words: str) -> None:
    answer = Client(raise_request_exception=False).get(address)
    page = answer.content.decode()
    assert answer.status_code == status
    assert words in page
    assert 'href="/"' in page


def test_a_form_from_an_old_page_is_explained() -> None:
    answer = Client(enforce_csrf_checks=True).post("/konto/login/", {"login": "a", "password": "b"})
    assert answer.status_code == 403
    assert "Siden har været åben for længe" in answer.content.decode()


@pytest.mark.django_db(databases=[])
def test_the_page_for_a_broken_portal_needs_nothing() -> None:
    assert "Noget gik galt hos os" in render_to_string("500.html")


class TestPreview:
    def test_shows_the_text_as_it_will_look(self, client: Client) -> None:
        client.force_login(User.objects.create_user("mette@example.dk", "x"))
        answer = client.post("/vis-tekst/", {"text": "**Vand**<script>alert(1)</script>"})
        assert "<strong>Vand</strong>" in answer.content.decode()
        assert "<script>" not in answer.content.decode()

    def test_is_for_people_who_are_signed_in(self, client: Client) -> None:
        assert client.post("/vis-tekst/", {"text": "a"}).status_code == 302

    def test_changes_nothing_and_so_cannot_be_read(self, client: Client) -> None:
        client.force_login(User.objects.create_user("mette@example.dk", "x"))
        assert client.get("/vis-tekst/").status_code == 405


def test_the_frame_has_neither_header_nor_footer() -> None:
    page = render_to_string("base_frame.html")
    assert "<header" not in page
    assert '<base target="_blank">' in page


class TestAccessibilityStatement:
    @pytest.fixture
    def municipality(self) -> Municipality:
        return Municipality.objects.create(
            code="999", name="Havn", accessibility_statement_url="https://was.example.dk/havn"
        )

    def test_leads_to_the_national_page(self, client: Client, municipality: Municipality) -> None:
        assert 'href="/was"' in client.get("/om/").content.decode()
        assert client.get("/was")["Location"] == "https://was.example.dk/havn"

    def test_is_not_promised_where_there_is_none(self, client: Client, municipality: Municipality) -> None:
        Municipality.objects.update(accessibility_statement_url="")
        assert 'href="/was"' not in client.get("/om/").content.decode()
        assert client.get("/was").status_code == 404


def test_pages_travel_compressed(client: Client) -> None:
    plain, packed = client.get("/om/"), client.get("/om/", headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert len(packed.content) < len(plain.content) / 2
