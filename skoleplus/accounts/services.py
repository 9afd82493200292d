"""What a person changes about themselves."""

from django.db import transaction

from skoleplus.accounts.models import User


@transaction.atomic
def change_profile(*, by: User, name: str, phone: str) -> User:
    """Write the person's own name and phone; the parties of a collaboration see both."""
    by.name, by.phone = name, phone
    by.save(update_fields=["name", "phone"])
    return by
