"""What everybody sees of schools: the list, and one school with its departments. Never who works there."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from schools.models import ProfileVersion, School
from skoleplus.core.order import danish
from skoleplus.core.requests import Request

PER_PAGE = 24


@require_safe
def school_list(request: Request) -> HttpResponse:
    profiles = _published(request).prefetch_related("subject__departments").order_by(danish("name"), "pk")
    page = Paginator(profiles, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "schools/list.html", {"page": page})


@require_safe
def school_detail(request: Request, slug: str) -> HttpResponse:
    public = ProfileVersion.objects.published().filter(subject__in=School.objects.public())
    profile = get_object_or_404(public.select_related("subject__municipality"), subject__slug=slug)
    school = profile.subject
    context = {"school": school, "profile": profile, "departments": school.departments.all()}
    return render(request, "schools/detail.html", context)


def _published(request: Request) -> QuerySet[ProfileVersion]:
    public = School.objects.public()
    if request.municipality:
        public = public.filter(municipality=request.municipality)
    return ProfileVersion.objects.published().filter(subject__in=public).select_related("subject")
