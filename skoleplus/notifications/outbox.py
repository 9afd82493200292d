"""The only road to a mailbox.

A room describes what it has to say as a `Message` in its `emails.py`; `queue` renders it and writes the
row in the transaction of what it tells. A worker sends it, beat sweeps what was left behind.
"""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.utils import parseaddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from skoleplus.core.clock import now
from skoleplus.core.wake import wake
from skoleplus.notifications.models import Mail
from skoleplus.notifications.rendering import OURS, one_line, render


@dataclass(frozen=True)
class Brand:
    """Who the mail comes from, as data: this room does not know municipalities."""

    name: str = "Skoleplus"
    colour: str = "#0b5f5a"
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""


@dataclass(frozen=True)
class Message:
    """One thing to say to one mailbox.

    Args:
        event: names what happened, once and for all ("collaborations.inquiry:17"); with the recipient it is
            unique, so a story that is run twice says it once. Empty for what may be said again (a code).
        to: the mailbox; nothing is written when it is empty (a school's identity provider may give none).
        template: "collaborations/mail/inquiry": `.subject.txt`, `.txt` and `.html` are rendered. Nothing is
            escaped in the .txt templates; `.html` may be missing.
        context: for the templates; `brand`, `user` and `site_url` are added.
        user: the account of the person, if there is one.
        reply_to: the counterpart's mailbox, where the parties may see each other.
        calendar: an iCalendar text, for mails that carry a date.
        secrets: texts (links, codes) that are blanked in the row once the mail is sent.
        endings: of the names of the three templates, where they are not ours.
    """

    event: str
    to: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)
    brand: Brand = field(default_factory=Brand)
    user: Any = None
    reply_to: str = ""
    calendar: str = ""
    secrets: Sequence[str] = ()
    endings: tuple[str, str, str] = OURS


def queue(message: Message, *, not_before: dt.datetime | None = None) -> Mail | None:
    """Write a mail in the present transaction, and wake Celery when it commits.

    Args:
        not_before: the earliest moment it may be sent; at once when left out.

    Returns:
        The row, or None when this event was told to this mailbox before, or the person has no mailbox.

    Raises:
        TransactionManagementError: outside a transaction.
    """
    _demand_transaction()
    if not message.to:
        return None
    language = getattr(message.user, "language", "")
    parts = render(message.template, _context(message), language=language, endings=message.endings)
    return write(
        Mail(
            event=message.event,
            to=message.to,
            user=message.user if getattr(message.user, "pk", None) else None,
            from_email=sender(message.brand.name),
            reply_to=message.reply_to or message.brand.contact_email,
            subject=parts.subject,
            text=parts.text,
            html=parts.html,
            calendar=message.calendar,
            secrets=list(message.secrets),
        ),
        not_before=not_before,
    )


def write(mail: Mail, *, not_before: dt.datetime | None = None) -> Mail | None:
    """Put a rendered mail in the outbox; `queue` is the usual door.

    Two transactions that tell the same event to the same mailbox wait for each other here, and the second
    writes nothing: ON CONFLICT leaves its transaction usable.

    Raises:
        TransactionManagementError: outside a transaction.
    """
    _demand_transaction()
    mail.to = mail.to.strip().lower()
    mail.subject = one_line(mail.subject)
    mail.message_id = f"<{uuid.uuid4().hex}@{urlsplit(settings.SITE_URL).hostname}>"
    mail.created_at = now()
    mail.next_attempt_at = max(not_before or mail.created_at, mail.created_at)
    Mail.objects.bulk_create([mail], ignore_conflicts=True)
    written = Mail.objects.filter(message_id=mail.message_id).first()
    if written and not_before is None:
        wake("notifications.deliver")
    return written


def sender(brand_name: str) -> str:
    """The portal's own address under the name of the municipality."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    shown = one_line(brand_name or name).replace('"', "'").replace("\\", "")
    return f'"{shown}" <{address}>'


def _demand_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("A mail belongs to the transaction of what it tells.")


def _context(message: Message) -> dict[str, Any]:
    return {
        **message.context,
        "brand": message.brand,
        "user": message.user,
        "site_url": settings.SITE_URL,
    }
