"""/healthz says whether this process can serve people."""

import pytest
from django.db import OperationalError, connection


@pytest.mark.django_db
def test_it_answers_whatever_it_is_called(client, settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["skoleplus.example.dk"]
    response = client.get("/healthz", headers={"host": "10.0.0.7:8000"})
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


@pytest.mark.django_db
def test_it_says_when_the_database_is_away(client, monkeypatch) -> None:
    def away(*_: object) -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", away)
    assert client.get("/healthz").status_code == 503
