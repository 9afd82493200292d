"""Who works for a municipality or operates the portal sees nothing before the second factor is passed."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import Client

from skoleplus.municipalities.enums import Role
from skoleplus.municipalities.models import Member
from skoleplus.notifications.models import Mail
from tests.accounts.conftest import PASSWORD
from tests.factories import MunicipalityFactory

pytestmark = pytest.mark.django_db

CLOSED = ["/", "/om/", "/tilbud/", "/admin/", "/konsulent/", "/intranet/skolen/", "/findes-ikke/"]


@pytest.fixture
def consultant(person):
    user = person()
    Member.objects.create(municipality=MunicipalityFactory(), user=user, role=Role.CONSULTANT)
    return user


def led_to(response, page):
    return response.status_code == 302 and response.url.split("?")[0] == page


SET_UP, USE = "/konto/2fa/totp/activate/", "/konto/2fa/reauthenticate/"


@pytest.mark.parametrize("path", CLOSED)
def test_a_consultant_without_it_sees_nothing_but_its_set_up(consultant, sign_in, path):
    assert led_to(sign_in().get(path), SET_UP)


@pytest.mark.parametrize("role", [Role.CONSULTANT, Role.ADMINISTRATOR])
def test_both_municipal_roles_need_it(person, sign_in, role):
    Member.objects.create(municipality=MunicipalityFactory(), user=person(), role=role)
    assert led_to(sign_in().get("/om/"), SET_UP)


def test_an_operator_needs_it(person, sign_in):
    person(is_staff=True)
    assert led_to(sign_in().get("/om/"), SET_UP)


def test_posting_is_closed_as_well(consultant, sign_in):
    response = sign_in().post("/vis-tekst/", {"text": "x"})
    assert led_to(response, SET_UP)
    assert "next" not in response.url


def test_the_api_answers_in_its_own_way(consultant, sign_in):
    response = sign_in().get("/api/v1/offers")
    assert response.status_code == 403
    assert response["Content-Type"] == "application/json"


def test_a_partial_page_leads_the_whole_page_away(consultant, sign_in):
    response = sign_in().get("/om/", headers={"HX-Request": "true"})
    assert response["HX-Redirect"].startswith(SET_UP)


def test_own_account_and_signing_out_stay_open(consultant, sign_in):
    client = sign_in()
    assert client.get("/konto/").status_code == 200
    assert client.get("/konto/logout/").status_code == 200


def test_setting_it_up_opens_the_portal_in_the_same_session(consultant, sign_in, code_of):
    client = sign_in()
    client.get(SET_UP)
    secret = client.session["mfa.totp.secret"]
    response = client.post(SET_UP, {"code": code_of(secret)})
    assert response.url == "/konto/2fa/recovery-codes/"
    assert client.get("/om/").status_code == 200
    assert Authenticator.objects.filter(type="recovery_codes").exists()


def test_signing_in_asks_for_the_code(consultant, with_totp, secret, code_of):
    with_totp(consultant)
    client = Client()
    response = client.post("/konto/login/", {"login": "bo@example.dk", "password": PASSWORD})
    assert response.url == "/konto/2fa/authenticate/"
    assert led_to(client.get("/konto/"), "/konto/login/")
    client.post("/konto/2fa/authenticate/", {"code": code_of(secret)})
    assert client.get("/om/").status_code == 200


def test_a_recovery_code_lets_one_in(consultant, with_totp):
    with_totp(consultant)
    codes = RecoveryCodes.activate(consultant).get_unused_codes()
    client = Client()
    client.post("/konto/login/", {"login": "bo@example.dk", "password": PASSWORD})
    client.post("/konto/2fa/authenticate/", {"code": codes[0]})
    assert client.get("/om/").status_code == 200


def test_recovery_codes_alone_are_no_second_factor(consultant, sign_in):
    RecoveryCodes.activate(consultant)
    assert led_to(sign_in().get("/om/"), SET_UP)


def test_who_removes_it_is_sent_back_to_set_it_up(consultant, with_totp, secret, code_of):
    with_totp(consultant)
    client = Client()
    client.post("/konto/login/", {"login": "bo@example.dk", "password": PASSWORD})
    client.post("/konto/2fa/authenticate/", {"code": code_of(secret)})
    Authenticator.objects.all().delete()
    assert led_to(client.get("/om/"), SET_UP)


def test_a_session_from_before_the_role_must_pass_it_now(person, with_totp, sign_in, secret, code_of):
    user = person()
    client = sign_in()  # with a password only: nothing more was asked then
    assert client.get("/om/").status_code == 200
    with_totp(user)
    assert client.get("/om/").status_code == 200
    Member.objects.create(municipality=MunicipalityFactory(), user=user, role=Role.CONSULTANT)
    response = client.get("/om/?a=1")
    assert led_to(response, USE)
    assert response.url.endswith("next=%2Fom%2F%3Fa%3D1")
    assert client.post(response.url, {"code": code_of(secret)}).url == "/om/?a=1"
    assert client.get("/om/").status_code == 200


def test_an_admins_own_login_page_is_no_way_around(person):
    """Django's admin has a sign-in of its own, which knows no second factor."""
    person(is_staff=True, is_superuser=True)
    client = Client()
    client.post("/admin/login/", {"username": "bo@example.dk", "password": PASSWORD, "next": "/admin/"})
    assert client.get("/admin/").status_code != 200
    assert client.get("/admin/accounts/user/").status_code != 200


def test_other_people_need_none(person, sign_in):
    person()
    assert sign_in().get("/om/").status_code == 200


def test_a_visitors_page_touches_no_session(client):
    response = client.get("/om/")
    assert response.status_code == 200
    assert not response.cookies


def test_another_name_of_the_session_cookie_is_no_way_around(consultant, settings, sign_in):
    settings.SESSION_COOKIE_NAME = "skoleplus_session"
    assert led_to(sign_in().get("/om/"), SET_UP)


def test_after_a_while_setting_it_up_asks_who_is_there(consultant, sign_in, time_machine):
    time_machine.move_to("2026-11-23 08:00Z", tick=False)
    client = sign_in()
    time_machine.move_to("2026-11-23 08:10Z", tick=False)
    assert led_to(client.get(SET_UP), "/konto/reauthenticate/")


def test_switching_it_on_and_off_is_told_by_mail(
    consultant, sign_in, code_of, django_capture_on_commit_callbacks
):
    client = sign_in()
    client.get(SET_UP)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(SET_UP, {"code": code_of(client.session["mfa.totp.secret"])})
    assert Mail.objects.filter(to="bo@example.dk").count() >= 1
    before = Mail.objects.count()
    client.post("/konto/2fa/totp/deactivate/")
    assert Mail.objects.count() == before + 1
