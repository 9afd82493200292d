"""What leaders and the consultant keep for a school: e-mail domains, and where the intranet lives."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from schools import services
from schools.access import keepers_only
from schools.forms import DomainForm, OriginForm
from schools.models import School
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request


@keepers_only
@require_safe
def settings(request: Request, school: School) -> HttpResponse:
    return _page(request, school)


@keepers_only
@require_POST
def add_domain(request: Request, school: School) -> HttpResponse:
    form = DomainForm(request.POST)
    return _added(request, school, form, "domain", services.add_domain)


@keepers_only
@require_POST
def add_origin(request: Request, school: School) -> HttpResponse:
    form = OriginForm(request.POST)
    return _added(request, school, form, "origin", services.add_origin)


def _added(request: Request, school: School, form: forms.Form, name: str, story: Any) -> HttpResponse:
    if form.is_valid():
        try:
            story(school=school, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(name, refusal.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect("schools:settings", school.slug)
    return _page(request, school, **{f"{name}_form": form})


@keepers_only
@require_POST
def remove_domain(request: Request, school: School, pk: int) -> HttpResponse:
    services.remove_domain(domain=get_object_or_404(school.email_domains, pk=pk), by=request.user)
    messages.success(request, _("Removed."))
    return redirect("schools:settings", school.slug)


@keepers_only
@require_POST
def remove_origin(request: Request, school: School, pk: int) -> HttpResponse:
    services.remove_origin(origin=get_object_or_404(school.intranet_origins, pk=pk), by=request.user)
    messages.success(request, _("Removed."))
    return redirect("schools:settings", school.slug)


def _page(
    request: Request,
    school: School,
    domain_form: forms.Form | None = None,
    origin_form: forms.Form | None = None,
) -> HttpResponse:
    context = {
        "school": school,
        "domains": school.email_domains.order_by("domain"),
        "origins": school.intranet_origins.order_by("origin"),
        "domain_form": domain_form or DomainForm(),
        "origin_form": origin_form or OriginForm(),
        "may_keep": True,
    }
    return render(request, "schools/settings.html", context)
