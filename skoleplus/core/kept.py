"""Pages that are the same for every visitor are made once and kept, until what they show has changed.

`@kept(stamp)` on a view keeps its answers in the worker's memory, packed, each with the stamp it was made
under. The stamp is a text that differs whenever anything has changed that the pages may show; asking for it
must be cheap. So a kept page is never older than the database, and nothing needs to tell the cache anything.

Who brings a cookie may see something of their own (a name, a menu, a message) and gets a page made for them.
"""

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

View = Callable[..., Any]

MOST_BYTES = 16 * 1024 * 1024
# What htmx says about a request decides whether it gets a page or a part of one.
ASKED_BY = ("HX-Request", "HX-Boosted", "HX-History-Restore-Request")
# Attributes of a response that the middleware above the view reads.
FOR_MIDDLEWARE = ("_csp_replace", "xframe_options_exempt")


@dataclass(frozen=True)
class Page:
    stamp: str
    etag: str
    body: bytes
    headers: dict[str, str]
    attributes: dict[str, Any]

    def response(self, request: HttpRequest) -> HttpResponse:
        if self.etag in request.headers.get("If-None-Match", ""):
            headers = {name: self.headers[name] for name in ("ETag", "Vary", "Cache-Control")}
            response: HttpResponse = HttpResponseNotModified(headers=headers)
        else:
            response = HttpResponse(self.body, headers=self.headers)
        vars(response).update(self.attributes)
        return response


class Shelf:
    """The pages of one worker; those not asked for longest make room."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.most_bytes = most_bytes
        self.pages: OrderedDict[Any, Page] = OrderedDict()
        self.bytes = 0
        self.lock = threading.Lock()

    def get(self, key: Any, stamp: str) -> Page | None:
        with self.lock:
            page = self.pages.get(key)
            if page is None or page.stamp != stamp:
                return None
            self.pages.move_to_end(key)
            return page

    def put(self, key: Any, page: Page) -> None:
        with self.lock:
            self._drop(key)
            self.pages[key] = page
            self.bytes += len(page.body)
            while self.bytes > self.most_bytes:
                self._drop(next(iter(self.pages)))

    def _drop(self, key: Any) -> None:
        old = self.pages.pop(key, None)
        if old is not None:
            self.bytes -= len(old.body)

    def clear(self) -> None:
        with self.lock:
            self.pages.clear()
            self.bytes = 0


shelf = Shelf()


def kept(stamp: Callable[[], str]) -> Callable[[View], View]:
    """Keep what a view answers to visitors with 200, as long as the stamp stays the same.

    Args:
        stamp: asked on every request, before anything is read; so what is kept is at least as new.
    """

    def decorator(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.COOKIES or request.method not in ("GET", "HEAD"):
                return view(request, *args, **kwargs)
            packed = "gzip" in request.headers.get("Accept-Encoding", "")
            asked_by = tuple(request.headers.get(name) for name in ASKED_BY)
            key = (request.get_host(), request.get_full_path(), get_language(), asked_by, packed)
            now = stamp()
            page = shelf.get(key, now)
            if page is None:
                response = view(request, *args, **kwargs)
                if response.status_code != 200:
                    return response
                page = _page(response, now, packed)
                shelf.put(key, page)
            return page.response(request)

        return wrapped

    return decorator


def _page(response: HttpResponse, stamp: str, packed: bool) -> Page:
    patch_vary_headers(response, ["Cookie", "Accept-Encoding"])
    body = response.content
    response["ETag"] = f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'
    # Browsers may keep it too, and ask each time whether it is still so.
    response.setdefault("Cache-Control", "no-cache")
    if packed:
        body = gzip.compress(body, compresslevel=6, mtime=0)
        response["Content-Encoding"] = "gzip"
    response["Content-Length"] = str(len(body))
    attributes = {name: value for name, value in vars(response).items() if name in FOR_MIDDLEWARE}
    return Page(stamp, response["ETag"], body, dict(response.items()), attributes)
