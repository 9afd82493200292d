"""The whole road with a real worker and a real Redis: a story commits, a mail arrives."""

import signal
import uuid

import pytest

from skoleplus.notifications.delivery import deliver_due
from skoleplus.notifications.enums import State
from skoleplus.notifications.models import Mail
from tests.broker import folder_broker, point_publisher_at, stop, wait_until, worker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def queue(monkeypatch):
    name = f"test-{uuid.uuid4().hex}"
    point_publisher_at(monkeypatch, folder_broker(), name)
    return name


def test_a_committed_story_wakes_the_worker_and_the_mail_arrives(tell, sink, queue):
    with worker(queue, sink.port, processes=2):
        for number in range(20):
            tell(to=f"p{number}@example.dk")
        sink.wait_for(20)
        wait_until(lambda: Mail.objects.filter(state=State.SENT).count() == 20)
    assert set(sink.ids().values()) == {1}


def test_a_worker_that_is_killed_while_sending_loses_nothing(tell, sink, queue):
    sink.rules["bo@example.dk"] = [4]
    mail = tell()
    with worker(queue, sink.port) as process:
        wait_until(lambda: not sink.rules["bo@example.dk"])  # the server has the mail and says nothing yet
        stop(process, signal.SIGKILL)
    mail.refresh_from_db()
    assert mail.state == State.QUEUED

    def sent():
        deliver_due()
        mail.refresh_from_db()
        return mail.state == State.SENT

    # A sweep passes the row by until the database has noticed that the worker is gone.
    wait_until(sent)
    assert set(sink.ids()) == {mail.message_id}


def test_with_the_broker_away_the_story_goes_through_and_the_sweep_delivers(tell, sink, monkeypatch):
    point_publisher_at(monkeypatch, "redis://127.0.0.1:1/0")
    tell()
    assert not sink.arrived
    deliver_due()
    assert len(sink.arrived) == 1
