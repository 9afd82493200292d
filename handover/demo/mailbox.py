"""The demo's mails, one file each, as they came over SMTP."""

import datetime as dt
import email
import email.policy
import re
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from skoleplus.files import write_whole

NAME = re.compile(r"[0-9]{19,20}-[0-9a-f]{8}")
NEWEST = 200


@dataclass(frozen=True)
class Attachment:
    name: str
    type: str
    content: bytes


@dataclass(frozen=True)
class Letter:
    """One mail, read."""

    name: str
    message: EmailMessage

    @property
    def subject(self) -> str:
        return str(self.message["subject"] or "")

    @property
    def sender(self) -> str:
        return str(self.message["from"] or "")

    @property
    def to(self) -> str:
        return str(self.message["to"] or "")

    @property
    def reply_to(self) -> str:
        return str(self.message["reply-to"] or "")

    @property
    def sent(self) -> dt.datetime | None:
        try:
            return parsedate_to_datetime(self.message["date"])
        except (TypeError, ValueError):
            return None

    @property
    def text(self) -> str:
        return self._body("plain")

    @property
    def html(self) -> str:
        return self._body("html")

    @property
    def attachments(self) -> list[Attachment]:
        return [
            Attachment(
                part.get_filename() or part.get_content_type(),
                part.get_content_type(),
                bytes(part.get_payload(decode=True) or b""),
            )
            for part in self.message.iter_attachments()
        ]

    def _body(self, kind: str) -> str:
        part = self.message.get_body((kind,))
        return part.get_content() if part is not None else ""


def store(folder: Path, content: bytes) -> None:
    """Keep a mail.

    Raises:
        OSError: no space.
    """
    write_whole(folder / f"{time.time_ns()}-{secrets.token_hex(4)}.eml", content)


def letters(folder: Path) -> Iterator[Letter]:
    """The newest mails, newest first."""
    for path in sorted(folder.glob("[0-9]*.eml"), reverse=True)[:NEWEST]:
        yield read(path)


def find(folder: Path, name: str) -> Letter | None:
    path = folder / f"{name}.eml"
    return read(path) if NAME.fullmatch(name) and path.is_file() else None


def read(path: Path) -> Letter:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101  the policy says so
    return Letter(path.stem, message)
