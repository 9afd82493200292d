"""Who gets to the desk: consultants and administrators. For everybody else it does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse

from skoleplus.core.requests import Request
from skoleplus.municipalities.rules import works_for_a_municipality


def consultants_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @login_required
    @wraps(view)
    def wrapped(request: Request, **kwargs: Any) -> HttpResponse:
        if not works_for_a_municipality(request.user):
            raise Http404
        return view(request, **kwargs)

    return wrapped
