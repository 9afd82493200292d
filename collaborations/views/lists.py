"""What one side has asked or been asked, newest first, with the next step."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from collaborations import standing
from collaborations.enums import Side
from collaborations.models import Collaboration
from collaborations.querysets import CollaborationQuerySet
from skoleplus.core.requests import Request
from skoleplus.municipalities.rules import consultant_municipality_ids

PER_PAGE = 20


@login_required
@require_safe
def school_list(request: Request) -> HttpResponse:
    """The school's side; the consultant sees the whole municipality, and a member the other list."""
    user = request.user
    if consultant_municipality_ids(user):
        return _list(request, Collaboration.objects.visible_to(user), None)
    if not user.school_memberships.exists() and user.association_memberships.exists():
        return redirect("collaborations:association_list")
    return _list(request, Collaboration.objects.of_staff(user), Side.SCHOOL)


@login_required
@require_safe
def association_list(request: Request) -> HttpResponse:
    return _list(request, Collaboration.objects.of_association_member(request.user), Side.ASSOCIATION)


def _list(request: Request, rows: CollaborationQuerySet, side: str | None) -> HttpResponse:
    found = rows.with_parties().owed_first(side)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [(row, standing.of(row, side)) for row in page],
        "side": side,
        "is_school": side == Side.SCHOOL,
        "both": side and _has_both_sides(request),
    }
    return render(request, "collaborations/list.html", context)


def _has_both_sides(request: Request) -> bool:
    return request.user.school_memberships.exists() and request.user.association_memberships.exists()
