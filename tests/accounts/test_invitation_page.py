"""The page of an invitation: GET shows, a button accepts; signed out it leads to an account and back."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from associations.enums import Role
from associations.models import Membership, MembershipInvitation
from skoleplus.accounts import invitations
from skoleplus.accounts.models import User
from skoleplus.notifications.models import Mail
from tests.accounts.conftest import PASSWORD
from tests.factories import AssociationFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.invitation_urls")]


@pytest.fixture
def address():
    new = invitations.invite(
        MembershipInvitation,
        email="bo@example.dk",
        by=UserFactory(name="Eva Ejer"),
        scope={"association": AssociationFactory(name="Nordens Spejdere")},
        grant={"role": Role.EDITOR},
    )
    return f"/invitation/{new.token}/"


def test_get_shows_and_writes_nothing(client, address):
    response = client.get(address)
    page = response.content.decode()
    assert response.status_code == 200
    assert "Nordens Spejdere" in page
    assert "Eva Ejer" in page
    assert not Membership.objects.exists()
    assert MembershipInvitation.objects.get().accepted_at is None
    assert "sessionid" not in response.cookies


def test_the_address_is_kept_to_oneself(client, address):
    response = client.get(address)
    assert response["Referrer-Policy"] == "strict-origin"
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"


def test_signed_in_a_button_accepts(client, address):
    client.force_login(UserFactory(email="bo@example.dk"))
    assert "<button" in client.get(address).content.decode()
    response = client.post(address)
    assert response.status_code == 302
    assert Membership.objects.get().user.email == "bo@example.dk"


def test_pressed_twice_goes_on_quietly(client, address):
    client.force_login(UserFactory(email="bo@example.dk"))
    client.post(address)
    response = client.post(address)
    assert response.status_code == 302
    assert response.url == "/konto/videre/"
    assert Membership.objects.count() == 1


def test_somebody_else_is_told_and_can_sign_out(client, address):
    client.force_login(UserFactory(email="eva@example.dk"))
    response = client.post(address)
    assert response.status_code == 403
    page = response.content.decode()
    assert "bo@example.dk" in page
    assert "eva@example.dk" in page
    assert 'action="/konto/logout/"' in page
    assert not Membership.objects.exists()


def test_a_dead_one_says_why(client):
    response = client.get("/invitation/nonsense/")
    assert response.status_code == 410
    assert response["Cache-Control"] == "no-store"
    assert "invitation" in response.content.decode()


def test_a_new_person_signs_up_without_a_second_proof_and_comes_back(address):
    client = Client()
    response = client.post(address, {"signup": ""})
    assert response.url.startswith("/konto/signup/?next=%2Finvitation%2F")
    form = client.get(response.url).content.decode()
    assert "bo@example.dk" in form
    response = client.post(
        response.url, {"email": "bo@example.dk", "password1": PASSWORD, "name": "Bo", "next": address}
    )
    assert response.url == address
    assert not Mail.objects.exists()
    assert EmailAddress.objects.get(email="bo@example.dk").verified
    assert client.post(address).status_code == 302
    assert Membership.objects.get().user.name == "Bo"


def test_another_address_typed_at_sign_up_is_not_proved_by_the_link(address):
    client = Client()
    url = client.post(address, {"signup": ""}).url
    client.post(url, {"email": "eva@example.dk", "password1": PASSWORD, "name": "Eva", "next": address})
    assert dict(EmailAddress.objects.values_list("email", "verified")) == {
        "bo@example.dk": True,
        "eva@example.dk": False,
    }
    assert User.objects.get(name="Eva").email == "bo@example.dk"


def test_the_proof_is_forgotten_after_half_an_hour(address, time_machine):
    time_machine.move_to("2026-11-23 08:00Z", tick=False)
    client = Client()
    url = client.post(address, {"signup": ""}).url
    time_machine.move_to("2026-11-23 08:31Z", tick=False)
    response = client.post(
        url, {"email": "eva@example.dk", "password1": PASSWORD, "name": "Eva", "next": address}
    )
    assert response.url == "/konto/confirm-email/"
    assert not EmailAddress.objects.filter(verified=True).exists()


def test_somebody_with_an_account_is_led_to_sign_in(address, person, sign_in):
    person("bo@example.dk")
    client = Client()
    page = client.get(address).content.decode()
    assert 'name="login"' in page
    assert 'name="signup"' not in page
    url = client.post(address, {"login": ""}).url
    response = client.post(url, {"login": "bo@example.dk", "password": PASSWORD, "next": address})
    assert response.url == address
    assert User.objects.count() == 2
