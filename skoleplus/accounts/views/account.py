"""The person's own account, and where they begin after signing in."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from skoleplus.accounts import services
from skoleplus.accounts.forms import ProfileForm
from skoleplus.accounts.models import User
from skoleplus.core import navigation
from skoleplus.core.panels import collect
from skoleplus.core.requests import Request


@login_required
@require_safe
def home_for_user(request: Request) -> HttpResponse:
    """Where somebody begins: their own page, or, without any, what they may want to do."""
    if home := navigation.home_of(request):
        return redirect(home)
    return render(request, "accounts/welcome.html", {"panels": collect("welcome", request, request.user)})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account_home(request: Request) -> HttpResponse:
    """Name and phone, and how the person signs in."""
    user = request.user
    form = ProfileForm(request.POST or None, initial={"name": user.name, "phone": user.phone})
    if request.method == "POST" and form.is_valid():
        services.change_profile(by=user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("account_home")
    return render(request, "accounts/account.html", {"form": form} | _in_words(user))


def _in_words(user: User) -> dict[str, str]:
    return {
        "password_words": _("You have one; a code by e-mail works too.")
        if user.has_usable_password()
        else _("You have none: you sign in with a code by e-mail."),
        "second_factor_words": _("Switched on: a code from your phone is asked for.")
        if is_mfa_enabled(user)
        else _("Not switched on. It keeps others out even if they learn your password."),
    }
