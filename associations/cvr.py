"""The Danish company registration number.

Eight digits; with the weights 2 7 6 5 4 3 2 1 the sum is divisible by 11. Source: Erhvervsstyrelsen.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)


def is_cvr(text: str) -> bool:
    if len(text) != len(WEIGHTS) or not (text.isascii() and text.isdigit()):
        return False
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS, text, strict=True)) % 11 == 0


def validate_cvr(text: str) -> None:
    """Raises ValidationError with a sentence that says what to do."""
    if not is_cvr(text):
        raise ValidationError(
            _("This is not a CVR number. Check the eight digits, or leave the field empty.")
        )
