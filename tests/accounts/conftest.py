import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from skoleplus.notifications.models import Mail
from tests.factories import UserFactory

PASSWORD = "gåtur i bøgeskov 7"


@pytest.fixture
def person():
    """Somebody with a verified address and a password."""

    def person(email="bo@example.dk", verified=True, **fields):
        user = UserFactory(email=email, **fields)
        user.set_password(PASSWORD)
        user.save()
        EmailAddress.objects.create(user=user, email=email, verified=verified, primary=True)
        return user

    return person


@pytest.fixture
def secret():
    return totp.generate_totp_secret()


@pytest.fixture
def code_of():
    """The code an authenticator app shows now."""

    def code_of(secret: str) -> str:
        counter = next(iter(totp.yield_hotp_counters_from_time()))
        return totp.format_hotp_value(totp.hotp_value(secret, counter))

    return code_of


@pytest.fixture
def with_totp(secret):
    def with_totp(user):
        totp.TOTP.activate(user, secret)
        return user

    return with_totp


@pytest.fixture
def sign_in():
    """Through the sign-in page, as people do."""

    def sign_in(email="bo@example.dk", client=None):
        client = client or Client()
        response = client.post("/konto/login/", {"login": email, "password": PASSWORD})
        assert response.status_code == 302, response.content.decode()[:2000]
        return client

    return sign_in


@pytest.fixture
def mailed_code():
    """The newest code mailed to somebody."""

    def mailed_code(to="bo@example.dk") -> str:
        mail = Mail.objects.filter(to=to).latest("pk")
        return re.search(r"\d{3}-\d{3}-\d{3}", mail.text)[0]

    return mailed_code
