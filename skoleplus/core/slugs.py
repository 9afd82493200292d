"""Addresses made of Danish names."""

import secrets
from collections.abc import Collection

from django.db import models
from django.utils.text import slugify

DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})
LONGEST = 100


def danish_slug(text: str) -> str:
    """`text` in lower-case ASCII, æ ø å spelled out; empty when nothing of it can be written so."""
    return slugify(text.translate(DANISH))[:LONGEST].strip("-")


def free_slug(model: type[models.Model], text: str, *, fallback: str, reserved: Collection[str] = ()) -> str:
    """A slug no other row of the model has: with a number behind it when the plain one is taken.

    Two people may ask at the same moment; the unique column then refuses the second, so callers that cannot
    bear that ask under a lock.

    Args:
        fallback: what to build on when the text leaves no letters ("forening").
        reserved: words that mean something else in the same place of an address ("tilmeld").
    """
    base = danish_slug(text) or fallback
    taken = set(model._base_manager.filter(slug__startswith=base).values_list("slug", flat=True)) | set(
        reserved
    )
    if base not in taken:
        return base
    numbered = (f"{base}-{number}" for number in range(2, 1000))
    return next((slug for slug in numbered if slug not in taken), f"{base}-{secrets.token_hex(4)}")
