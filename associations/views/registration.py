"""An association registers."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from associations import services
from associations.forms import RegistrationForm
from skoleplus.core.limits import demand_patience
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request

MOST_A_DAY = 20
A_DAY = 24 * 60 * 60


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: Request) -> HttpResponse:
    if not request.user.is_authenticated:
        # What it takes is told before anybody must make an account.
        return render(request, "associations/register_sign_in.html")
    form = RegistrationForm(request.POST or None, initial={"contact_name": request.user.name})
    if request.method == "POST" and form.is_valid():
        try:
            demand_patience(f"register:{request.user.pk}", most=MOST_A_DAY, seconds=A_DAY)
            association = services.register(
                by=request.user, municipality=request.municipality, **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("You are registered. Now write your profile."))
            return redirect("associations:profile", association.slug)
    return render(request, "associations/register.html", {"form": form})
