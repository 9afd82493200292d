"""The portal's addresses, and an empty view to measure them against."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [path("tom/", empty), path("", include("skoleplus.urls"))]
