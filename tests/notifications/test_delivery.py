"""From the outbox to a real mail server on a socket, which takes, refuses, delays and drops."""

import datetime as dt
import threading
import time

import pytest
from django.db import connection, transaction

from skoleplus.notifications import delivery
from skoleplus.notifications.delivery import deliver_due
from skoleplus.notifications.enums import State
from skoleplus.notifications.models import Mail
from skoleplus.notifications.outbox import Brand, Message, queue

CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//DA\r\nBEGIN:VEVENT\r\nUID:1@x\r\n"
    "DTSTART:20261006T080000Z\r\nSUMMARY:Håndbold på Nordvestskolen\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
pytestmark = pytest.mark.django_db


def test_arrives_in_danish_with_its_headers(tell, sink, settings):
    settings.SITE_URL = "https://plus.example.dk"
    mail = tell(
        context={"who": "Ærø Øvelsesforening å"},
        brand=Brand(name="Skoleplus · Helsingør Kommune", contact_email="aa@example.dk"),
    )
    assert deliver_due() is False

    [message] = sink.arrived
    mail.refresh_from_db()
    assert mail.state == State.SENT
    assert mail.attempts == 1
    assert message["Subject"] == "Nyt fra Ærø Øvelsesforening å"
    assert message["From"].addresses[0].display_name == "Skoleplus · Helsingør Kommune"
    assert [address.addr_spec for address in message["To"].addresses] == ["bo@example.dk"]
    assert message["Cc"] is None
    assert message["Bcc"] is None
    assert message["Reply-To"] == "aa@example.dk"
    assert message["Message-ID"] == mail.message_id
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Id"] == "Skoleplus <notifications.plus.example.dk>"
    assert "Ærø Øvelsesforening å skriver" in message.get_body(("plain",)).get_content()
    assert "Ærø Øvelsesforening å skriver" in message.get_body(("html",)).get_content()
    assert sink.envelopes[0][1] == ["bo@example.dk"]


def test_a_date_travels_as_a_calendar_file(tell, sink):
    tell(calendar=CALENDAR)
    deliver_due()
    [part] = list(sink.arrived[0].iter_attachments())
    assert part.get_content_type() == "text/calendar"
    assert part.get_filename() == "skoleplus.ics"
    assert part.get_param("method") == "PUBLISH"
    assert "Håndbold på Nordvestskolen" in part.get_payload(decode=True).decode()


def test_an_invitation_is_also_read_as_one(tell, sink):
    tell(calendar=CALENDAR.replace("VERSION:2.0", "METHOD:REQUEST\r\nVERSION:2.0"))
    deliver_due()
    parts = [part for part in sink.arrived[0].walk() if part.get_content_type() == "text/calendar"]
    assert [part.get_param("method") for part in parts] == ["REQUEST", "REQUEST"]


def test_codes_and_links_are_blanked_in_the_row_but_not_in_the_mail(tell, sink):
    link = "http://localhost:8000/svar/tok-1/"
    mail = tell(secrets=["417 203", link, "tok-1"])
    deliver_due()
    mail.refresh_from_db()
    for secret in ("417 203", "tok-1"):
        assert secret not in mail.text + mail.html + mail.subject
        assert secret in sink.arrived[0].get_body(("plain",)).get_content()
    assert mail.secrets == []


def test_a_mail_of_next_week_waits(sink, time_machine):
    time_machine.move_to("2026-11-23 08:00Z", tick=False)
    with transaction.atomic():
        queue(
            Message(event="x", to="bo@example.dk", template="example/news"),
            not_before=dt.datetime(2026, 11, 30, tzinfo=dt.UTC),
        )
    deliver_due()
    assert not sink.arrived
    time_machine.move_to("2026-11-30 00:01Z", tick=False)
    deliver_due()
    assert len(sink.arrived) == 1


def test_a_full_mailbox_is_tried_again_later_and_later(tell, sink, time_machine):
    time_machine.move_to("2026-11-23 08:00Z", tick=False)
    sink.rules["bo@example.dk"] = ["452 no room", "452 no room"]
    mail = tell()
    pauses = []
    for _ in range(2):
        deliver_due()
        mail.refresh_from_db()
        assert mail.state == State.QUEUED
        assert "452" in mail.problem
        deliver_due()  # too early: nothing happens
        pauses.append(mail.next_attempt_at - delivery.now())
        time_machine.move_to(mail.next_attempt_at, tick=False)
    assert pauses == [dt.timedelta(minutes=1), dt.timedelta(minutes=2)]
    deliver_due()
    mail.refresh_from_db()
    assert (mail.state, mail.attempts, mail.problem) == (State.SENT, 3, "")
    assert sink.arrived[0]["Message-ID"] == mail.message_id


