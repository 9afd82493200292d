"""The catalogue as a frame in a school's intranet."""

from dataclasses import replace
from functools import partial
from typing import Any

from csp.constants import NONE
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from offers.catalogue.cards import subject_names
from offers.catalogue.stamp import stamp
from offers.catalogue.wish import Wish, read
from offers.views.public import catalogue_context
from schools.models import Department, IntranetOrigin, ProfileVersion, School
from skoleplus.core import danish
from skoleplus.core.kept import kept
from skoleplus.core.requests import Request


@require_safe
@kept(partial(stamp, School, ProfileVersion, Department, IntranetOrigin))
def intranet(request: Request, slug: str) -> HttpResponse:
    """Framed by the origins the school has listed, and by nobody else. Knows no cookie."""
    school = get_object_or_404(School.objects.public().select_related("municipality"), slug=slug)
    request.municipality = school.municipality
    subjects = subject_names(school.municipality)
    wish = replace(read(request.GET, subjects), school=school.slug)
    origins = sorted(school.intranet_origins.values_list("origin", flat=True))
    context = catalogue_context(request, wish, subjects) | {
        "school": school,
        "origins": origins,
        "shortcuts": [_shortcut(department, wish) for department in school.departments.all()],
    }
    response = render(request, "showcase/intranet.html", context)
    response._csp_replace = {"frame-ancestors": origins or [NONE]}  # type: ignore[attr-defined]
    # That header knows no lists: it would forbid the frame where frame-ancestors allows it.
    response.xframe_options_exempt = bool(origins)
    return response


def _shortcut(department: Department, wish: Wish) -> dict[str, Any]:
    """A department's grades as one choice."""
    first, last = department.grade_from, department.grade_to
    grades = frozenset(str(grade) for grade in range(first, last + 1))
    chosen = wish.chosen.get("grade") == grades
    return {
        "name": department.name,
        "grades": danish.grade_range(first, last),
        "address": wish.with_values("grade", frozenset() if chosen else grades).address(),
        "chosen": chosen,
    }
