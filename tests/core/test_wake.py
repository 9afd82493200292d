"""Asking Celery for work must never cost a person more than a second, nor an error page."""

import socket
import time
import uuid
from functools import partial

import pytest
from django.db import transaction
from redis import Redis

from skoleplus.core import wake as module
from skoleplus.core.wake import wake
from tests.broker import folder_broker, point_publisher_at


@pytest.fixture
def broker_at(monkeypatch):
    yield partial(point_publisher_at, monkeypatch)
    module._connection.cache_clear()


def in_a_transaction(times: int = 1) -> float:
    """Seconds a story takes that wakes a task so many times."""
    started = time.monotonic()
    with transaction.atomic():
        for _ in range(times):
            wake("example.nothing")
    return time.monotonic() - started


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_refuses_costs_next_to_nothing(broker_at):
    broker_at("redis://127.0.0.1:1/0")
    assert in_a_transaction() < 1


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_silent_costs_less_than_a_second_however_many_mails(broker_at):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        broker_at(f"redis://127.0.0.1:{silent.getsockname()[1]}/0")
        assert in_a_transaction(times=5) < 1
        assert in_a_transaction(times=5) < 0.1  # and is then left alone for a while


@pytest.mark.django_db(transaction=True)
def test_after_a_rest_the_broker_is_asked_again(broker_at, monkeypatch, settings):
    broker_at("redis://127.0.0.1:1/0")
    in_a_transaction()
    queue = f"test-{uuid.uuid4().hex}"
    broker_at(folder_broker(), queue)
    monkeypatch.setattr(module, "_away_until", time.monotonic() + 0.2)
    in_a_transaction()
    time.sleep(0.3)
    in_a_transaction()
    with Redis.from_url(settings.REDIS_URL) as redis:
        assert redis.llen(queue) == 1
        redis.delete(queue)


@pytest.mark.django_db(transaction=True)
def test_nothing_is_asked_for_when_the_story_is_rolled_back(monkeypatch):
    asked = []
    monkeypatch.setattr(module, "_publish", lambda *what: asked.append(what))
    with transaction.atomic():
        wake("example.nothing")
        transaction.set_rollback(True)
    with transaction.atomic():
        wake("example.something", 7)
        assert asked == []
    assert asked == [("example.something", (7,))]
