"""Django's own mails take the outbox too."""

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.db import transaction

from skoleplus.notifications.delivery import deliver_due
from skoleplus.notifications.models import Mail

BACKEND = "skoleplus.notifications.backend.OutboxBackend"


@pytest.fixture
def backend():
    return get_connection(BACKEND)


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_it_opens_its_own(backend):
    assert backend.send_messages([EmailMessage("Emne", "Brød", "a@example.dk", ["bo@example.dk"])]) == 1
    mail = Mail.objects.get()
    assert (mail.subject, mail.text, mail.to) == ("Emne", "Brød", "bo@example.dk")


@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_it_is_rolled_back_with_it(backend):
    with transaction.atomic():
        backend.send_messages([EmailMessage("Emne", "Brød", "a@example.dk", ["bo@example.dk"])])
        transaction.set_rollback(True)
    assert not Mail.objects.exists()


@pytest.mark.django_db
def test_nobody_sees_the_others_addresses(backend, sink):
    message = EmailMessage(
        "Emne", "Brød", "a@example.dk", ["bo@example.dk"], cc=["eva@example.dk"], bcc=["ida@example.dk"]
    )
    backend.send_messages([message])
    deliver_due()
    assert len(sink.arrived) == 3
    for arrived in sink.arrived:
        assert len(arrived["To"].addresses) == 1
        assert arrived["Cc"] is None
        assert str(arrived).count("@example.dk") - str(arrived).count("a@example.dk") <= 1


@pytest.mark.django_db
def test_html_and_secrets_come_along(backend, sink):
    message = EmailMultiAlternatives("Emne 417", "Kode 417", "a@example.dk", ["bo@example.dk"])
    message.attach_alternative("<p>Kode 417</p>", "text/html")
    message.secrets = ["417"]
    backend.send_messages([message])
    deliver_due()
    assert "417" in sink.arrived[0].get_body(("html",)).get_content()
    mail = Mail.objects.get()
    assert "417" not in mail.subject + mail.text + mail.html


@pytest.mark.django_db
def test_an_attachment_is_a_programming_error(backend):
    message = EmailMessage("Emne", "Brød", "a@example.dk", ["bo@example.dk"])
    message.attach("a.txt", "hej", "text/plain")
    with pytest.raises(ValueError, match="no attachments"):
        backend.send_messages([message])


def test_the_settings_name_this_backend():
    from skoleplus import settings

    assert settings.EMAIL_BACKEND == BACKEND
