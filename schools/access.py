"""Who gets to a school's own pages: its staff and the consultant; for everybody else they do not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from schools import rules
from schools.models import School
from skoleplus.core.requests import Request

View = Callable[..., HttpResponse]


def own_school(view: View) -> View:
    """Replace the url's `slug` by the school; 404 for anybody who may not open its own pages."""

    @login_required
    @wraps(view)
    def wrapped(request: Request, slug: str, **kwargs: Any) -> HttpResponse:
        own = School.objects.opened_by(request.user).select_related("municipality")
        return view(request, school=get_object_or_404(own, slug=slug), **kwargs)

    return wrapped


def keepers_only(view: View) -> View:
    """As own_school, for leaders and the consultant only."""

    @own_school
    @wraps(view)
    def wrapped(request: Request, school: School, **kwargs: Any) -> HttpResponse:
        if not rules.may_keep(request.user, school):
            raise Http404
        return view(request, school=school, **kwargs)

    return wrapped
