"""Pages that only the demo has: everybody's logins and everybody's mails."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from handover.demo import mailbox as letters
from handover.demo.codes import code_of
from handover.demo.people import PASSWORD, PEOPLE, TOTP_SECRET

View = Callable[..., HttpResponseBase]


def demo_page(view: View) -> View:
    """A page to be read, in the demo. Its address exists nowhere else; this is the second lock."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not settings.DEMO:
            raise Http404
        return view(request, *args, **kwargs)

    return never_cache(require_safe(guarded))


def mail_folder() -> Path:
    return Path(settings.DATA_DIR) / "mail"


def find_letter(name: str) -> letters.Letter:
    letter = letters.find(mail_folder(), name)
    if letter is None:
        raise Http404
    return letter


@demo_page
def logins(request: HttpRequest) -> HttpResponse:
    """Who can sign in, with the one-time code of this moment."""
    context = {"people": PEOPLE, "password": PASSWORD, "code": code_of(TOTP_SECRET)}
    page = "handover/demo/codes.html" if request.headers.get("HX-Request") else "handover/demo/logins.html"
    return render(request, page, context)


@demo_page
def mailbox(request: HttpRequest) -> HttpResponse:
    """The mails that were sent, newest first; `?to=` keeps one receiver's."""
    to = request.GET.get("to", "").strip()
    found = [letter for letter in letters.letters(mail_folder()) if to.lower() in letter.to.lower()]
    return render(request, "handover/demo/mailbox.html", {"letters": found, "to": to})


@demo_page
@csp_update({"frame-src": [SELF]})  # type: ignore[arg-type]  # it passes arguments on
def mail(request: HttpRequest, name: str) -> HttpResponse:
    """One mail: its text, and its HTML in a frame that may do nothing."""
    return render(request, "handover/demo/mail.html", {"letter": find_letter(name)})


@demo_page
@xframe_options_sameorigin
@csp_replace(  # type: ignore[arg-type]  # it passes arguments on
    {
        "default-src": [NONE],
        "style-src": ["'unsafe-inline'"],
        "img-src": [SELF, "data:"],
        "script-src": [NONE],
        "form-action": [NONE],
        "frame-ancestors": [SELF],
        "sandbox": ["allow-popups", "allow-popups-to-escape-sandbox"],
    }
)
def mail_html(request: HttpRequest, name: str) -> HttpResponse:
    """A mail's HTML as it was sent; its links open in a tab of their own."""
    return HttpResponse(find_letter(name).html.replace("<head>", '<head><base target="_blank">', 1))


@demo_page
def mail_attachment(request: HttpRequest, name: str, number: int) -> HttpResponse:
    attachments = find_letter(name).attachments
    if not 1 <= number <= len(attachments):
        raise Http404
    part = attachments[number - 1]
    response = HttpResponse(part.content, content_type=part.type)
    response.headers["Content-Disposition"] = str(content_disposition_header(True, part.name))
    return response
