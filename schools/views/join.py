"""Becoming part of a school: by an e-mail domain the school owns, or by invitation."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schools import services
from schools.models import School, StaffInvitation
from schools.queries import schools_to_join
from skoleplus.accounts.views import invitation_page
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request


@login_required
@require_safe
def join(request: Request) -> HttpResponse:
    """Which school one may join, and how to go about it when there is none."""
    return render(request, "schools/join.html", {"to_join": schools_to_join(request.user)})


@login_required
@require_POST
def join_school(request: Request, slug: str) -> HttpResponse:
    """One press: on the staff as a teacher, and back to where one came from."""
    school = get_object_or_404(School, slug=slug)
    try:
        services.join_by_domain(school=school, by=request.user)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("schools:join")
    messages.success(request, _("You are part of %(school)s now.") % {"school": school})
    back = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        return redirect(back)
    return redirect("schools:page", school.slug)


@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: Request, token: str) -> HttpResponse:
    return invitation_page(
        request,
        model=StaffInvitation,
        token=token,
        what=lambda invitation: invitation.school.name,
        accept=services.accept_invitation,
        done=lambda membership: reverse("schools:page", args=[membership.school.slug]),
    )
