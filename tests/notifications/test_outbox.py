"""Writing a mail: in the transaction of what it tells, once, in words that are right."""

import threading

import pytest
from django.db import connection, transaction
from django.template import TemplateDoesNotExist

from skoleplus.accounts.models import User
from skoleplus.core.clock import now
from skoleplus.notifications.models import Mail
from skoleplus.notifications.outbox import Brand, Message, queue


@pytest.mark.django_db
def test_writes_subject_text_and_html_with_brand_and_site(tell, settings):
    settings.SITE_URL = "https://plus.example.dk"
    bo = User.objects.create_user("bo@example.dk", name="Bo Ågård")

    mail = tell(user=bo, brand=Brand(name="Skoleplus · Ærø", contact_email="aa@example.dk"))

    assert mail.subject == "Nyt fra Rock & Ro"
    assert "Kære Bo Ågård" in mail.text
    assert "Rock & Ro skriver: 417 203 https://plus.example.dk/svar/tok-1/" in mail.text
    assert "Rock &amp; Ro" in mail.html
    assert mail.from_email.startswith('"Skoleplus · Ærø" <')
    assert mail.reply_to == "aa@example.dk"
    assert mail.user == bo
    assert mail.message_id.endswith("@plus.example.dk>")
    assert "\n\n\n" not in mail.text


@pytest.mark.django_db
def test_the_counterparts_mailbox_takes_the_reply(tell):
    assert tell(reply_to="coach@example.dk").reply_to == "coach@example.dk"


@pytest.mark.django_db
def test_a_story_told_twice_is_written_once_and_the_transaction_goes_on(tell):
    assert tell() is not None
    with transaction.atomic():
        assert queue(Message(event="example:1", to="BO@example.dk", template="example/news")) is None
        User.objects.create_user("later@example.dk")
    assert Mail.objects.count() == 1
    assert User.objects.filter(email="later@example.dk").exists()


@pytest.mark.django_db
def test_the_same_event_reaches_two_mailboxes(tell):
    assert tell(to="a@example.dk")
    assert tell(to="b@example.dk")


@pytest.mark.django_db
def test_codes_may_be_sent_again(tell):
    assert tell(event="")
    assert tell(event="")


@pytest.mark.django_db
def test_a_person_without_a_mailbox_gets_no_mail(tell):
    assert tell(to="") is None
    assert tell(to=None) is None
    assert not Mail.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_is_a_programming_error():
    with pytest.raises(transaction.TransactionManagementError):
        queue(Message(event="x", to="bo@example.dk", template="example/news"))


@pytest.mark.django_db(transaction=True)
def test_a_story_that_is_rolled_back_leaves_no_mail(tell):
    with transaction.atomic():
        assert tell()
        transaction.set_rollback(True)
    assert not Mail.objects.exists()


@pytest.mark.django_db
def test_line_breaks_and_nul_cannot_enter_the_subject(tell):
    mail = tell(context={"who": "Bo\r\nBcc: all@example.dk\x00"})
    assert mail.subject == "Nyt fra Bo Bcc: all@example.dk"
    assert "\x00" not in mail.text + mail.html


@pytest.mark.django_db
def test_a_long_subject_is_cut(tell):
    mail = tell(context={"who": "å" * 500})
    assert len(mail.subject) == 200
    assert mail.subject.endswith("…")


@pytest.mark.django_db
def test_a_missing_template_is_a_programming_error():
    with pytest.raises(TemplateDoesNotExist), transaction.atomic():
        queue(Message(event="x", to="bo@example.dk", template="example/nothing"))


@pytest.mark.django_db
def test_not_before_waits(tell):
    later = now().replace(year=now().year + 1)
    with transaction.atomic():
        mail = queue(Message(event="x", to="bo@example.dk", template="example/news"), not_before=later)
    assert mail.next_attempt_at == later


@pytest.mark.django_db(transaction=True)
def test_twenty_who_tell_the_same_write_one_mail(tell):
    written = []

    def one():
        written.append(tell())
        connection.close()

    threads = [threading.Thread(target=one) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(written) == 20
    assert sum(mail is not None for mail in written) == 1
    assert Mail.objects.count() == 1
