"""Texts that look like a Danish personal number (CPR) are not stored.

A CPR number is a birthday as DDMMYY and four digits more; since 2007 the check digit no longer holds, so the
shape alone decides. Source: CPR-kontoret, "Personnummeret i CPR".
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LOOKS_LIKE_CPR = re.compile(
    r"(?<!\d)(0[1-9]|[12]\d|3[01])[ .]?(0[1-9]|1[0-2])[ .]?\d{2}\s?[-–—‐]?\s?\d{4}(?!\d)"
)


def looks_like_cpr(text: str) -> bool:
    return LOOKS_LIKE_CPR.search(text) is not None


def refuse_cpr(text: str) -> None:
    """Raises ValidationError with a sentence that says what to do."""
    if looks_like_cpr(text):
        raise ValidationError(
            _("This looks like a personal number (CPR). We never store those: delete it."), code="cpr"
        )
