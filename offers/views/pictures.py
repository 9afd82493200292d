"""Pictures: the association's page about them, and the address every page shows them from."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from associations.access import members_only
from associations.models import Association
from offers import pictures, services, standing, steps
from offers.access import offer_of
from offers.forms.pictures import DescriptionForm, PictureForm
from offers.models import FORMATS, WIDTHS, Offer, OfferVersion, Picture
from offers.views.edit import step_context
from skoleplus.core.limits import demand_patience
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request
from skoleplus.screening import services as screening

STEP = steps.STEPS["billeder"]
A_YEAR = 60 * 60 * 24 * 365
# Each is decoded and drawn in many sizes by a worker.
MOST_AN_HOUR = 120


@require_safe
def picture(request: Request, pk: UUID, width: int, name: str) -> HttpResponse:
    """One copy of a picture. Closed by default: public where a public version shows it."""
    if width not in WIDTHS or name not in FORMATS:
        raise Http404
    ready = Picture.objects.ready().filter(pk=pk)
    is_public = ready.public().exists()
    # Who asks matters only for what is not public: a visitor's session is never touched.
    if not is_public and not ready.visible_to(request.user).exists():
        raise Http404
    etag = f'"{pk.hex}-{width}-{name}"'
    if request.headers.get("If-None-Match") == etag:
        response: Any = HttpResponseNotModified()
    else:
        try:
            content = default_storage.open(pictures.path(pk, width, name))
        except FileNotFoundError:
            raise Http404 from None
        response = FileResponse(content, content_type=f"image/{name}")
    # What stands at an address never changes; who may see it can, so only public ones may be shared.
    open_to_all = f"public, max-age={A_YEAR}, immutable"
    response["Cache-Control"] = open_to_all if is_public else "private, max-age=60"
    response["ETag"] = etag
    response["X-Content-Type-Options"] = "nosniff"
    return response


@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: Request, association: Association, pk: int) -> HttpResponse:
    """The pictures of the open version, and a form for one more."""
    offer = offer_of(association, pk)
    stands = standing.of_offer(offer)
    if stands.version is None or stands.is_waiting:
        return redirect("offer_editor:overview", association.slug, pk)
    newest = offer.pictures.order_by("-uploaded_at").first()
    form = PictureForm(initial={"credit": newest.credit if newest else ""})
    if request.method == "POST":
        form = PictureForm(request.POST, request.FILES)
        if form.is_valid() and _added(request, offer, form):
            messages.success(request, _("The picture is added. It is being prepared."))
            return redirect(request.get_full_path())
        # No browser sends a file twice by itself.
        if "file" in form.files and "file" not in form.errors:
            form.add_error("file", _("Choose the picture once more."))
    context = step_context(request, association, STEP, offer, stands)
    return render(
        request,
        "offers/edit/pictures.html",
        context | {"form": form, "pictures": stands.version.pictures.all(), "full": _is_full(stands.version)},
    )


def _is_full(version: OfferVersion) -> bool:
    return version.pictures.count() >= services.MAX_PICTURES


def _added(request: Request, offer: Offer, form: PictureForm) -> bool:
    try:
        demand_patience(f"picture:{request.user.pk}", most=MOST_AN_HOUR, seconds=3600)
        with transaction.atomic():
            version = screening.open_draft(subject=offer, by=request.user)
            services.add_picture(version=version, by=request.user, **form.cleaned_data)
    except pictures.BadPicture as refusal:
        form.add_error("file", refusal.sentence)
        return False
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return False
    return True


@members_only
@require_safe
def row(request: Request, association: Association, pk: int, picture: UUID) -> HttpResponse:
    """One line of the list, asked for until the picture is ready."""
    offer = offer_of(association, pk)
    found = get_object_or_404(offer.pictures, pk=picture)
    return render(
        request,
        "offers/edit/pictures.html#row",
        {"picture": found, "offer": offer, "association": association},
    )


@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: Request, association: Association, pk: int, picture: UUID) -> HttpResponse:
    """Change what is said about a picture."""
    offer = offer_of(association, pk)
    found = get_object_or_404(offer.pictures, pk=picture)
    back = _back(association, offer)
    form = DescriptionForm(
        request.POST if request.method == "POST" else None,
        initial={"alt": found.alt, "credit": found.credit},
    )
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                version = screening.open_draft(subject=offer, by=request.user)
                services.describe_picture(
                    version=version, picture=found, by=request.user, **form.cleaned_data
                )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect(back)
    context = {"association": association, "offer": offer, "picture": found, "form": form, "back": back}
    return render(request, "offers/edit/picture.html", context)


@members_only
@require_POST
def move(request: Request, association: Association, pk: int, picture: UUID, way: str) -> HttpResponse:
    offer = offer_of(association, pk)
    found = get_object_or_404(offer.pictures, pk=picture)
    services.move_picture(offer=offer, picture=found, by=request.user, earlier=way == "frem")
    return redirect(_back(association, offer))


@members_only
@require_POST
def remove(request: Request, association: Association, pk: int, picture: UUID) -> HttpResponse:
    """Take a picture out of the draft; what is published keeps it."""
    offer = offer_of(association, pk)
    found = get_object_or_404(offer.pictures, pk=picture)
    try:
        with transaction.atomic():
            version = screening.open_draft(subject=offer, by=request.user)
            services.remove_picture(version=version, picture=found, by=request.user)
    except Refused as refusal:
        messages.warning(request, refusal.sentence)
    else:
        messages.success(request, _("The picture is removed."))
    return redirect(_back(association, offer))


def _back(association: Association, offer: Offer) -> str:
    return reverse("offer_editor:pictures", args=[association.slug, offer.pk])
