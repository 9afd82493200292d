"""The sign-in pages in our look and in Danish, from the first visit to the last recovery code."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext

from skoleplus.accounts import allauth_words
from skoleplus.accounts.models import User
from skoleplus.catalogues import catalogue_path, read
from skoleplus.notifications.models import Mail

pytestmark = pytest.mark.django_db
PASSWORD = "hemmelig-kajak-1"


@pytest.fixture
def mette() -> User:
    user = User.objects.create_user("mette@example.dk", PASSWORD, name="Mette")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def signed_in(client: Client, mette: User) -> Client:
    client.post(reverse("account_login"), {"login": mette.email, "password": PASSWORD})
    return client


@pytest.fixture(scope="module")
def english(request: pytest.FixtureRequest) -> list[str]:
    """Our own and allauth's English sentences, long enough not to be Danish by chance."""
    base = request.config.rootpath
    rooms = ("skoleplus", "accounts", "core")
    messages = [message for room in rooms for message in read(catalogue_path(base, room))]
    told = [
        message.id for message in messages if isinstance(message.id, str) and message.id != message.string
    ]
    return [sentence for sentence in told if len(sentence) > 12 and "%" not in sentence]


def words_of(html: str) -> str:
    html = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def assert_ours_and_danish(page: str, english: list[str]) -> None:
    assert "css/skoleplus.css" in page
    text = words_of(page)
    assert [sentence for sentence in english if sentence in text] == []


ENTRANCE = ["account_login", "account_signup", "account_request_login_code", "account_reset_password"]
MANAGED = [
    "account_email",
    "account_change_password",
    "account_logout",
    "account_reauthenticate",
    "mfa_index",
]


@pytest.mark.parametrize("name", ENTRANCE)
def test_pages_before_signing_in(client: Client, name: str, english: list[str]) -> None:
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert_ours_and_danish(answer.content.decode(), english)


@pytest.mark.parametrize("name", MANAGED)
def test_pages_of_my_account(signed_in: Client, name: str, english: list[str]) -> None:
    answer = signed_in.get(reverse(name))
    assert answer.status_code == 200
    assert_ours_and_danish(answer.content.decode(), english)


def test_a_wrong_password_is_told_without_telling_which(client: Client, mette: User) -> None:
    for email in (mette.email, "ukendt@example.dk"):
        page = client.post(reverse("account_login"), {"login": email, "password": "forkert"}).content.decode()
        assert "E-mailadressen eller adgangskoden passer ikke." in page
        assert f'value="{email}"' in page


def test_signing_in_with_a_mailed_code(client: Client, mette: User, english: list[str]) -> None:
    page = client.post(reverse("account_request_login_code"), {"email": mette.email}, follow=True)
    assert_ours_and_danish(page.content.decode(), english)
    assert mette.email in page.content.decode()
    code = code_in(Mail.objects.get().text)
    wrong = client.post(reverse("account_confirm_login_code"), {"code": "forkert"}).content.decode()
    assert "Koden passer ikke." in wrong
    client.post(reverse("account_confirm_login_code"), {"code": code})
    assert client.get(reverse("account_email")).status_code == 200


def test_creating_an_account_asks_for_the_mailed_code(client: Client, english: list[str]) -> None:
    asked = {"email": "ny@example.dk", "name": "Ny", "password1": PASSWORD}
    page = client.post(reverse("account_signup"), asked, follow=True).content.decode()
    assert_ours_and_danish(page, english)
    assert "Bekræft din e-mailadresse" in page
    client.post(reverse("account_email_verification_sent"), {"code": code_in(Mail.objects.get().text)})
    assert EmailAddress.objects.get(email="ny@example.dk").verified


def test_a_forgotten_password(client: Client, mette: User, english: list[str]) -> None:
    page = client.post(reverse("account_reset_password"), {"email": mette.email}, follow=True)
    assert_ours_and_danish(page.content.decode(), english)
    code = code_in(Mail.objects.get().text)
    chosen = client.post(reverse("account_confirm_password_reset_code"), {"code": code}, follow=True)
    assert_ours_and_danish(chosen.content.decode(), english)
    assert "Vælg en ny adgangskode" in chosen.content.decode()
    new = {"password1": "ny-kajak-12345", "password2": "ny-kajak-12345"}
    client.post(reverse("account_complete_password_reset"), new, follow=True)
    mette.refresh_from_db()
    assert mette.check_password("ny-kajak-12345")


def test_two_steps_from_switching_on_to_switching_off(
    signed_in: Client, mette: User, english: list[str]
) -> None:
    page = signed_in.get(reverse("mfa_activate_totp"))
    assert_ours_and_danish(page.content.decode(), english)
    secret = re.search(r'<code class="key">(\w+)</code>', page.content.decode())
    assert secret
    code = totp.format_hotp_value(totp.hotp_value(secret[1], next(totp.yield_hotp_counters_from_time())))
    codes = signed_in.post(reverse("mfa_activate_totp"), {"code": code}, follow=True)
    assert_ours_and_danish(codes.content.decode(), english)
    for name in (
        "mfa_index",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_deactivate_totp",
    ):
        assert_ours_and_danish(signed_in.get(reverse(name)).content.decode(), english)
    listed = signed_in.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert listed.count("<li><code>") == 10
    signed_in.post(reverse("account_logout"))
    asked = signed_in.post(
        reverse("account_login"), {"login": mette.email, "password": PASSWORD}, follow=True
    )
    assert_ours_and_danish(asked.content.decode(), english)
    assert "Koden fra din app" in asked.content.decode()
    recovery = re.search(r"<li><code>(\w+)</code>", listed)
    assert recovery
    signed_in.post(reverse("mfa_authenticate"), {"code": recovery[1]})
    signed_in.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    signed_in.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=mette, type=Authenticator.Type.TOTP).exists()


def test_every_letter_is_danish_in_both_forms(signed_in: Client, mette: User, english: list[str]) -> None:
    signed_in.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "ny-kajak-12345", "password2": "ny-kajak-12345"},
    )
    signed_in.post(reverse("account_logout"))
    signed_in.post(reverse("account_request_login_code"), {"email": mette.email})
    signed_in.post(reverse("account_reset_password"), {"email": mette.email})
    signed_in.post(reverse("account_reset_password"), {"email": "ukendt@example.dk"})
    signed_in.post(
        reverse("account_signup"), {"email": mette.email, "name": "Mette", "password1": "ny-kajak-12345"}
    )
    assert Mail.objects.count() == 5
    for letter in Mail.objects.all():
        assert letter.html.startswith("<!doctype html>")
        for words in (letter.subject, letter.text, words_of(letter.html)):
            assert [sentence for sentence in english if sentence in words] == []


@pytest.mark.parametrize("word", [*allauth_words.LABELS, *allauth_words.ERRORS])
def test_allauths_words_are_said_in_danish(word: str) -> None:
    assert gettext(word) != word


def test_the_list_of_allauths_errors_is_whole() -> None:
    """What allauth can say to somebody with an e-mail address is on our list."""
    foreign = ("phone", "username", "security key", "User name")
    from allauth.account.adapter import DefaultAccountAdapter

    for messages in (DefaultAccountAdapter.error_messages, type(get_adapter()).error_messages):
        for message in messages.values():
            source = getattr(message, "_args", [getattr(message, "_proxy____args", [str(message)])[0]])[0]
            if not any(word in source.lower() for word in foreign):
                assert source in allauth_words.ERRORS, source


def code_in(text: str) -> str:
    found = re.search(r"^    (\S+)$", text, re.MULTILINE)
    assert found, text
    return found[1]
