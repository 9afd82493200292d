"""Signed links: what a person without an account, or in a hurry, may do straight from a mail.

A link is bound to one purpose, one object and one person; it expires, can be revoked, and counts how it
was used. GET only shows (mail scanners follow links); a button acts, and what changes state works once.
The token itself is never stored, only its hash.
"""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from skoleplus.core.clock import now
from skoleplus.core.models import LinkUse, SignedLink
from skoleplus.core.refusals import Refused

KEPT_UNUSED = dt.timedelta(days=30)
KEPT_USED = dt.timedelta(days=183)


class DeadLink(Refused):
    """The link is unknown, has expired, was revoked or has been used."""


@dataclass(frozen=True)
class NewLink:
    link: SignedLink
    token: str


def make(
    *, purpose: str, object_id: int, email: str, valid_for: dt.timedelta, user: Any = None, name: str = ""
) -> NewLink:
    """Create a link and return it with its token, which is shown this one time only.

    Args:
        purpose: what it is for, as "collaborations.answer".
        object_id: primary key of the object it opens; the purpose says of which model.
        email: the mailbox it is sent to, which is the person it is bound to.
        valid_for: how long it can be used.
        user: the account of that person, if there is one.
        name: the person's name where known, written in logs.
    """
    token = secrets.token_urlsafe(32)
    link = SignedLink.objects.create(
        token_hash=_hash(token),
        purpose=purpose,
        object_id=object_id,
        email=email,
        user=user,
        name=name,
        created_at=now(),
        expires_at=now() + valid_for,
    )
    return NewLink(link, token)


def read(*, purpose: str, token: str) -> SignedLink:
    """Find a link that is alive, to show what it is about; writes nothing.

    Raises:
        DeadLink: with a sentence that says what to do instead.
    """
    link = SignedLink.objects.select_related("user").filter(purpose=purpose, token_hash=_hash(token)).first()
    if link is None:
        raise DeadLink(_("We do not know this link. Open the newest mail about the matter, or sign in."))
    _check(link)
    return link


@transaction.atomic
def use(*, purpose: str, token: str, ip: str = "") -> SignedLink:
    """Spend a link: the caller's story runs in the same transaction and is rolled back with it.

    Args:
        ip: the address of whoever pressed the button, for the link's log.

    Raises:
        DeadLink: unknown, expired, revoked or used already.
    """
    found = read(purpose=purpose, token=token)
    link = SignedLink.objects.select_for_update(of=("self",)).select_related("user").get(pk=found.pk)
    _check(link)
    link.used_at = now()
    link.save(update_fields=["used_at"])
    LinkUse.objects.create(link=link, at=now(), ip=ip or None)
    return link


def revoke(*, purpose: str, object_id: int) -> int:
    """Close every open link of one purpose to one object; returns how many."""
    return SignedLink.objects.filter(
        purpose=purpose, object_id=object_id, used_at=None, revoked_at=None
    ).update(revoked_at=now())


def tidy() -> int:
    """Delete links that have been dead for long, with their log; returns how many rows went.

    For a month after its last day a link can still say what became of it; one that was used keeps its log for
    six months.
    """
    unused = Q(used_at=None, expires_at__lt=now() - KEPT_UNUSED)
    used = Q(used_at__lt=now() - KEPT_USED)
    return SignedLink.objects.filter(unused | used).delete()[0]


def _check(link: SignedLink) -> None:
    if link.used_at:
        raise DeadLink(_("This link has been used. The answer is registered; sign in to see it."))
    if link.revoked_at:
        raise DeadLink(
            _("This link is no longer needed: the matter has moved on. Sign in to see how it stands.")
        )
    if link.expires_at <= now():
        raise DeadLink(_("This link has expired. Sign in to answer, or write to the consultant."))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
