"""What everybody sees: the list of associations, one association, and what the portal offers associations."""

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from associations.enums import Kind
from associations.forms import FilterForm
from associations.models import Association, ProfileVersion
from skoleplus.core import panels
from skoleplus.core.order import danish
from skoleplus.core.requests import Request

PER_PAGE = 24


@require_safe
def association_list(request: Request) -> HttpResponse:
    form = FilterForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    found = _published(request)
    if words := chosen.get("q"):
        found = found.filter(
            Q(name__icontains=words) | Q(intro__icontains=words) | Q(subject__city__icontains=words)
        )
    kinds = _kinds(found, chosen.get("kind", ""))
    if kind := chosen.get("kind"):
        found = found.filter(kind=kind)
    page = Paginator(found.order_by(danish("name"), "pk"), PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "associations/list.html",
        {"page": page, "kinds": kinds, "kind": chosen.get("kind", ""), "q": chosen.get("q", "")},
    )


def _published(request: Request) -> QuerySet[ProfileVersion]:
    public = Association.objects.public()
    if request.municipality:
        public = public.filter(municipality=request.municipality)
    return ProfileVersion.objects.published().filter(subject__in=public).select_related("subject")


def _kinds(found: QuerySet[ProfileVersion], chosen: str) -> list[dict[str, object]]:
    """The kinds that somebody is of, with how many."""
    counts = dict(found.order_by("kind").values_list("kind").annotate(number=Count("pk")))
    return [
        {"value": kind.value, "label": kind.label, "count": counts.get(kind.value, 0)}
        for kind in Kind
        if kind.value in counts or kind.value == chosen
    ]


@require_safe
def association_detail(request: Request, slug: str) -> HttpResponse:
    association = get_object_or_404(Association.objects.public().select_related("municipality"), slug=slug)
    profile = association.versions.published().get()
    return render(request, "associations/detail.html", public_context(request, association, profile))


def public_context(request: Request, association: Association, profile: ProfileVersion) -> dict[str, object]:
    """What the public page and its preview show."""
    return {
        "association": association,
        "profile": profile,
        "panels": panels.collect("association_public", request, association),
    }


def preview(request: Request, version: ProfileVersion) -> HttpResponse:
    """The public page with a version's words, for the consultant; the desk checks who asks."""
    return render(
        request,
        "associations/detail.html",
        public_context(request, version.subject, version) | {"preview": True},
    )


@require_safe
def for_associations(request: Request) -> HttpResponse:
    return render(request, "associations/for_associations.html")
