import copy
from pathlib import Path

import pytest
from django.db import transaction

from skoleplus.notifications.outbox import Message, queue
from tests.notifications.sink import Sink, free_port


@pytest.fixture(autouse=True)
def example_templates(settings):
    changed = copy.deepcopy(settings.TEMPLATES)
    changed[0]["DIRS"] = [Path(__file__).parent / "templates", *changed[0]["DIRS"]]
    settings.TEMPLATES = changed


@pytest.fixture
def sink(settings):
    server = Sink()
    server.start()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.EMAIL_TIMEOUT = 3
    yield server
    server.stop()


@pytest.fixture
def no_mail_server(settings):
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()


@pytest.fixture
def tell():
    """Queue an example mail in a transaction of its own."""

    def tell(to="bo@example.dk", event="example:1", **more):
        context = {"who": "Rock & Ro", "code": "417 203", "token": "tok-1"} | more.pop("context", {})
        with transaction.atomic():
            return queue(Message(event=event, to=to, template="example/news", context=context, **more))

    return tell
