"""The profile's own pages: write, look at it as others will, send, take back, discard."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from associations import services, standing
from associations.access import members_only
from associations.forms import ProfileForm
from associations.models import Association, ProfileVersion
from associations.views.public import public_context
from skoleplus.core.clock import now
from skoleplus.core.forms import valid_part
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request
from skoleplus.screening.enums import State

# What is done, what is said afterwards, and the state in which there is nothing left to do.
ACTIONS = {
    "submit": (
        services.submit_profile,
        gettext_lazy("Sent. The consultant reads it and writes to you."),
        State.SUBMITTED,
    ),
    "withdraw": (
        services.withdraw_profile,
        gettext_lazy("You have taken the profile back. Write on."),
        State.DRAFT,
    ),
    "discard": (services.discard_profile, gettext_lazy("The draft is discarded."), State.DISCARDED),
}


@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: Request, association: Association) -> HttpResponse:
    if request.method == "POST":
        return _save(request, association)
    stands = standing.of_profile(association)
    if stands.row.key == "submitted":
        return render(
            request, "associations/profile_waiting.html", {"association": association, "standing": stands}
        )
    if stands.version and "mangler" in request.GET:
        form = ProfileForm.of(stands.version)
    else:
        form = ProfileForm(initial=_words(association, stands.version))
    return _editor(request, association, stands, form)


def _save(request: Request, association: Association) -> HttpResponse:
    form = ProfileForm(request.POST)
    right = form.is_valid()
    try:
        # What is right is kept even when something else is not.
        services.write_profile(
            association=association, by=request.user, words=valid_part(form, ProfileVersion.WORDS)
        )
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        right = False
    if request.htmx:
        return render(request, "associations/profile.html#saved", {"form": form, "now": now()})
    if right and "later" in request.POST:
        messages.success(request, _("Saved. You can go on whenever you like."))
        return redirect("associations:page", association.slug)
    if right:
        return redirect("associations:profile_preview", association.slug)
    return _editor(request, association, standing.of_profile(association), form)


def _editor(
    request: Request, association: Association, stands: standing.Standing, form: ProfileForm
) -> HttpResponse:
    return render(
        request,
        "associations/profile.html",
        {"association": association, "standing": stands, "form": form},
    )


@members_only
@require_safe
def profile_preview(request: Request, association: Association) -> HttpResponse:
    """The open version as everybody will see it."""
    version = association.versions.open().first()
    if version is None:
        return redirect("associations:profile", association.slug)
    form = ProfileForm.of(version)
    missing = [] if form.is_valid() else [(name, errors[0]) for name, errors in form.errors.items()]
    context = public_context(request, association, version) | {"missing": missing, "preview": True}
    return render(request, "associations/profile_preview.html", context)


@members_only
@require_POST
def profile_act(request: Request, association: Association, action: str) -> HttpResponse:
    """Send, take back or discard the open version; pressing twice does it once."""
    story, done, already = ACTIONS[action]
    version = association.versions.open().first()
    if version is None or version.state == already:
        return redirect("associations:page", association.slug)
    if action == "submit" and not ProfileForm.of(version).is_valid():
        return redirect(reverse("associations:profile", args=[association.slug]) + "?mangler=1")
    try:
        story(version=version, by=request.user)
    except Refused as refusal:
        messages.warning(request, refusal.sentence)
    else:
        messages.success(request, done)
    return redirect("associations:page", association.slug)


def _words(association: Association, version: ProfileVersion | None) -> dict[str, Any]:
    if version is None:
        return {"name": association.name, "kind": association.kind}
    return {name: getattr(version, name) for name in version.WORDS}
