"""A school's overview, and its classes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schools import rules, services
from schools.access import own_school
from schools.forms import ClassForm
from schools.models import School
from schools.queries import schools_to_join
from skoleplus.core import panels
from skoleplus.core.order import danish
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request


@login_required
@require_safe
def mine(request: Request) -> HttpResponse:
    """One's schools; straight to the only one, and to joining where there is none."""
    own = list(School.objects.of_staff(request.user).order_by(danish("name"), "pk"))
    to_join = list(schools_to_join(request.user))
    if not own:
        return redirect("schools:join")
    if len(own) == 1 and not to_join:
        return redirect("schools:page", own[0].slug)
    return render(request, "schools/mine.html", {"schools": own, "to_join": to_join})


@own_school
@require_safe
def page(request: Request, school: School) -> HttpResponse:
    return _page(request, school, ClassForm())


@own_school
@require_POST
def add_class(request: Request, school: School) -> HttpResponse:
    form = ClassForm(request.POST)
    if form.is_valid():
        try:
            services.class_of(school=school, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The class is in the list now."))
            return redirect("schools:page", school.slug)
    return _page(request, school, form)


def _page(request: Request, school: School, form: ClassForm) -> HttpResponse:
    context = {
        "school": school,
        "form": form,
        "classes": school.classes.order_by("grade", "name"),
        "is_staff": rules.is_staff(request.user, school),
        "may_keep": rules.may_keep(request.user, school),
        "panels": panels.collect("school", request, school),
    }
    return render(request, "schools/page.html", context)


@own_school
@require_http_methods(["GET", "HEAD", "POST"])
def change_class(request: Request, school: School, pk: int) -> HttpResponse:
    row = get_object_or_404(school.classes, pk=pk)
    form = ClassForm(
        request.POST or None, initial={"name": row.name, "grade": row.grade, "pupils": row.pupils}
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.change_class(school_class=row, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect("schools:page", school.slug)
    return render(request, "schools/class.html", {"school": school, "school_class": row, "form": form})
