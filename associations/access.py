"""Who gets to an association's own pages: its members; for everybody else they do not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from associations.models import Association
from skoleplus.core.requests import Request


def members_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Replace the url's `slug` by the association; 404 for anybody who does not write for it."""

    @login_required
    @wraps(view)
    def wrapped(request: Request, slug: str, **kwargs: Any) -> HttpResponse:
        own = Association.objects.of_member(request.user).select_related("municipality")
        return view(request, association=get_object_or_404(own, slug=slug), **kwargs)

    return wrapped
