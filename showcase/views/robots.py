"""What search engines ask for: robots.txt and the sitemap of everything public."""

from django.conf import settings
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from associations.models import Association
from offers.models import Offer
from schools.models import School
from skoleplus.core.requests import Request

# Model -> the address of one; each knows by itself what of it is public.
PAGES: dict[type[Model], str] = {
    Offer: "offers:detail",
    Association: "associations:detail",
    School: "schools:detail",
}
LISTS = ("home", "offers:list", "associations:list", "schools:list")


@require_safe
def robots(request: Request) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /konto/", "Disallow: /intranet/"]
    lines.append(f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: Request) -> HttpResponse:
    addresses = [reverse(name) for name in LISTS]
    for model, name in PAGES.items():
        slugs = model.objects.public().order_by("pk").values_list("slug", flat=True)  # type: ignore[attr-defined]
        addresses += [reverse(name, args=[slug]) for slug in slugs]
    context = {"addresses": [settings.SITE_URL + address for address in addresses]}
    return render(request, "showcase/sitemap.xml", context, content_type="application/xml; charset=utf-8")
