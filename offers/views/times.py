"""The fifth question: when the offer can be held. Everything here applies at once."""

from itertools import groupby, islice
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from associations.access import members_only
from associations.models import Association
from offers import availability, calendars, services, standing, steps, words
from offers.access import offer_of
from offers.forms.times import DateForm, PartForm, TermsForm, WeekForm, WindowForm
from offers.models import FixedDate, Offer, OfferVersion, Window
from offers.views.edit import next_page, step_context
from skoleplus.core.clock import today
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request

STEP = steps.STEPS["tider"]
SHOWN_FREE = 3
KINDS: dict[str, tuple[Any, Any, Any, Any]] = {
    "uge": (Window, WindowForm, services.change_window, services.remove_window),
    "dato": (FixedDate, DateForm, services.change_date, services.remove_date),
}


@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def times(request: Request, association: Association, pk: int) -> HttpResponse:
    """The times there are, and ways to add more. Whatever is filled in on the page is saved together."""
    offer = offer_of(association, pk)
    stands = standing.of_offer(offer)
    if stands.version is None:
        return redirect("offer_editor:overview", association.slug, pk)
    forms = _forms(offer, stands.version, request.POST if request.method == "POST" else None)
    if request.method == "POST" and _saved(request, offer, forms):
        if "stay" in request.POST:
            messages.success(request, _("Saved. It applies at once."))
            return redirect(request.get_full_path())
        return redirect(next_page(request, association, offer, STEP))
    if request.method == "POST":
        forms = {name: form if form.is_filled else form.left_alone() for name, form in forms.items()}
    context = step_context(request, association, STEP, offer, stands)
    return render(
        request, "offers/edit/times.html", context | _times(offer, stands.version) | {"forms": forms}
    )


def _forms(offer: Offer, version: OfferVersion, data: Any) -> dict[str, PartForm]:
    minutes = version.minutes
    return {
        "week": WeekForm(data, prefix="week", minutes=minutes),
        "window": WindowForm(data, prefix="window", minutes=minutes),
        "date": DateForm(
            data, prefix="date", minutes=minutes, initial={"capacity": version.group_max or None}
        ),
        "terms": TermsForm(data, prefix="terms", initial=TermsForm.initial_of(offer)),
    }


def _saved(request: Request, offer: Offer, forms: dict[str, PartForm]) -> bool:
    filled = {name: form for name, form in forms.items() if form.is_filled}
    # Every form is asked, so that everything wrong is told at once.
    if False in {form.is_valid() for form in filled.values()}:
        return False
    week, window, date, terms = (filled.get(name) for name in ("week", "window", "date", "terms"))
    windows = week.windows() if isinstance(week, WeekForm) else []
    try:
        services.add_times(
            offer=offer,
            by=request.user,
            windows=[*windows, window.cleaned_data] if window else windows,
            dates=[date.cleaned_data] if date else [],
            notice_days=terms.cleaned_data["notice_days"] if terms else None,
            instructors=_instructors(terms) if terms else None,
        )
    except Refused as refusal:
        first = next(iter(filled.values()))
        first.add_error(None, refusal.sentence)
        return False
    return True


def _instructors(terms: PartForm) -> tuple[str, int]:
    return terms.cleaned_data["instructors"], terms.cleaned_data["lanes"] or 1


def _times(offer: Offer, version: OfferVersion) -> dict[str, Any]:
    windows = [
        {"row": row, "words": words.window(row), "past": row.last_day < today()}
        for row in offer.windows.all()
    ]
    dates = [
        {"row": row, "words": words.fixed_date(row), "past": row.day < today()}
        for row in offer.fixed_dates.all()
    ]
    calendar = calendars.of_offer(offer, version)
    found = availability.times(calendar, today(), today() + availability.HORIZON)
    by_day = groupby(found, key=lambda time: time.day)
    return {
        "windows": windows,
        "dates": dates,
        "free": [next(times) for _day, times in islice(by_day, SHOWN_FREE)],
        "holidays": offer.municipality.holidays.filter(last_day__gte=today())[:6],
        "groups": offer.association.instructor_groups.order_by("name"),
    }


@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def time(request: Request, association: Association, pk: int, kind: str, row: int) -> HttpResponse:
    """Change one weekly time or one date."""
    offer = offer_of(association, pk)
    model, form_class, change, _remove = KINDS[kind]
    found = get_object_or_404(model, offer=offer, pk=row)
    found.offer = offer
    stands = standing.of_offer(offer)
    minutes = stands.version.minutes if stands.version else None
    initial = form_class.initial_of(found)
    form = form_class(request.POST if request.method == "POST" else None, minutes=minutes, initial=initial)
    if request.method == "POST" and form.is_valid():
        name = "window" if kind == "uge" else "date"
        try:
            change(**{name: found}, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Saved. It applies at once."))
            return redirect(_back(association, pk))
    context = {"association": association, "offer": offer, "form": form, "kind": kind, "row": row}
    return render(request, "offers/edit/time.html", context | {"back": _back(association, pk)})


@members_only
@require_POST
def remove_time(request: Request, association: Association, pk: int, kind: str, row: int) -> HttpResponse:
    """Pressing twice removes once."""
    offer = offer_of(association, pk)
    model, _form, _change, remove = KINDS[kind]
    found = model.objects.filter(offer=offer, pk=row).first()
    if found is not None:
        found.offer = offer
        try:
            remove(**{"window" if kind == "uge" else "date": found}, by=request.user)
        except Refused as refusal:
            messages.warning(request, refusal.sentence)
        else:
            messages.success(request, _("The time is removed."))
    return redirect(_back(association, pk))


def _back(association: Association, pk: int) -> str:
    return reverse("offer_editor:times", args=[association.slug, pk])
