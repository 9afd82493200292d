"""Pages that are opened by a secret in their address: signed links and invitations."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from skoleplus.core import links
from skoleplus.core.client import client_ip
from skoleplus.core.limits import spent, within
from skoleplus.core.refusal_pages import refusal_page
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request

# Links that are dead or unknown, per address: a school's network opens a few old mails, a guesser needs far
# more. Links that are alive are not counted, so a whole town hall may answer from one address.
MOST_PER_HOUR = 120

View = Callable[..., HttpResponse]


class TooOften(Refused):
    """More attempts from one address than people make."""


def sealed(view: View) -> View:
    """The page's address is a secret: it is not handed on, kept or indexed; and it cannot be tried for ever.

    A refusal the view lets pass is shown in words: 410 for a dead link, 429 after too many of them.
    """

    @wraps(view)
    def wrapped(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        guesses = f"link:{client_ip(request)}"
        try:
            if spent(guesses, most=MOST_PER_HOUR):
                raise TooOften(_("That was many attempts in a short time. Wait an hour and try again."))
            response = view(request, *args, **kwargs)
        except TooOften as refusal:
            response = _dead(request, refusal, status=429)
        except links.DeadLink as refusal:
            response = _dead(request, refusal, status=410)
        except Refused as refusal:
            response = refusal_page(request, refusal)
        if response.status_code == 410 and client_ip(request):
            within(guesses, most=MOST_PER_HOUR, seconds=3600)
        # Not no-referrer: under it a browser sends the page's own form with "Origin: null", which no CSRF
        # check lets pass.
        response["Referrer-Policy"] = "strict-origin"
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        return response

    return wrapped


def with_link(purpose: str) -> Callable[[View], View]:
    """Replace the url's `token` by the link it belongs to; a dead one is told in words.

        @with_link("collaborations.answer")
        def answer(request, link, token):
            if request.method == "POST":
                services.say_yes(..., token=token, ip=client_ip(request))   # calls links.use
            return render(...)

    On GET the view only shows. On POST its story spends the link with `links.use(purpose=…, token=…, ip=…)`
    in its own transaction, so that a refused story leaves the link alive.
    """

    def decorate(view: View) -> View:
        @sealed
        @wraps(view)
        def wrapped(request: Request, token: str, **kwargs: Any) -> HttpResponse:
            return view(request, link=links.read(purpose=purpose, token=token), token=token, **kwargs)

        return wrapped

    return decorate


def _dead(request: Request, refusal: Refused, *, status: int) -> HttpResponse:
    return render(request, "core/link_dead.html", {"sentence": refusal.sentence}, status=status)
