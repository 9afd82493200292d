"""Django's e-mail backend: mails that Django writes itself take the same road as ours."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from skoleplus.notifications.models import Mail
from skoleplus.notifications.outbox import write


class OutboxBackend(BaseEmailBackend):
    """Writes one row per recipient, so that nobody sees the others' addresses.

    What must be blanked after sending is read from the message's attribute `secrets`.
    """

    @transaction.atomic
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            if message.attachments:
                raise ValueError("The outbox takes no attachments; describe a Message with a calendar.")
            for address in message.recipients():
                write(_row(message, address))
        return len(email_messages)


def _row(message: EmailMessage, address: str) -> Mail:
    html = [body for body, kind in getattr(message, "alternatives", None) or [] if kind == "text/html"]
    return Mail(
        to=address,
        from_email=message.from_email,
        reply_to=", ".join(message.reply_to[:1]),
        subject=str(message.subject),
        text=str(message.body),
        html=str(html[0]) if html else "",
        secrets=list(getattr(message, "secrets", [])),
    )
