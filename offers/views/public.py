"""What everybody sees: the catalogue and one offer."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from offers import queries
from offers.catalogue import offer_page, page
from offers.catalogue.cards import cards, subject_names
from offers.catalogue.find import find
from offers.catalogue.stamp import stamp
from offers.catalogue.wish import Wish, page_number, read, school_of
from skoleplus.core.kept import kept
from skoleplus.core.requests import Request

PER_PAGE = 12


@require_safe
@kept(stamp)
def offer_list(request: Request) -> HttpResponse:
    subjects = subject_names(request.municipality)
    wish = read(request.GET, subjects)
    context = catalogue_context(request, wish, subjects)
    number = context["page"].number
    context |= {
        "groups": page.groups(wish, context["found"], subjects),
        "sorts": page.sorts(wish),
        "nothing_chosen": Wish(sort=wish.sort, school=wish.school).address(),
        "canonical": settings.SITE_URL + request.path + (f"?page={number}" if number > 1 else ""),
    }
    partial = request.htmx and not request.htmx.history_restore_request
    response = render(request, "offers/list_update.html" if partial else "offers/list.html", context)
    if partial:
        response["HX-Push-Url"] = request.path + context["address"]
    patch_vary_headers(response, ["HX-Request"])
    return response


def catalogue_context(request: Request, wish: Wish, subjects: dict[str, str]) -> dict[str, Any]:
    """The catalogue for a wish; the intranet's frame shows the same."""
    found = find(wish, request.municipality)
    shown = Paginator(found.versions, PER_PAGE).get_page(page_number(request.GET))
    return {
        "wish": wish,
        "found": found,
        "page": shown,
        "address": _address(wish, shown.number),
        "cards": cards(queries.for_cards(shown.object_list), subjects, wish.school),
        "chips": page.chips(wish, subjects),
        "loosened": page.loosened(wish, found) if not found.versions else [],
    }


def _address(wish: Wish, number: int) -> str:
    page_part = f"page={number}" if number > 1 else ""
    return wish.address() + ("&" if page_part and wish.address() != "?" else "") + page_part


@require_safe
@kept(stamp)
def offer_detail(request: Request, slug: str) -> HttpResponse:
    version = queries.public_offer(slug)
    if version is None:
        raise Http404
    return render(request, "offers/detail.html", offer_page.context(version, school_of(request.GET)))
