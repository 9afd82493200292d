"""What a request may come to grief on, told in words and with the right status; never a 500."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import DataError, IntegrityError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from psycopg.errors import UniqueViolation

from skoleplus.core.refusal_pages import refusal_page
from skoleplus.core.refusals import Outdated, Refused

log = logging.getLogger(__name__)

FORM = "application/x-www-form-urlencoded"

GetResponse = Callable[[HttpRequest], HttpResponse]


class PersonalMiddleware:
    """What was made for one browser is kept by that browser alone, unless the view says otherwise.

    That is every answer to somebody with a session, and every answer that sets a cookie.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_personal = settings.SESSION_COOKIE_NAME in request.COOKIES or response.cookies
        if is_personal and "Cache-Control" not in response:
            response["Cache-Control"] = "private"
        return response


class RefusalMiddleware:
    """A refusal that no view caught becomes a page with its sentence: 403 or 409.

    So does what only the database saw: two people saved the same thing in the same instant.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        if isinstance(problem, IntegrityError) and isinstance(problem.__cause__, UniqueViolation):
            log.warning("two saved the same at once", exc_info=problem)
            problem = Outdated(_("Somebody saved the same at the same moment. Read the page again."))
        return refusal_page(request, problem) if isinstance(problem, Refused) else None


class BadInputMiddleware:
    """What no browser sends and no column takes is refused as a bad request."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            if request.path_info.startswith("/api/"):
                return JsonResponse({"detail": "NUL in the address"}, status=400)
            raise BadRequest("NUL in the address")
        _demand_utf8(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> None:
        """A value that PostgreSQL cannot store came in unseen by a form."""
        if isinstance(problem, DataError | UnicodeEncodeError):
            log.warning("a value could not be stored", exc_info=problem)
            raise BadRequest("a value that cannot be stored") from problem


def _demand_utf8(request: HttpRequest) -> None:
    """A form in another alphabet cannot be read, nor could the page that says so look for its token."""
    if request.content_type != FORM or (request.encoding or "utf-8").lower() in ("utf-8", "utf8"):
        return
    request.encoding = "utf-8"
    raise BadRequest("a form must be sent in UTF-8")
