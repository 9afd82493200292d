"""Waking Celery: a task is asked for by name, after the transaction, and never at a person's expense.

Whatever is asked for here is also found by a sweep, so nothing is lost when the broker is away: publishing
gives up after half a second, and is not tried again by this process for a little while.
"""

import logging
import time
from functools import cache
from typing import Any

from django.db import transaction
from kombu import Connection
from kombu.pools import producers

from skoleplus.celery import app

log = logging.getLogger(__name__)

PATIENCE = 0.4  # seconds, for connecting and again for writing
REST = 10.0  # seconds without trying after the broker was found away

_away_until = 0.0


def wake(task: str, *args: Any) -> None:
    """Ask for a task once the present transaction is committed; does nothing when it is rolled back.

    Args:
        task: the task's name, as "notifications.deliver".
        args: its arguments, plain JSON values.
    """
    transaction.on_commit(lambda: _publish(task, args), robust=True)


def _publish(task: str, args: tuple[Any, ...]) -> None:
    global _away_until
    if time.monotonic() < _away_until:
        return
    try:
        with producers[_connection()].acquire(block=True, timeout=PATIENCE) as producer:
            app.send_task(task, args, producer=producer, retry=False, ignore_result=True)
    except Exception as problem:
        # Anything at all: the person's action is committed and must not end in an error page.
        _away_until = time.monotonic() + REST
        log.warning("broker unavailable, the sweep will find %s: %s", task, problem)


@cache
def _connection() -> Connection:
    """The broker with limits of our own: a worker may wait for work, a person may not wait for Redis."""
    options = {
        "max_retries": 0,
        "socket_connect_timeout": PATIENCE,
        "socket_timeout": PATIENCE,
        "retry_on_timeout": False,
    }
    return app.connection_for_write(transport_options=options)
