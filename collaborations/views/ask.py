"""The inquiry, on the page of an offer."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from collaborations import drafts, services, timetable
from collaborations.forms import AskForm
from collaborations.models import Collaboration
from offers import availability, prices
from offers.models import MAX_PUPILS, Offer, OfferVersion
from offers.services import NotFree
from schools.models import School
from schools.queries import schools_to_join
from skoleplus.core.limits import demand_patience
from skoleplus.core.order import danish
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request

# What a price is worked out for before anybody has said how many come.
USUAL_CLASS = 24
# A theme week asks many associations at once; each inquiry is a mail to volunteers.
MOST_AN_HOUR = 60


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Request, slug: str) -> HttpResponse:
    """Show the form, keep what is typed through sign-in and joining a school, and send the inquiry once."""
    offer = get_object_or_404(Offer.objects.public().select_related("association__municipality"), slug=slug)
    if request.method == "POST" and not School.objects.of_staff(request.user).exists():
        drafts.keep(request, offer)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    schools = School.objects.of_staff(request.user).order_by(danish("name"), "pk")
    school = _chosen(schools, request.GET.get("skole", ""))
    if school is None:
        return _before(request, offer, schools)
    sending = request.method == "POST" and not request.POST.get("show")
    form = _form(request, offer, school, bound=sending)
    if sending and form.is_valid():
        sent = _send(request, offer, school, form)
        if sent is not None:
            return redirect("collaborations:detail", sent.pk)
    return _page(request, offer, school, form)


def _chosen(schools: QuerySet[School], slug: str) -> School | None:
    found = list(schools)
    return found[0] if len(found) == 1 else next((row for row in found if row.slug == slug), None)


def _before(request: Request, offer: Offer, schools: QuerySet[School]) -> HttpResponse:
    """Join a school first, or say which one of several."""
    context = {
        "offer": offer,
        "version": _version(offer),
        "schools": schools,
        "to_join": schools_to_join(request.user),
        "here": request.get_full_path(),
    }
    return render(request, "collaborations/ask_school.html", context)


def _version(offer: Offer) -> OfferVersion:
    return offer.versions.published().get()


def _form(request: Request, offer: Offer, school: School, *, bound: bool) -> AskForm:
    if bound:
        return AskForm(request.POST, school=school)
    # "Other weeks" and "show the price" are no attempt to send: all that is typed stays, nothing is wrong.
    typed = request.POST.dict() if request.method == "POST" else drafts.kept(request, offer)
    wished = request.GET.get("tid", "")
    return AskForm(initial=({"time": wished} if wished else {}) | typed, school=school)


def _send(request: Request, offer: Offer, school: School, form: AskForm) -> Collaboration | None:
    data = form.cleaned_data
    again = Collaboration.objects.filter(form_id=data["form_id"], requested_by=request.user).exists()
    try:
        demand_patience(f"ask:{request.user.pk}", most=MOST_AN_HOUR, seconds=3600)
        sent = services.ask(
            by=request.user,
            offer=offer,
            school=school,
            school_class=form.chosen_class
            or services.NewClass(data["new_name"], data["new_grade"], data["pupils"]),
            pupils=data["pupils"],
            time=data["time"],
            message=data["message"],
            form_id=data["form_id"],
        )
    except services.Duplicate as refusal:
        form.twin = refusal.twin
        form.add_error(None, refusal.sentence)
        return None
    except Refused as refusal:
        form.add_error("time" if isinstance(refusal, NotFree) else None, refusal.sentence)
        return None
    drafts.drop(request, offer)
    if again:
        messages.info(request, _("The inquiry was sent already. Here it is."))
    else:
        messages.success(
            request, _("Sent. %(association)s gets a mail now.") % {"association": offer.association}
        )
    return sent


def _page(request: Request, offer: Offer, school: School, form: AskForm) -> HttpResponse:
    version = _version(offer)
    pupils = _pupils(form)
    table = timetable.page(offer, begin=_begin(request), pupils=pupils or 1)
    wished = form["time"].value() or ""
    context = {
        "offer": offer,
        "version": version,
        "school": school,
        "form": form,
        "twin": form.twin,
        "table": table,
        "wished": wished,
        "elsewhere": None if wished in table.shown else availability.find(offer, wished, pupils=pupils or 1),
        "begin": table.weeks[0].monday if table.weeks and not table.first else "",
        **_price(version, pupils),
    }
    part = request.htmx.target if request.htmx and request.htmx.target in ("times", "price") else ""
    return render(request, "collaborations/ask.html" + (f"#{part}" if part else ""), context)


def _price(version: OfferVersion, pupils: int | None) -> dict[str, Any]:
    """The school's price for the chosen number of pupils, or for a usual class while it is not chosen."""
    assumed = min(version.group_max or USUAL_CLASS, USUAL_CLASS)
    return {"cost": prices.cost(version, pupils=pupils or assumed), "pupils": pupils, "assumed": assumed}


def _pupils(form: AskForm) -> int | None:
    """How many come, as far as it has been said: in so many words, or by the class."""
    try:
        number = int(form["pupils"].value())
    except (TypeError, ValueError):
        chosen = form.classes.get(str(form["school_class"].value())) if form.classes else None
        return chosen.pupils if chosen else None
    return number if 1 <= number <= MAX_PUPILS else None


def _begin(request: Request) -> dt.date | None:
    """The first day of the weeks shown: the one just asked for, else the one shown before."""
    asked = request.POST.get("show", "")
    try:
        return dt.date.fromisoformat(asked if asked not in ("", "price") else request.POST.get("begin", ""))
    except ValueError:
        return None
