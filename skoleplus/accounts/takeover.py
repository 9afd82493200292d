"""Somebody may sign up with another person's address and a password of their own, and wait.

The account sleeps until the address is verified. When its owner comes and signs in with a mailed code, the
stranger's password would open the account from then on. So a password that was set before anybody proved the
mailbox is forgotten when somebody does so by a code.
"""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.dispatch import receiver
from django.http import HttpRequest


@receiver(email_confirmed)
def forget_a_strangers_password(request: HttpRequest, email_address: EmailAddress, **_kwargs: Any) -> None:
    """allauth tells that an address was verified; it offers no other place to hear of it."""
    user = email_address.user
    methods = {record["method"] for record in get_authentication_records(request, user)}
    if user.last_login is None and methods == {"code"} and user.has_usable_password():
        user.set_unusable_password()
        user.save(update_fields=["password"])
