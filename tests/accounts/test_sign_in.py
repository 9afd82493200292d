"""Signing up and in, through the pages, with the mails that belong to it."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from skoleplus.accounts.models import User
from skoleplus.notifications.delivery import deliver_due
from skoleplus.notifications.models import Mail
from tests.accounts.conftest import PASSWORD
from tests.factories import MunicipalityFactory
from tests.notifications.sink import Sink

pytestmark = pytest.mark.django_db


def sign_up(client, email="bo@example.dk", password=PASSWORD, name="Bo Ågård"):
    return client.post("/konto/signup/", {"email": email, "password1": password, "name": name})


def test_signing_up_asks_for_the_mailed_code_and_then_opens(client, mailed_code):
    assert sign_up(client).url == "/konto/confirm-email/"
    assert client.get("/konto/").status_code == 302
    response = client.post("/konto/confirm-email/", {"code": mailed_code()})
    assert response.url == "/konto/videre/"
    assert client.get("/konto/").status_code == 200
    user = User.objects.get()
    assert user.name == "Bo Ågård"
    assert EmailAddress.objects.get(user=user).verified


def test_the_mails_carry_the_municipality_and_both_bodies(client):
    MunicipalityFactory(name="Helsingør Kommune", contact_email="aa@example.dk")
    sign_up(client)
    mail = Mail.objects.get()
    assert mail.from_email.startswith('"Skoleplus · Helsingør Kommune" <')
    assert mail.reply_to == "aa@example.dk"
    assert mail.html.startswith("<!doctype html>")
    assert "Helsingør Kommune" in mail.html
    assert mail.user == User.objects.get()


def test_the_code_is_blanked_once_it_is_sent(client, mailed_code, settings):
    sign_up(client)
    code = mailed_code()
    sink = Sink()
    sink.start()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
    try:
        deliver_due()
    finally:
        sink.stop()
    mail = Mail.objects.get()
    assert code in sink.arrived[0].get_body(("plain",)).get_content()
    assert code not in mail.subject + mail.text + mail.html
    assert mail.secrets == []


def test_signing_in_with_a_mailed_code(client, person, mailed_code):
    person()
    assert client.post("/konto/login/code/", {"email": "bo@example.dk"}).url == "/konto/login/code/confirm/"
    response = client.post("/konto/login/code/confirm/", {"code": mailed_code()})
    assert response.url == "/konto/videre/"
    assert client.get("/konto/").status_code == 200


def test_a_wrong_code_opens_nothing(client, person):
    person()
    client.post("/konto/login/code/", {"email": "bo@example.dk"})
    response = client.post("/konto/login/code/confirm/", {"code": "000-000-000"})
    assert response.status_code == 200
    assert client.get("/konto/").status_code == 302


def test_a_page_cannot_tell_who_has_an_account(person):
    """Known and unknown addresses get the same answer; the mailbox learns the rest."""
    person("bo@example.dk")
    answers = set()
    for email in ("bo@example.dk", "ukendt@example.dk"):
        client = Client()
        signed_up = sign_up(client, email=email)
        reset = Client().post("/konto/password/reset/", {"email": email})
        code = Client().post("/konto/login/code/", {"email": email})
        answers.add((signed_up.status_code, signed_up.url, reset.status_code, reset.url, code.url))
    assert len(answers) == 1
    assert Mail.objects.filter(to="ukendt@example.dk").exists()


def test_a_password_is_reset_by_code(client, person, mailed_code):
    person()
    new = "en helt anden sang 9"
    url = client.post("/konto/password/reset/", {"email": "bo@example.dk"}).url
    url = client.post(url, {"code": mailed_code()}).url
    client.post(url, {"password1": new, "password2": new})
    assert User.objects.get().check_password(new)
    # The change is told to the mailbox as well.
    assert Mail.objects.count() == 2


def test_a_changed_password_is_told_by_mail(person, sign_in):
    person()
    client = sign_in()
    new = "en helt anden sang 9"
    client.post("/konto/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert User.objects.get().check_password(new)
    [mail] = Mail.objects.all()
    assert mail.to == "bo@example.dk"


def test_guessing_passwords_is_slowed_down(client, person):
    person()
    for _ in range(6):
        client.post("/konto/login/", {"login": "bo@example.dk", "password": "forkert"})
    response = client.post("/konto/login/", {"login": "bo@example.dk", "password": PASSWORD})
    assert response.status_code in (200, 429)
    assert client.get("/konto/").status_code == 302


def test_a_weak_password_is_refused_in_words(client):
    response = sign_up(client, password="12345")
    assert response.status_code == 200
    assert not User.objects.exists()


def test_nobody_is_led_to_another_site_after_signing_in(client, person):
    person()
    response = client.post(
        "/konto/login/",
        {"login": "bo@example.dk", "password": PASSWORD, "next": "https://evil.example/"},
    )
    assert response.url == "/konto/videre/"


def test_signing_in_leads_back_to_where_one_was_going(client, person):
    person()
    response = client.post("/konto/login/", {"login": "bo@example.dk", "password": PASSWORD, "next": "/om/"})
    assert response.url == "/om/"


def test_signing_out_needs_a_button(person, sign_in):
    person()
    client = sign_in()
    assert client.get("/konto/logout/").status_code == 200
    assert client.get("/konto/").status_code == 200
    client.post("/konto/logout/")
    assert client.get("/konto/").status_code == 302


def test_a_strangers_password_is_forgotten_when_the_owner_comes(client, mailed_code):
    """Signed up by somebody who does not own the mailbox; the owner comes with a mailed code."""
    stranger = Client()
    sign_up(stranger, password=PASSWORD)
    client.post("/konto/login/code/", {"email": "bo@example.dk"})
    client.post("/konto/login/code/confirm/", {"code": mailed_code()})
    assert client.get("/konto/").status_code == 200
    assert not User.objects.get().has_usable_password()
    stranger.post("/konto/login/", {"login": "bo@example.dk", "password": PASSWORD})
    assert stranger.get("/konto/").status_code == 302


def test_ones_own_password_is_kept_when_one_signs_in_by_code(client, person, mailed_code):
    person()
    client.post("/konto/login/code/", {"email": "bo@example.dk"})
    client.post("/konto/login/code/confirm/", {"code": mailed_code()})
    assert User.objects.get().has_usable_password()


def test_signing_up_works_while_the_broker_and_the_cache_are_away(client, settings, mailed_code):
    settings.CACHES = {
        "default": {
            "BACKEND": "skoleplus.core.cache.SoftRedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
    }
    assert sign_up(client).url == "/konto/confirm-email/"
    assert client.post("/konto/confirm-email/", {"code": mailed_code()}).url == "/konto/videre/"
