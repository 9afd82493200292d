"""A real broker and a real worker for the few tests that are about them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from celery import Celery
from django.conf import settings
from django.db import connection
from redis import Redis

from skoleplus.core import wake
from skoleplus.environment import broker

ROOT = Path(__file__).resolve().parent.parent


def point_publisher_at(monkeypatch: pytest.MonkeyPatch, url: str, queue: str = "celery") -> None:
    """Let `wake` publish to another broker, with a clean memory of its absence."""
    wake._connection.cache_clear()
    app = Celery("test", broker=url, set_as_current=False)
    app.conf.task_default_queue = queue
    monkeypatch.setattr(wake, "_away_until", 0.0)
    monkeypatch.setattr(wake, "app", app)


@contextmanager
def worker(queue: str, mail_port: int, processes: int = 1) -> Iterator[subprocess.Popen]:
    """A Celery worker of its own on the test database, the folder's Redis and a mail server of the test."""
    environment = os.environ | {
        "SKOLEPLUS_ENV": "development",
        "DJANGO_SETTINGS_MODULE": "skoleplus.settings",
        "DATABASE_URL": database_url(),
        "REDIS_URL": settings.REDIS_URL,
        "EMAIL_URL": f"smtp://127.0.0.1:{mail_port}",
    }
    command = [sys.executable, "-m", "celery", "-A", "skoleplus.celery", "worker", "-Q", queue]
    command += ["-c", str(processes), "--without-gossip", "--without-mingle", "-l", "WARNING"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
    try:
        yield process
    finally:
        stop(process)
        with Redis.from_url(settings.REDIS_URL) as redis:
            redis.delete(queue)


def stop(process: subprocess.Popen, how: signal.Signals = signal.SIGTERM) -> None:
    """End the worker and its children; SIGKILL as a machine that loses its power does."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, how)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def database_url() -> str:
    parts = connection.settings_dict
    user = quote(parts["USER"]) + (f":{quote(parts['PASSWORD'])}" if parts["PASSWORD"] else "")
    if parts["HOST"].startswith("/"):
        where = {"host": parts["HOST"]} | ({"port": parts["PORT"]} if parts["PORT"] else {})
        return f"postgres://{user}@/{parts['NAME']}?{urlencode(where)}"
    return f"postgres://{user}@{parts['HOST']}:{parts['PORT'] or 5432}/{parts['NAME']}"


def wait_until(done, seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def folder_broker() -> str:
    return broker(settings.REDIS_URL)
