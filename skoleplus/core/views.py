"""Pages that belong to no room: start, about, privacy, the preview of a Markdown text."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from skoleplus.core import markdown
from skoleplus.core.panels import collect

PREVIEW_LIMIT = 50_000  # characters; longer than any field that is previewed


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "home.html", {"panels": collect("home", request, None)})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "about.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "privacy.html")


@login_required
@require_POST
def markdown_preview(request: HttpRequest) -> HttpResponse:
    """The text as it will look; stores nothing."""
    return HttpResponse(markdown.render(request.POST.get("text", "")[:PREVIEW_LIMIT]))
