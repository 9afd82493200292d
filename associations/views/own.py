"""An association's own pages: where it stands, contact data, the yearly declaration."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from associations import history, queries, rules, services, standing
from associations.access import members_only
from associations.forms import AttestationForm, ContactForm, contact_of
from associations.models import Association
from skoleplus.core import panels
from skoleplus.core.order import danish
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request


@login_required
@require_safe
def mine(request: Request) -> HttpResponse:
    own = Association.objects.of_member(request.user).order_by(danish("name"), "pk")
    if len(own) == 1:
        return redirect("associations:page", own[0].slug)
    rows = [{"association": association, "standing": standing.of_profile(association)} for association in own]
    return render(request, "associations/mine.html", {"rows": rows})


@members_only
@require_safe
def page(request: Request, association: Association) -> HttpResponse:
    stands, attested = standing.of_profile(association), queries.current_attestation(association)
    return render(
        request,
        "associations/page.html",
        {
            "association": association,
            "standing": stands,
            "attestation": attested,
            "next": standing.next_step(stands, attested is not None),
            "people": association.memberships.select_related("user").order_by("since", "pk"),
            "may_invite": rules.may_manage_members(request.user, association),
            "events": history.of(association),
            "panels": panels.collect("association", request, association),
        },
    )


@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: Request, association: Association) -> HttpResponse:
    form = ContactForm(request.POST or None, initial=contact_of(association))
    if request.method == "POST" and form.is_valid():
        services.change_contact(association=association, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved. The new contact data are shown at once."))
        return redirect("associations:page", association.slug)
    return render(request, "associations/contact.html", {"association": association, "form": form})


@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def attestation(request: Request, association: Association) -> HttpResponse:
    form = AttestationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.declare_attestation(association=association, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Thank you. The declaration is registered."))
            return redirect("associations:page", association.slug)
    return render(
        request,
        "associations/attestation.html",
        {"association": association, "form": form, "current": queries.current_attestation(association)},
    )