def test_after_three_days_it_is_given_up_and_others_hear_of_it(tell, no_mail_server, settings, time_machine):
    settings.AFTER = {"mail_given_up": ["tests.notifications.test_delivery.hear"]}
    heard.clear()
    time_machine.move_to("2026-11-23 08:00Z", tick=False)
    mail = tell(secrets=["417 203"])
    for _ in range(40):
        deliver_due()
        mail.refresh_from_db()
        if mail.state == State.GIVEN_UP:
            break
        assert mail.next_attempt_at - delivery.now() <= dt.timedelta(hours=6)
        time_machine.move_to(mail.next_attempt_at, tick=False)
    assert mail.state == State.GIVEN_UP
    assert dt.timedelta(days=3) <= delivery.now() - mail.created_at <= dt.timedelta(days=3, hours=6)
    assert heard == [mail.pk]
    assert "417 203" not in mail.text


heard = []


def hear(*, mail):
    heard.append(mail.pk)


def stumble(*, mail):
    raise RuntimeError


@pytest.mark.parametrize("where", ["rcpt", "data"])
def test_a_mailbox_that_is_not_there_is_given_up_at_once(tell, sink, settings, where):
    settings.AFTER = {"mail_given_up": ["tests.notifications.test_delivery.hear"]}
    heard.clear()
    if where == "rcpt":
        sink.at_rcpt["bo@example.dk"] = "550 5.1.1 no such user"
    else:
        sink.rules["bo@example.dk"] = ["554 we do not like it"]
    mail = tell()
    tell(to="eva@example.dk")
    deliver_due()
    mail.refresh_from_db()
    assert mail.state == State.GIVEN_UP
    assert mail.problem.startswith("55")
    assert heard == [mail.pk]
    assert [message["To"] for message in sink.arrived] == ["eva@example.dk"]


def test_a_listener_that_stumbles_does_not_stop_the_outbox(tell, sink, settings):
    settings.AFTER = {"mail_given_up": ["tests.notifications.test_delivery.stumble"]}
    sink.at_rcpt["bo@example.dk"] = "550 no such user"
    mail = tell()
    tell(to="eva@example.dk")
    deliver_due()
    mail.refresh_from_db()
    assert mail.state == State.GIVEN_UP
    assert len(sink.arrived) == 1


def test_a_temporary_no_at_the_door_is_kept(tell, sink):
    sink.at_rcpt["bo@example.dk"] = "450 greylisted"
    mail = tell()
    deliver_due()
    mail.refresh_from_db()
    assert mail.state == State.QUEUED


def test_a_dropped_connection_is_opened_again_for_the_next_mail(tell, sink):
    sink.rules["bo@example.dk"] = ["drop"]
    mail = tell()
    tell(to="eva@example.dk")
    deliver_due()
    mail.refresh_from_db()
    assert mail.state == State.QUEUED
    assert [message["To"] for message in sink.arrived] == ["eva@example.dk"]
    assert sink.connections == 2


def test_a_server_that_says_goodbye_is_called_again(tell, sink):
    sink.rules["bo@example.dk"] = ["421 closing"]
    tell()
    tell(to="eva@example.dk")
    deliver_due()
    assert [message["To"] for message in sink.arrived] == ["eva@example.dk"]


def test_a_silent_server_is_not_waited_for(tell, sink, settings):
    settings.EMAIL_TIMEOUT = 0.3
    sink.rules["bo@example.dk"] = [2]
    mail = tell()
    started = time.monotonic()
    deliver_due()
    assert time.monotonic() - started < 1.5
    mail.refresh_from_db()
    assert mail.state == State.QUEUED


def test_one_connection_carries_many_mails(tell, sink):
    for number in range(30):
        tell(to=f"p{number}@example.dk")
    deliver_due()
    assert len(sink.arrived) == 30
    assert sink.connections == 1


def test_a_server_that_is_away_is_asked_once_and_no_mail_is_blamed(tell, no_mail_server):
    for number in range(5):
        tell(to=f"p{number}@example.dk")
    assert deliver_due() is False
    assert sorted(Mail.objects.values_list("attempts", flat=True)) == [0, 0, 0, 0, 1]


def test_what_cannot_be_written_as_a_mail_does_not_stop_the_others(tell, sink):
    bad = tell(to="bo@" + "x" * 70 + ".dk")
    tell(to="eva@example.dk")
    deliver_due()
    bad.refresh_from_db()
    assert bad.state == State.GIVEN_UP
    assert len(sink.arrived) == 1


def test_a_danish_domain_is_written_as_servers_read_it(tell, sink):
    tell(to="bo@rødovre.example.dk")
    deliver_due()
    assert sink.envelopes[0][1] == ["bo@xn--rdovre-bya.example.dk"]


def test_a_heap_is_left_for_other_workers_too(tell, sink):
    for number in range(5):
        tell(to=f"p{number}@example.dk")
    assert deliver_due(most=3) is True
    assert len(sink.arrived) == 3


@pytest.mark.django_db(transaction=True)
def test_four_workers_in_parallel_deliver_each_mail_once(tell, sink):
    for number in range(80):
        tell(to=f"p{number}@example.dk", event=f"example:{number}")

    def work():
        deliver_due()
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sink.arrived) == 80
    assert set(sink.ids().values()) == {1}
    assert Mail.objects.filter(state=State.SENT, attempts=1).count() == 80
    assert sink.connections > 1
