"""Where allauth asks how this house does things."""

from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context as allauth_context
from django.db import transaction
from django.http import HttpRequest
from django.utils.module_loading import import_string

from skoleplus.accounts.models import User
from skoleplus.core.client import client_ip
from skoleplus.core.clock import now
from skoleplus.notifications.outbox import Message, queue
from skoleplus.notifications.rendering import ALLAUTHS

# The municipality is above this room; it is asked how its mails look.
BRAND = "skoleplus.municipalities.emails.brand_for"
# What a mail's reader can sign in or take over a mailbox with.
SECRETS = ("code", "key", "activate_url")
STASH_SECONDS = 30 * 60


class AccountAdapter(DefaultAccountAdapter):
    """Mails take the outbox like every other, in the colours of the municipality of the page."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue one of allauth's mails; its codes are blanked in the outbox once it is sent."""
        request = allauth_context.request
        user = context.get("user") or User.objects.filter(email__iexact=email).first()
        with transaction.atomic():
            queue(
                Message(
                    event="",  # a code may be asked for again
                    to=email,
                    template=template_prefix,
                    endings=ALLAUTHS,
                    context={"request": request, "email": email, **context},
                    user=user,
                    brand=import_string(BRAND)(request),
                    secrets=[str(context[name]) for name in SECRETS if context.get(name)],
                )
            )

    def stash_verified_email(self, request: HttpRequest, email: str) -> None:
        """An invited person goes from the invitation to the sign-up page."""
        super().stash_verified_email(request, email)
        request.session["account_verified_email_until"] = now().timestamp() + STASH_SECONDS

    def unstash_verified_email(self, request: HttpRequest) -> str | None:
        """Whoever sits down at the same browser later proves a mailbox of their own."""
        fresh = request.session.pop("account_verified_email_until", 0) > now().timestamp()
        email = super().unstash_verified_email(request)
        return email if fresh else None

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Who signed in a moment ago need not do it again before changing how they sign in."""
        request = allauth_context.request
        newest = max(
            (record["at"] for record in get_authentication_records(request, request.user)), default=0
        )
        if now().timestamp() - newest < app_settings.REAUTHENTICATION_TIMEOUT:
            return False
        return super().is_reauthentication_required(app=app)

    def get_client_ip(self, request: HttpRequest) -> str:
        # Without an address everybody shares one limit; nobody is locked out for it.
        return client_ip(request) or "0.0.0.0"  # noqa: S104
