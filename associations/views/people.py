"""Who writes for the association, and who is invited to."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from associations import queries, rules, services
from associations.access import members_only
from associations.forms import InviteForm
from associations.models import Association, MembershipInvitation
from skoleplus.accounts.views import invitation_page
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request


@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: Request, association: Association) -> HttpResponse:
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            invitation = services.invite_member(association=association, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(
                request, _("An invitation is on its way to %(email)s.") % {"email": invitation.email}
            )
            return redirect("associations:people", association.slug)
    return render(
        request,
        "associations/people.html",
        {
            "association": association,
            "members": association.memberships.select_related("user").order_by("since", "pk"),
            "only_owner": queries.only_owner(association),
            "invitations": queries.open_invitations(association),
            "may_manage": rules.may_manage_members(request.user, association),
            "form": form,
        },
    )


@members_only
@require_POST
def remove(request: Request, association: Association, pk: int) -> HttpResponse:
    membership = get_object_or_404(association.memberships.select_related("user"), pk=pk)
    try:
        services.remove_member(membership=membership, by=request.user)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("%(person)s is no longer here.") % {"person": membership.user})
    if membership.user == request.user:
        return redirect("associations:mine")
    return redirect("associations:people", association.slug)


@members_only
@require_POST
def revoke(request: Request, association: Association, pk: int) -> HttpResponse:
    invitation = get_object_or_404(association.invitations, pk=pk)
    try:
        services.revoke_invitation(invitation=invitation, by=request.user)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(
            request, _("The invitation to %(email)s is taken back.") % {"email": invitation.email}
        )
    return redirect("associations:people", association.slug)


@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: Request, token: str) -> HttpResponse:
    """The page the link in the mail opens: GET shows, a button accepts."""
    return invitation_page(
        request,
        model=MembershipInvitation,
        token=token,
        what=lambda invitation: invitation.association.name,
        accept=services.accept_invitation,
        done=lambda membership: reverse("associations:page", args=[membership.association.slug]),
    )
