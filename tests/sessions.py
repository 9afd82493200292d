"""Somebody signed in, as a test client."""

import time
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.test import Client


def signed_in(user: Any, *, second_factor: bool = False) -> Client:
    """A client of this user; with `second_factor` one that has set it up and passed it."""
    client = Client()
    client.force_login(user)
    if second_factor:
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
        session = client.session
        passed = {"method": "mfa", "type": "totp", "at": time.time()}
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [passed]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()
    return client
