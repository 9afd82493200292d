"""Who a mail goes to: a mailbox, and the account behind it when there is one."""

from collections.abc import Iterable
from typing import Any, NamedTuple


class Recipient(NamedTuple):
    email: str
    user: Any = None


def of_users(users: Iterable[Any]) -> list[Recipient]:
    """The users who can be written to: active ones with an address."""
    return [Recipient(user.email, user) for user in users if user.email and user.is_active]


def or_else(recipients: list[Recipient], email: str) -> list[Recipient]:
    """The recipients, or the one mailbox (if there is one) when nobody else can be reached."""
    return recipients or ([Recipient(email)] if email else [])
