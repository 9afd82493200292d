"""Pages that come to grief, to see how it is told."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from skoleplus.core import links
from skoleplus.core.client import client_ip
from skoleplus.core.link_pages import with_link
from skoleplus.core.refusals import NotAllowed, Outdated, Refused


def refuse(request, kind):
    raise {"refused": Refused, "outdated": Outdated, "not-allowed": NotAllowed}[kind]("Det går <ikke>.")


@transaction.atomic
def store(request):
    """A view that forgot to use a form."""
    Group.objects.create(name=request.POST["name"])
    return HttpResponse("stored")


def broken(request):
    raise RuntimeError


@with_link("test.answer")
def answer(request, link, token):
    if request.method == "POST":
        spent = links.use(purpose="test.answer", token=token, ip=client_ip(request))
        return HttpResponse(f"answered {spent.object_id}")
    return HttpResponse(f"shown {link.object_id}")


urlpatterns = [
    path("refuse/<str:kind>/", csrf_exempt(refuse)),
    path("store/", store),
    path("broken/", broken),
    path("answer/<str:token>/", answer),
    path("", include("skoleplus.urls")),
]
