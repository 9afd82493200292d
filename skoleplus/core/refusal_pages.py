"""A refusal as a page: its sentence, the right status, and the way back."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRefresh

from skoleplus.core.refusals import NotAllowed, Refused


def refusal_page(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """What a person gets to see when a story said no and the page of the button did not tell them.

    403 when it is not theirs to do, 409 when it is too late or does not fit. A partial page is read again
    as a whole, with the sentence on top, for what it shows is of yesterday.
    """
    if getattr(request, "htmx", False):
        messages.warning(request, str(refusal))
        return HttpResponseClientRefresh()
    status = 403 if isinstance(refusal, NotAllowed) else 409
    context = {"sentence": refusal.sentence, "back": _page_before(request)}
    return render(request, "core/refused.html", context, status=status)


def _page_before(request: HttpRequest) -> str:
    """The page the button was on, if it was one of ours."""
    before = request.META.get("HTTP_REFERER", "")
    if not url_has_allowed_host_and_scheme(before, {request.get_host()}):
        return ""
    parts = urlsplit(before)
    # "//elsewhere" as a path would be another host's address.
    return "/" + parts.path.lstrip("/") + (f"?{parts.query}" if parts.query else "")
