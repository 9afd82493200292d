"""From the outbox to the mail server.

A worker takes one due mail under its row lock, sends it and writes the result before it lets go. Any number
of workers do so side by side: a locked row is skipped. A worker that dies lets go too, and the mail is sent
again later with the same Message-ID.
"""

import datetime as dt
import html
import logging
import smtplib
import time

from django.core.mail.backends.smtp import EmailBackend
from django.db import transaction

from skoleplus.core import after
from skoleplus.core.clock import now
from skoleplus.notifications.enums import State
from skoleplus.notifications.mime import build, envelope_address
from skoleplus.notifications.models import Mail

log = logging.getLogger(__name__)

FIRST_PAUSE = dt.timedelta(minutes=1)
LONGEST_PAUSE = dt.timedelta(hours=6)
GIVE_UP_AFTER = dt.timedelta(days=3)
BLANK = "•••"


class Refusal(Exception):
    """The mail server will never take this mail."""


class ServerAway(Exception):
    """The mail server cannot be used at all just now, whatever the mail."""


class Postman:
    """One connection to the mail server, opened when needed and kept for the next mail."""

    def __init__(self) -> None:
        self._backend = EmailBackend()

    def __enter__(self) -> "Postman":
        return self

    def __exit__(self, *_problem: object) -> None:
        self._hang_up()

    def send(self, mail: Mail) -> None:
        """Hand one mail over.

        Raises:
            Refusal: for good; nobody need try again.
            ServerAway: no connection, or the server wants nothing from us now.
            smtplib.SMTPException, OSError: not this time.
            ValueError: it cannot be written as a mail.
        """
        message = build(mail)
        server = self._server()
        try:
            server.sendmail(
                envelope_address(mail.from_email), [envelope_address(mail.to)], message.as_bytes()
            )
        except smtplib.SMTPRecipientsRefused as problem:
            code, words = next(iter(problem.recipients.values()))
            if code >= 500:
                raise Refusal(_said(code, words)) from problem
            raise
        except smtplib.SMTPDataError as problem:
            if problem.smtp_code >= 500:
                raise Refusal(_said(problem.smtp_code, problem.smtp_error)) from problem
            raise
        except smtplib.SMTPSenderRefused as problem:
            # Our address, our password, our limits: not the fault of this mail, so it is kept.
            raise ServerAway(_said(problem.smtp_code, problem.smtp_error)) from problem
        finally:
            if server.sock is None:
                self._hang_up()

    def _server(self) -> smtplib.SMTP:
        try:
            self._backend.open()
        except (smtplib.SMTPException, OSError) as problem:
            self._hang_up()
            raise ServerAway(str(problem)) from problem
        if self._backend.connection is None:
            raise ServerAway("There is no connection.")
        return self._backend.connection

    def _hang_up(self) -> None:
        try:
            self._backend.close()
        except (smtplib.SMTPException, OSError):
            self._backend.connection = None


def deliver_due(*, most: int = 200, seconds: float = 20) -> bool:
    """Send what is due, oldest first, over one connection.

    Args:
        most: stop after so many mails, so that several workers share a heap.
        seconds: stop after so long, for the same reason.

    Returns:
        Whether it stopped early and there may be more.
    """
    deadline = time.monotonic() + seconds
    with Postman() as postman:
        for _ in range(most):
            if not _deliver_next(postman):
                return False
            if time.monotonic() > deadline:
                break
    return True


@transaction.atomic
def _deliver_next(postman: Postman) -> bool:
    """Send the oldest due mail that nobody else is sending; False when there is no more to do now."""
    mail = (
        Mail.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(state=State.QUEUED, next_attempt_at__lte=now())
        .order_by("next_attempt_at", "pk")
        .first()
    )
    if mail is None:
        return False
    try:
        postman.send(mail)
    except Refusal as problem:
        _give_up(mail, str(problem))
    except ServerAway as problem:
        _try_later(mail, str(problem))
        return False
    except ValueError as problem:
        _give_up(mail, f"{type(problem).__name__}: {problem}")
    except Exception as problem:
        # Whatever it is, the mails behind this one must not wait for it.
        _try_later(mail, f"{type(problem).__name__}: {problem}")
    else:
        _sent(mail)
    return True


def _sent(mail: Mail) -> None:
    mail.state, mail.sent_at, mail.problem = State.SENT, now(), ""
    _record(mail)


def _try_later(mail: Mail, problem: str) -> None:
    if now() - mail.created_at >= GIVE_UP_AFTER:
        _give_up(mail, problem)
        return
    pause = min(FIRST_PAUSE * 2 ** min(mail.attempts, 10), LONGEST_PAUSE)
    mail.next_attempt_at, mail.problem = now() + pause, _short(problem)
    # Not the words of the server: they often repeat the address.
    log.warning("mail %s was not sent, next attempt in %s", mail.pk, pause)
    _record(mail)


def _give_up(mail: Mail, problem: str) -> None:
    mail.state, mail.problem = State.GIVEN_UP, _short(problem)
    log.error("mail %s is given up", mail.pk)
    _record(mail)
    try:
        with transaction.atomic():
            after.run("mail_given_up", mail=mail)
    except Exception:
        # The row says what happened; a room above that stumbles must not stop the outbox.
        log.exception("mail %s was given up, but not everybody heard of it", mail.pk)


def _record(mail: Mail) -> None:
    mail.attempts += 1
    fields = ["state", "attempts", "sent_at", "next_attempt_at", "problem"]
    if mail.secrets and mail.state != State.QUEUED:
        _blank_secrets(mail)
        fields += ["subject", "text", "html", "secrets"]
    mail.save(update_fields=fields)


def _blank_secrets(mail: Mail) -> None:
    """Codes and links are of no use to anybody who reads the table afterwards."""
    # The longest first: a code can be a part of a link.
    for secret in sorted(mail.secrets, key=len, reverse=True):
        for written in (secret, html.escape(secret)):
            mail.subject = mail.subject.replace(written, BLANK)
            mail.text = mail.text.replace(written, BLANK)
            mail.html = mail.html.replace(written, BLANK)
    mail.secrets = []


def _said(code: int, words: bytes | str) -> str:
    text = words.decode(errors="replace") if isinstance(words, bytes) else words
    return f"{code} {text}"


def _short(problem: str) -> str:
    return " ".join(problem.replace("\x00", "").split())[:500]
