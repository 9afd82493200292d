"""The people of a school, for its leaders: who works there, who is invited."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from schools import rules, services
from schools.access import keepers_only
from schools.forms import InviteForm
from schools.models import School
from skoleplus.core.clock import now
from skoleplus.core.order import danish
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request


@keepers_only
@require_safe
def staff(request: Request, school: School) -> HttpResponse:
    return _page(request, school, InviteForm())


@keepers_only
@require_POST
def invite(request: Request, school: School) -> HttpResponse:
    form = InviteForm(request.POST)
    if form.is_valid():
        try:
            invitation = services.invite_staff(school=school, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("email", refusal.sentence)
        else:
            messages.success(
                request, _("The invitation is on its way to %(email)s.") % {"email": invitation.email}
            )
            return redirect("schools:staff", school.slug)
    return _page(request, school, form)


@keepers_only
@require_POST
def revoke(request: Request, school: School, pk: int) -> HttpResponse:
    invitation = get_object_or_404(school.invitations, pk=pk)
    try:
        services.revoke_invitation(invitation=invitation, by=request.user)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("The invitation is taken back."))
    return redirect("schools:staff", school.slug)


@keepers_only
@require_POST
def remove(request: Request, school: School, pk: int) -> HttpResponse:
    membership = get_object_or_404(school.memberships.select_related("user", "school"), pk=pk)
    try:
        services.remove_staff(membership=membership, by=request.user)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("schools:staff", school.slug)
    messages.success(request, _("%(name)s is no longer on the staff.") % {"name": membership.user})
    if membership.user == request.user:
        return redirect("schools:mine")
    return redirect("schools:staff", school.slug)


def _page(request: Request, school: School, form: InviteForm) -> HttpResponse:
    waiting = school.invitations.filter(accepted_at=None, revoked_at=None, expires_at__gt=now())
    context = {
        "school": school,
        "form": form,
        "people": school.memberships.select_related("user").order_by("role", danish("user__name"), "pk"),
        "waiting": waiting.order_by("-invited_at", "pk"),
        "may_remove": rules.is_leader(request.user, school),
        "may_keep": True,
    }
    return render(request, "schools/staff.html", context)
