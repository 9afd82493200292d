"""The consultant's desk: what waits, and one text at a time with its decision."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from associations.queries import current_attestation
from associations.rules import is_public
from desk import queue
from desk.access import consultants_only
from desk.forms import DecisionForm
from desk.kinds import KINDS, Kind
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request
from skoleplus.screening import history, words
from skoleplus.screening.enums import State

PER_PAGE = 25
DONE = {
    "approve": gettext_lazy("Approved and published: %(title)s."),
    "request_changes": gettext_lazy("Sent back with your words: %(title)s."),
    "reject": gettext_lazy("Rejected: %(title)s."),
}


@consultants_only
@require_safe
def desk(request: Request) -> HttpResponse:
    kinds = queue.numbers(request.user)
    page = Paginator(queue.waiting(request.user), PER_PAGE)
    page.count = sum(kind["waiting"] for kind in kinds)
    return render(
        request,
        "desk/desk.html",
        {
            "page": page.get_page(request.GET.get("page")),
            "kinds": kinds,
            "waiting": page.count,
            "returned": sum(kind["returned"] for kind in kinds),
            "oldest": min((kind["oldest"] for kind in kinds if kind["oldest"]), default=None),
            "decided": queue.decided(request.user),
        },
    )


@consultants_only
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: Request, kind: str, pk: int) -> HttpResponse:
    row, version = _sent(request, kind, pk)
    form = DecisionForm(
        request.POST or None, workflow=version.workflow, initial={"seen": version.submitted_at.isoformat()}
    )
    if request.method == "POST" and form.is_valid():
        if answer := _decide(request, row, version, form):
            return answer
        version.refresh_from_db()
        form.stamp(version.submitted_at)
    return render(
        request,
        "desk/review.html",
        _context(request, row, version, form),
        status=409 if form.non_field_errors() else 200,
    )


@consultants_only
@require_safe
def preview(request: Request, kind: str, pk: int) -> HttpResponse:
    """The public page with the words that wait."""
    row, version = _sent(request, kind, pk)
    if row.preview is None or version.state == State.DRAFT:
        raise Http404
    return row.preview(request, version)


def _sent(request: Request, kind: str, pk: int) -> tuple[Kind, Any]:
    """A version of the consultant's own municipality; what was never sent is the author's alone."""
    if kind not in KINDS:
        raise Http404
    row = KINDS[kind]
    sent = row.of(request.user).filter(submitted_at__isnull=False)
    return row, get_object_or_404(sent.select_related(*row.related, "decided_by"), pk=pk)


def _decide(request: Request, kind: Kind, version: Any, form: DecisionForm) -> HttpResponse | None:
    """Carry the decision out and go on to the next text; None when refused: the form says why."""
    decision, seen = form.cleaned_data["decision"], form.cleaned_data["seen"]
    try:
        kind.stories[decision](version=version, by=request.user, note=form.cleaned_data["note"], seen=seen)
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return None
    messages.success(request, DONE[decision] % {"title": kind.called(version)})
    following = queue.following(request.user, since=seen)
    if following is None:
        messages.info(request, _("Nothing more waits for you."))
        return redirect("desk:desk")
    messages.info(request, _("This is the next one: %(title)s.") % {"title": following["called"]})
    return redirect("desk:review", following["room"], following["pk"])


def _context(request: Request, kind: Kind, version: Any, form: DecisionForm) -> dict[str, Any]:
    readable = version.state != State.DRAFT
    before = _published_before(version)
    fields = words.compare(before, version) if readable else []
    association = kind.association(version)
    return {
        "kind": kind,
        "preview": kind.preview is not None and readable,
        "version": version,
        "called": kind.called(version),
        "whose": kind.whose(version) if kind.whose(version) != kind.called(version) else "",
        "before": before,
        "changed": [field for field in fields if field.changed],
        "same": [field for field in fields if not field.changed and field.new],
        "empty": [field for field in fields if not field.changed and not field.new],
        "readable": readable,
        "association": association,
        "attestation": current_attestation(association) if association else None,
        "hidden": kind.slug == "tilbud" and not is_public(association),
        "events": _events(kind, version),
        "decisions": [row for row in version.allowed(request.user) if row.name in kind.stories],
        "form": form,
    }


def _published_before(version: Any) -> Any:
    older = version.subject.versions.filter(number__lt=version.number)
    return older.filter(state__in=[State.APPROVED, State.SUPERSEDED]).order_by("-number").first()


def _events(kind: Kind, version: Any) -> list[dict[str, Any]]:
    rows = kind.log.objects.filter(subject__subject=version.subject).exclude(transition="supersede")
    return history.events(rows.select_related("by").order_by("-at", "-pk")[:20], kind.definite)
