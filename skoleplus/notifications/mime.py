"""A row of the outbox as the bytes that go to the mail server."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from urllib.parse import urlsplit

from django.conf import settings

from skoleplus.notifications.models import Mail

# What asks the reader's calendar for an answer, or takes a date back, is read as part of the mail.
ASKS_THE_CALENDAR = ("REQUEST", "CANCEL")


def envelope_address(mailbox: str) -> str:
    """The address as mail servers write it: a Danish domain in its ASCII form."""
    local, _at, domain = parseaddr(mailbox)[1].rpartition("@")
    return f"{local}@{domain.encode('idna').decode('ascii')}"


def build(mail: Mail) -> EmailMessage:
    """The mail with its headers; the same row always gives the same Message-ID."""
    message = EmailMessage(policy=SMTP)
    message["Message-ID"] = mail.message_id
    message["Date"] = format_datetime(mail.created_at)
    message["From"] = _address(mail.from_email)
    message["To"] = envelope_address(mail.to)
    if mail.reply_to:
        message["Reply-To"] = _address(mail.reply_to)
    message["Subject"] = mail.subject
    message["List-Id"] = f"Skoleplus <notifications.{urlsplit(settings.SITE_URL).hostname}>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(mail.text, cte="quoted-printable")
    if mail.html:
        message.add_alternative(mail.html, subtype="html", cte="quoted-printable")
    if mail.calendar:
        _add_calendar(message, mail.calendar)
    return message


def _address(text: str) -> Address:
    name, _address = parseaddr(text)
    return Address(display_name=name, addr_spec=envelope_address(text))


def _add_calendar(message: EmailMessage, calendar: str) -> None:
    method = calendar_method(calendar)
    if method in ASKS_THE_CALENDAR:
        message.add_alternative(
            calendar, subtype="calendar", params={"method": method}, cte="quoted-printable"
        )
    message.add_attachment(
        calendar.encode(),
        maintype="text",
        subtype="calendar",
        filename="skoleplus.ics",
        params={"method": method, "charset": "utf-8"},
    )


def calendar_method(calendar: str) -> str:
    """What the calendar says of itself; without a word an invitation if it names guests, else news."""
    said = re.search(r"^METHOD:\s*([A-Z]+)", calendar, flags=re.MULTILINE | re.IGNORECASE)
    if said:
        return said[1].upper()
    asks = "\nORGANIZER" in calendar and "\nATTENDEE" in calendar
    return "REQUEST" if asks else "PUBLISH"
