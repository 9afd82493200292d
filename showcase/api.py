"""The public, read-only API at /api/v1/: the same offers, found by the same function, as on the page."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import NinjaAPI, Path, Query
from ninja.decorators import decorate_view
from ninja.errors import ValidationError

from offers import calendars, facts, queries
from offers.catalogue.find import find
from offers.catalogue.stamp import stamp
from offers.catalogue.wish import Wish, clean_text
from showcase import schemas
from skoleplus.core.clock import local, today
from skoleplus.core.kept import kept
from skoleplus.core.requests import Request

api = NinjaAPI(
    title="Skoleplus",
    version="1",
    description="Public offers of associations to schools (Open School). Read-only, open to everybody.",
    urls_namespace="api",
    docs_url=None,
    openapi_url="/openapi.json",
    servers=[{"url": settings.SITE_URL}],
)


@api.exception_handler(ValidationError)
def refuse(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    said = [f"{error['loc'][-1]}: {error['msg'][:1].lower()}{error['msg'][1:]}" for error in problem.errors]
    return api.create_response(request, {"detail": f"{'; '.join(said)}."}, status=422)


@api.get(
    "/offers",
    response={200: schemas.OfferPage, (400, 422): schemas.Problem},
    operation_id="offers",
    summary="Public offers that fit, best first",
)
@decorate_view(kept(stamp))
def offers(request: Request, asked: Query[schemas.Asked]) -> dict[str, Any]:
    filters = {"grade": asked.grade, "subject": asked.subject or None}
    chosen = {name: frozenset({str(value)}) for name, value in filters.items() if value is not None}
    found = find(Wish(clean_text(asked.q), chosen), request.municipality)
    start = (asked.page - 1) * asked.page_size
    versions = queries.for_cards(found.versions[start : start + asked.page_size])
    return {"count": len(found.versions), "results": [outline(version) for version in versions]}


@api.get(
    "/offers/{address}",
    response={200: schemas.OfferDetail, (400, 404, 422): schemas.Problem},
    operation_id="offer",
    summary="One public offer",
)
@decorate_view(kept(stamp))
def offer(request: Request, address: Path[schemas.Address]) -> Any:
    version = queries.public_offer(address)
    if version is None:
        return 404, {"detail": "There is no public offer at this address."}
    return details(version)


def outline(version: Any) -> dict[str, Any]:
    """An offer in a list, from a version read by queries.for_cards."""
    offer = version.subject
    association = offer.association
    return {
        "key": offer.key,
        "slug": offer.slug,
        "municipality": association.municipality.code,
        "url": settings.SITE_URL + reverse("offers:detail", args=[offer.slug]),
        "title": version.title,
        "summary": version.summary,
        "association": {
            "key": association.key,
            "slug": association.slug,
            "name": association.name,
            "kind": association.kind,
        },
        "type": version.type,
        "grades": (version.grade_from, version.grade_to),
        "subjects": queries.subject_codes(version),
        "minutes": version.minutes,
        "sessions": version.sessions,
        "place": version.place,
        "price": {
            "model": version.price_model,
            "amount": version.price_amount,
            "per": version.price_per,
            "instructors": version.instructors,
            "transport": version.transport,
            "note": version.price_note,
            "class_total": facts.class_cost(version).total,
        },
    }


def details(version: Any) -> dict[str, Any]:
    """All of a public offer, from a version read by queries.with_curriculum (one statement)."""
    calendar = calendars.of_offer(version.subject, version)
    return outline(version) | {
        "description": version.description,
        "before": version.before,
        "during": version.during,
        "after": version.after,
        "areas": [area["name"] for area in version.area_list],
        "goals": [goal["text"] for goal in version.goal_list],
        "group": (version.group_min, version.group_max),
        "whole_classes": version.whole_classes,
        "place_note": version.place_note,
        "travel_km": version.travel_km,
        "school_provides": version.school_provides,
        "brings": version.brings,
        "teacher_present": version.teacher_present,
        "accessible": version.accessible,
        "languages": version.languages,
        "pilot": version.pilot,
        "windows": [_window(window) for window in calendar.windows],
        "dates": [_date(date) for date in calendar.dates if date.day >= today()],
    }


def _window(window: calendars.WeeklyWindow) -> dict[str, Any]:
    return {
        "weekday": window.weekday,
        "start": window.first_day,
        "end": window.last_day,
        "opens": f"{window.starts:%H:%M}",
        "closes": f"{window.ends:%H:%M}",
        "parallel": window.parallel,
    }


def _date(date: calendars.SingleDate) -> dict[str, Any]:
    return {
        "date": date.day,
        "opens": f"{local(date.starts_at):%H:%M}",
        "closes": f"{local(date.ends_at):%H:%M}",
        "left": date.left,
    }
