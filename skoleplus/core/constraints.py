"""Database constraints are the last guard; this says which one spoke."""

from django.db import IntegrityError


def constraint_of(error: IntegrityError) -> str:
    """The name of the constraint or unique index that was violated, empty when the server did not say."""
    return getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
