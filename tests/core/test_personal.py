"""Nothing that was made for one browser is kept by a cache that others share."""

import pytest
from django.test import Client

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_a_page_of_somebody_signed_in_is_private():
    client = Client()
    client.force_login(UserFactory())
    assert client.get("/konto/")["Cache-Control"] == "private"
    assert client.get("/tilbud/")["Cache-Control"] == "private"


def test_a_page_that_sets_a_cookie_is_private_too(client):
    response = client.get("/konto/login/code/")
    assert response.cookies
    assert "private" in response["Cache-Control"]


def test_a_visitors_page_is_everybodys(client):
    assert "Cache-Control" not in client.get("/om/")
