"""A portal that has no municipality yet answers all the same."""

import pytest
from django.test import Client

from skoleplus.municipalities.models import Municipality


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/", "/tilbud/", "/tilbud/?q=kajak", "/foreninger/", "/om/", "/konto/login/", "/api/v1/offers"]
)
def test_pages_answer_before_there_is_a_municipality(client: Client, path: str) -> None:
    assert not Municipality.objects.exists()
    assert client.get(path).status_code == 200
