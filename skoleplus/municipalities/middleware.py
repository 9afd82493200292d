"""Which municipality a request is about: by host name, else the first one."""

from collections.abc import Callable

from django.db.models import Case, Value, When
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from skoleplus.municipalities.models import Municipality


def municipality_of(request: HttpRequest) -> Municipality | None:
    """The municipality whose host name was called; an installation with one need not name any."""
    host = request.get_host().rsplit(":", 1)[0]
    own_first = Case(When(host=host, then=Value(0)), default=Value(1))
    return Municipality.objects.order_by(own_first, "pk").first()


class MunicipalityMiddleware:
    """Adds `request.municipality`, found when it is first asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.municipality = SimpleLazyObject(lambda: municipality_of(request))  # type: ignore[attr-defined]
        return self.get_response(request)
