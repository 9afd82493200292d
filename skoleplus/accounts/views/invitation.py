"""The page an invitation's link opens, the same for every room that invites."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from skoleplus.accounts import invitations
from skoleplus.accounts.models import Invitation, User
from skoleplus.core.link_pages import sealed
from skoleplus.core.requests import Request


@sealed
def invitation_page(
    request: Request,
    *,
    model: type[Invitation],
    token: str,
    what: Callable[[Any], str],
    accept: Callable[..., Any],
    done: Callable[[Any], str],
) -> HttpResponse:
    """Show an invitation; a button accepts it, or leads through sign-up or sign-in and back.

        @require_http_methods(["GET", "HEAD", "POST"])
        def accept_invitation(request, token):
            return invitation_page(
                request, model=MembershipInvitation, token=token,
                what=lambda invitation: invitation.association.name,
                accept=services.accept_invitation,
                done=lambda membership: reverse("associations:page", args=[membership.association.slug]),
            )

    Args:
        model: the room's invitation.
        token: from the address.
        what: what it invites to, in the words of the page.
        accept: the room's story, called as accept(token=…, by=…).
        done: the address to go on to, from what the story returned.
    """
    try:
        invitation = invitations.find(model, token=token)
        if request.method != "POST":
            return _show(request, invitation, what(invitation))
        if not request.user.is_authenticated:
            return _prove_and_go_on(request, invitation)
        result = accept(token=token, by=request.user)
    except invitations.ForSomebodyElse:
        return _show(request, invitation, what(invitation), status=403)
    except invitations.DeadInvitation as refusal:
        return _dead(request, refusal)
    messages.success(request, _("Welcome. You are part of %(what)s now.") % {"what": what(invitation)})
    return redirect(done(result))


def _show(request: Request, invitation: Invitation, what: str, status: int = 200) -> HttpResponse:
    context = {
        "invitation": invitation,
        "what": what,
        "right_person": invitations.is_for(invitation, request.user),
        "has_account": User.objects.filter(email__iexact=invitation.email).exists(),
    }
    return render(request, "accounts/invitation.html", context, status=status)


def _prove_and_go_on(request: Request, invitation: Invitation) -> HttpResponse:
    """Whoever holds the link has read the mailbox: signing up with it needs no second proof."""
    signs_up = "signup" in request.POST
    if signs_up:
        get_adapter().stash_verified_email(request, invitation.email)
    page = reverse("account_signup" if signs_up else "account_login")
    return redirect(f"{page}?{urlencode({'next': request.path})}")


def _dead(request: Request, refusal: invitations.DeadInvitation) -> HttpResponse:
    if refusal.invitation and refusal.invitation.accepted_by_id == getattr(request.user, "pk", 0):
        # Pressed twice, or opened again later: it is theirs, and there is more to do inside.
        return redirect("home_for_user")
    return render(request, "core/link_dead.html", {"sentence": refusal.sentence}, status=410)
