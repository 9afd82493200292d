"""Consultants, administrators and operators see nothing before they have passed their second factor."""

from collections.abc import Callable
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

# The organisation knows who works for it; this room only asks.
NEEDS_MFA = "skoleplus.municipalities.rules.works_for_a_municipality"
# The account's own pages are where the second factor is set up.
ALWAYS_OPEN = ("/konto/", "/static/", "/tema/", "/healthz")
# Recovery codes alone are no second factor: they are for the day the telephone is lost.
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class RequireMfaMiddleware:
    """Sends those who need a second factor to set it up, or to use it in this session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        missing = self._missing_step(request)
        return self._send(request, missing) if missing else self.get_response(request)

    def _missing_step(self, request: HttpRequest) -> str:
        """The url name of what must be done first, empty when nothing is missing."""
        # Without a session cookie nobody is signed in, and a visitor's page must not touch the session.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or request.path.startswith(ALWAYS_OPEN):
            return ""
        user = request.user
        if not user.is_authenticated or not (user.is_staff or import_string(NEEDS_MFA)(user)):
            return ""
        if not is_mfa_enabled(user, types=SECOND_FACTORS):
            return "mfa_activate_totp"
        # The role may have been given to somebody who was signed in already, with a password only.
        records = get_authentication_records(request, user)
        return "" if any(record.get("method") == "mfa" for record in records) else "mfa_reauthenticate"

    def _send(self, request: HttpRequest, step: str) -> HttpResponse:
        if request.path.startswith("/api/"):
            return JsonResponse({"detail": _("Sign in with your second factor first.")}, status=403)
        url = reverse(step)
        if request.method == "GET":
            url += "?" + urlencode({"next": request.get_full_path()})
        if getattr(request, "htmx", False):
            return HttpResponseClientRedirect(url)
        return redirect(url)
