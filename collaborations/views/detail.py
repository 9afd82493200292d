"""One collaboration: where it stands, what was said, and the answer of whoever is next."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from collaborations import history, people, rules, standing
from collaborations.enums import Side, other
from collaborations.models import Collaboration
from collaborations.views.answering import Answer, answer
from collaborations.workflow import moves
from skoleplus.core.requests import Request

DONE = {
    "say_yes": _("You have said yes. The school gets a mail now."),
    "propose_other_time": _("You have proposed another time. The school gets a mail now."),
    "say_no": _("You have said no. The school gets a mail now."),
    "accept": _("It is agreed. You both get a mail with the date for your calendar."),
    "turn_down": _("You have declined. The association gets a mail now."),
    "withdraw": _("You have withdrawn the inquiry. The association gets a mail now."),
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def detail(request: Request, pk: int) -> HttpResponse:
    """The page of one collaboration, for its parties and the consultant."""
    visible = Collaboration.objects.visible_to(request.user).with_parties()
    collaboration = get_object_or_404(visible, pk=pk)
    side = side_of(request.user, collaboration)
    given = answer(request, collaboration, side, request.user) if side else None
    if given and given.done:
        messages.success(request, DONE[given.done])
        return redirect("collaborations:detail", collaboration.pk)
    context = page_context(collaboration, side, given)
    if request.htmx and request.htmx.target == "times":
        return render(request, "collaborations/answer.html#times", context)
    return render(request, "collaborations/detail.html", context)


def side_of(user: Any, collaboration: Collaboration) -> str | None:
    """Which side somebody is on; of two, the one that has the next step."""
    found = sorted(rules.sides(user, collaboration))
    busy = [side for side in found if moves(side, collaboration.state)]
    return next(iter(busy or found), None)


def page_context(collaboration: Collaboration, side: str | None, given: Answer | None) -> dict[str, Any]:
    proposal = collaboration.newest_proposal
    return {
        "collaboration": collaboration,
        "proposal": proposal,
        "sessions": proposal.sessions.all(),
        "side": side,
        "is_school": side == Side.SCHOOL,
        "standing": standing.of(collaboration, side),
        "answer": given,
        # The consultant looks on: contact data are between the two parties.
        "contact": people.contact(collaboration, other(side)) if side else None,
        "events": (events := history.events(collaboration)),
        # What the other side said last.
        "words": events[-1]["note"] if events else "",
    }
