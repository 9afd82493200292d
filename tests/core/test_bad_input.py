"""What goes wrong is told in words with the right status; bad input is never a 500."""

import pytest
from django.test import Client

from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.bad_urls")]


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(("kind", "status"), [("refused", 409), ("outdated", 409), ("not-allowed", 403)])
def test_a_refusal_is_a_page_with_its_sentence(client, kind, status):
    response = client.get(f"/refuse/{kind}/")
    assert response.status_code == status
    assert "Det går &lt;ikke&gt;." in response.content.decode()


def test_a_refusal_leads_back_to_the_page_of_the_button(client):
    page = "http://testserver/tilbud/?q=kajak"
    response = client.post("/refuse/refused/", headers={"Referer": page})
    assert 'href="/tilbud/?q=kajak"' in response.content.decode()


@pytest.mark.parametrize("page", ["https://evil.example/x", "http://testserver//evil.example/x"])
def test_a_refusal_leads_to_no_other_site(client, page):
    response = client.post("/refuse/refused/", headers={"Referer": page})
    body = response.content.decode()
    assert "https://evil" not in body
    assert '"//evil' not in body


def test_a_refusal_of_a_partial_reads_the_page_again_with_the_sentence(client):
    response = client.get("/refuse/outdated/", headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert response["HX-Refresh"] == "true"
    assert "Det går &lt;ikke&gt;." in client.get("/om/").content.decode()


@pytest.mark.parametrize("path", ["/om/?q=%00", "/om/%00/", "/?%00", "/tilbud/?grade=%00"])
def test_nul_in_an_address_is_a_bad_request(client, path):
    assert client.get(path).status_code == 400


def test_the_api_says_so_in_its_own_way(client):
    response = client.get("/api/v1/offers?q=%00")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/json"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", ["a\x00b", "x" * 200])
def test_what_the_database_cannot_store_is_a_bad_request(client, name):
    assert client.post("/store/", {"name": name}).status_code == 400


def test_more_than_a_form_can_hold_is_a_bad_request(client):
    assert client.post("/store/", {"name": "x" * 5_000_000}).status_code == 400
    assert client.post("/store/", {f"f{n}": "" for n in range(2001)}).status_code == 400


def test_a_host_that_is_not_ours_is_a_bad_request(client):
    assert client.get("/om/", headers={"Host": "evil.example"}).status_code == 400
    assert client.get("/om/", headers={"Host": "localhost:99999999"}).status_code in (200, 400)
    assert client.get("/om/", headers={"Host": "a b"}).status_code == 400


@pytest.mark.parametrize(
    "body", [b"--x\r\nContent-Disposition: form-data; name=a\r\n", b"\xff\xfe%00=", b"--x--"]
)
def test_a_broken_body_is_never_our_fault(client, body):
    response = client.post("/konto/login/", body, content_type="multipart/form-data; boundary=x")
    assert response.status_code < 500


@pytest.mark.parametrize(
    "data",
    [
        {"login": "bo\x00@example.dk", "password": "x"},
        {
            "login": "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16") + "@x.dk",
            "password": "x",
        },
        {"login": "a" * 100_000 + "@example.dk", "password": "b" * 100_000},
        {"login": "‮bo@example.dk", "password": "\x00"},
    ],
)
def test_odd_letters_at_the_door_are_refused_in_words(client, data):
    response = client.post("/konto/login/", data)
    assert response.status_code == 200
    assert client.post("/konto/signup/", {"email": data["login"], "name": data["login"]}).status_code == 200


@pytest.mark.parametrize("name", ["a\x00b", "x" * 121, "   "])
def test_an_odd_name_is_refused_and_what_was_typed_is_kept(client, name):
    client.force_login(UserFactory(name="Bo"))
    response = client.post("/konto/", {"name": name, "phone": "49 28 00 00"})
    assert response.status_code == 200
    page = response.content.decode()
    assert "49 28 00 00" in page
    assert 'aria-invalid="true"' in page


def test_a_fault_of_ours_is_a_500_in_words(client):
    response = client.get("/broken/")
    assert response.status_code == 500
    assert "RuntimeError" not in response.content.decode()


@pytest.mark.parametrize("charset", ["utf-16", "latin-1"])
def test_a_form_in_another_alphabet_is_a_bad_request(charset):
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    assert client.post("/store/", b"name=x", content_type=kind).status_code == 400


def test_what_two_saved_at_once_is_a_conflict_and_not_a_fault(client):
    answers = [client.post("/store/", {"name": "Roklubben"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 409]
    assert "samme øjeblik" in answers[1].content.decode()
