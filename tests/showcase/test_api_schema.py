"""The API against its own description: no 5xx, and every answer as promised."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from skoleplus.wsgi import application
from tests.factories import OfferFactory

pytestmark = pytest.mark.django_db
MODES = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]


def unpacked(environ: dict[str, Any], start_response: Any) -> Any:
    """The portal for a client that asks for gzip and cannot read it."""
    environ.pop("HTTP_ACCEPT_ENCODING", None)
    return application(environ, start_response)


@pytest.fixture
def schema() -> Iterator[Any]:
    """The description as served; requests stay inside the test's transaction, as those of Django's client."""
    OfferFactory(key="o1", slug="kajak")
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", unpacked)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("mode", MODES, ids=["what is allowed", "what is not"])
@pytest.mark.parametrize("path", ["/api/v1/offers", "/api/v1/offers/{address}"])
def test_the_api_keeps_its_promises(schema, path, mode):
    operation = schema[path]["GET"]

    @settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy(generation_mode=mode))
    def keeps(case):
        case.call_and_validate()

    keeps()


def test_every_operation_is_tried(schema):
    assert set(schema) == {"/api/v1/offers", "/api/v1/offers/{address}"}
