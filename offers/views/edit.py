"""The association writes an offer: a new one, its parts, the overview, a look at it, send and take back."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from associations.access import members_only
from associations.models import Association
from offers import answers, completeness, history, queries, services, standing, steps
from offers.access import offer_of
from offers.catalogue import offer_page
from offers.forms.fields import StepForm
from offers.models import Offer, OfferVersion
from offers.steps import Step
from skoleplus.core.clock import now
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request
from skoleplus.screening.enums import State

# The story, what is said afterwards, and the state in which there is nothing left to do.
ACTIONS = {
    "submit": (
        services.submit_offer,
        gettext_lazy("The offer is sent. The consultant reads it and writes to you."),
        State.SUBMITTED,
    ),
    "withdraw": (
        services.withdraw_offer,
        gettext_lazy("You have taken the offer back. Write on."),
        State.DRAFT,
    ),
    "discard": (services.discard, gettext_lazy("The draft is discarded."), State.DISCARDED),
}


@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, association: Association, form_id: uuid.UUID | None = None) -> HttpResponse:
    """The first question. Its address carries an id: however often it is sent or gone back to, one offer."""
    first = steps.QUESTIONS[0]
    if form_id is None and request.method != "POST":
        return redirect("offer_editor:new", association.slug, uuid.uuid4())
    if request.method != "POST":
        made = association.offers.filter(form_id=form_id).first()
        if made is not None:
            return redirect("offer_editor:part", association.slug, made.pk, first.slug)
        return _page(request, association, first, steps.form_for(first, None))
    form = steps.form_for(first, None, request.POST)
    right, offer = form.is_valid(), None
    if any(form.right_words().values()):
        try:
            offer = services.create_offer(
                association=association, by=request.user, words=form.right_words(), form_id=form_id
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
            right = False
    return _answer(request, association, first, form, right=right, offer=offer, is_new=True)


@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: Request, association: Association, pk: int, step: str) -> HttpResponse:
    """One question or section."""
    found = steps.STEPS.get(step)
    if found is None or found.form is None:
        raise Http404
    offer = offer_of(association, pk)
    stands = standing.of_offer(offer)
    if stands.version is None or (stands.is_waiting and not found.at_once):
        return redirect("offer_editor:overview", association.slug, pk)
    if request.method != "POST":
        form = steps.form_for(found, stands.version)
        return _page(request, association, found, form, offer=offer, stands=stands)
    form = steps.form_for(found, stands.version, request.POST)
    right = form.is_valid()
    try:
        # What is right is kept even when something else is not.
        if found.at_once:
            services.change_facts(offer=offer, by=request.user, facts=form.right_facts())
        else:
            services.save_offer(offer=offer, by=request.user, words=form.right_words())
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        right = False
    return _answer(request, association, found, form, right=right, offer=offer, stands=stands)


def _answer(
    request: Request,
    association: Association,
    step: Step,
    form: StepForm,
    *,
    right: bool,
    offer: Offer | None,
    stands: standing.Standing | None = None,
    is_new: bool = False,
) -> HttpResponse:
    """After a POST: a line for autosave, the next page, or the same page with what is wrong."""
    if request.htmx:
        context = {"problems": _problems(form), "offer": offer, "now": now()}
        response = render(request, "offers/edit/step.html#saved", context)
        if offer is not None and is_new:
            response["HX-Replace-Url"] = reverse(
                "offer_editor:part", args=[association.slug, offer.pk, step.slug]
            )
        return response
    if not right or offer is None:
        return _page(request, association, step, form, offer=offer, stands=stands)
    return redirect(next_page(request, association, offer, step))


def _problems(form: StepForm) -> list[str]:
    """What is wrong with what was typed so far; a field nobody has come to yet is not."""
    return [str(errors[0]) for name, errors in form.errors.items() if not form.has_error(name, "required")]


def next_page(request: Request, association: Association, offer: Offer, step: Step) -> str:
    """Where a saved part leads: the next question on the first way through, else back to the overview."""
    following = steps.after(step)
    if following is None or "later" in request.POST or "overblik" in request.GET:
        return reverse("offer_editor:overview", args=[association.slug, offer.pk])
    return step_url(offer, following)


def step_url(offer: Offer, step: Step) -> str:
    """Times and pictures have pages of their own at the same kind of address."""
    return reverse("offer_editor:part", args=[offer.association.slug, offer.pk, step.slug])


def _page(
    request: Request,
    association: Association,
    step: Step,
    form: StepForm,
    *,
    offer: Offer | None = None,
    stands: standing.Standing | None = None,
) -> HttpResponse:
    context = step_context(request, association, step, offer, stands) | {"form": form}
    return render(request, "offers/edit/step.html", context)


def step_context(
    request: Request,
    association: Association,
    step: Step,
    offer: Offer | None,
    stands: standing.Standing | None,
) -> dict[str, Any]:
    """What every page of the form shows around its fields."""
    earlier = steps.before(step)
    from_overview = "overblik" in request.GET
    back = None
    if offer is not None and (from_overview or earlier is None):
        back = reverse("offer_editor:overview", args=[association.slug, offer.pk])
    elif offer is not None and earlier is not None:
        back = step_url(offer, earlier)
    return {
        "association": association,
        "offer": offer,
        "standing": stands,
        "step": step,
        "questions": steps.QUESTIONS,
        "is_question": step.number is not None,
        "from_overview": from_overview,
        "back": back,
    }


@members_only
@require_safe
def overview(request: Request, association: Association, pk: int) -> HttpResponse:
    """Where the offer stands, what is answered and what is missing."""
    offer = offer_of(association, pk)
    stands = standing.of_offer(offer)
    if stands.version is None:
        raise Http404
    missing = completeness.missing(stands.version) if stands.is_open else []
    return render(
        request,
        "offers/edit/overview.html",
        {
            "association": association,
            "offer": offer,
            "standing": stands,
            "version": stands.version,
            "missing": missing,
            "questions": _rows(steps.QUESTIONS, stands.version, missing),
            "sections": _rows(steps.SECTIONS, stands.version, missing),
            "events": history.of(offer),
        },
    )


def _rows(
    parts: tuple[Step, ...], version: OfferVersion, missing: list[completeness.Missing]
) -> list[dict[str, Any]]:
    lacking = {row.step: row.words for row in reversed(missing)}
    return [
        {"step": step, "line": answers.line(step.slug, version), "lacks": lacking.get(step.slug, "")}
        for step in parts
    ]


@members_only
@require_POST
def act(request: Request, association: Association, pk: int, action: str) -> HttpResponse:
    """Send, take back or discard the open version; pressing twice does it once."""
    story, done, already = ACTIONS[action]
    offer = offer_of(association, pk)
    version = offer.versions.open().first()
    if version is not None and version.state != already:
        version.subject = offer
        try:
            story(version=version, by=request.user)
        except Refused as refusal:
            messages.warning(request, refusal.sentence)
        else:
            messages.success(request, done)
    if offer.versions.exclude(state=State.DISCARDED).exists():
        return redirect("offer_editor:overview", association.slug, pk)
    return redirect("associations:page", association.slug)


@members_only
@require_safe
def preview(request: Request, association: Association, pk: int) -> HttpResponse:
    """The newest version as the public page will show it."""
    offer = offer_of(association, pk)
    stands = standing.of_offer(offer)
    if stands.version is None:
        raise Http404
    return render(request, "offers/edit/preview.html", public_words(stands.version) | {"standing": stands})


def preview_version(request: Request, version: OfferVersion) -> HttpResponse:
    """Any version as the public page will show it, for the consultant; the caller has checked who looks."""
    return render(request, "offers/edit/preview.html", public_words(version))


def public_words(version: OfferVersion) -> dict[str, Any]:
    complete = queries.with_curriculum(OfferVersion.objects.filter(pk=version.pk)).get()
    return offer_page.context(complete)
