"""The municipality's colours and its accessibility statement."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from skoleplus.municipalities.models import Municipality
from skoleplus.municipalities.theme import make_theme

YEAR = 60 * 60 * 24 * 365


@require_safe
def theme(request: HttpRequest, code: str, digest: str) -> HttpResponse:
    """The colours of the day as a stylesheet, so that the content policy needs no inline style.

    Browsers keep it for a year when the address names these very colours.
    """
    municipality = get_object_or_404(Municipality, code=code)
    made = make_theme(municipality.colour, municipality.accent_colour)
    response = HttpResponse(made.stylesheet, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable" if digest == made.digest else "no-cache"
    return response


@require_safe
def accessibility_statement(request: HttpRequest) -> HttpResponse:
    """Public bodies publish theirs at one national address; /was leads there (webtilgængelighedsloven)."""
    municipality = getattr(request, "municipality", None)
    if not municipality or not municipality.accessibility_statement_url:
        raise Http404
    return HttpResponseRedirect(municipality.accessibility_statement_url)
