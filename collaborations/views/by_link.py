"""The answer by a signed link in a mail: GET shows, a button acts, nobody signs in."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from collaborations import people
from collaborations.enums import PURPOSE, Side
from collaborations.models import Collaboration
from collaborations.services import ByLink
from collaborations.views.answering import answer
from collaborations.views.detail import DONE, page_context
from skoleplus.core.client import client_ip
from skoleplus.core.link_pages import with_link
from skoleplus.core.links import DeadLink
from skoleplus.core.requests import Request


@require_http_methods(["GET", "HEAD", "POST"])
@with_link(PURPOSE[Side.ASSOCIATION])
def association_answers(request: Request, **found: Any) -> HttpResponse:
    """Yes, no or another time."""
    return _answer(request, side=Side.ASSOCIATION, **found)


@require_http_methods(["GET", "HEAD", "POST"])
@with_link(PURPOSE[Side.SCHOOL])
def school_decides(request: Request, **found: Any) -> HttpResponse:
    """Accept or decline."""
    return _answer(request, side=Side.SCHOOL, **found)


def _answer(request: Request, *, side: str, link: Any, token: str) -> HttpResponse:
    """The question; after a POST, what became of it. A link that is dead by then is told by the decorator."""
    collaboration = get_object_or_404(Collaboration.objects.with_parties(), pk=link.object_id)
    if not people.speaks_by_link(link, collaboration, side):
        raise DeadLink(_("You may not answer this any more. Ask somebody who has the right role."))
    given = answer(request, collaboration, side, ByLink(token, client_ip(request)))
    context = page_context(collaboration, side, given) | {"by_link": True, "link": link}
    if given.done:
        return render(request, "collaborations/answered.html", context | {"done": DONE[given.done]})
    if request.htmx and request.htmx.target == "times":
        return render(request, "collaborations/answer.html#times", context)
    return render(request, "collaborations/by_link.html", context)
