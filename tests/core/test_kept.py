"""Pages for visitors are made once and kept until something has changed."""

import gzip

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from skoleplus.core import kept as module
from skoleplus.core.kept import Page, Shelf, kept


class Portal:
    """A view that counts how often it is asked, and a stamp that can be changed."""

    def __init__(self) -> None:
        self.state, self.made, self.status = "first", 0, 200
        self.view = kept(lambda: self.state)(self.answer)

    def answer(self, request, **kwargs):
        self.made += 1
        response = HttpResponse(f"{self.state} {self.made}", status=self.status)
        response.xframe_options_exempt = True
        return response

    def get(self, address="/tilbud/", **headers):
        cookies = headers.pop("cookies", {})
        request = RequestFactory(headers=headers).get(address)
        request.COOKIES.update(cookies)
        return self.view(request)


@pytest.fixture
def portal():
    return Portal()


def test_made_once(portal):
    assert portal.get().content == portal.get().content == b"first 1"
    assert portal.made == 1


def test_made_again_when_something_has_changed(portal):
    portal.get()
    portal.state = "second"
    assert portal.get().content == b"second 2"


@pytest.mark.parametrize(
    "other",
    [
        {"address": "/tilbud/?q=kajak"},
        {"HX-Request": "true"},
        {"HX-Request": "true", "HX-Boosted": "true"},
        {"Host": "127.0.0.1"},
    ],
)
def test_other_requests_have_pages_of_their_own(portal, other):
    portal.get()
    assert portal.get(**other).content == b"first 2"


def test_who_brings_a_cookie_gets_a_page_of_their_own(portal):
    portal.get()
    assert portal.get(cookies={"sessionid": "x"}).content == b"first 2"
    assert portal.get().content == b"first 1"


def test_only_reading_is_kept(portal):
    for _ in range(2):
        portal.view(RequestFactory().post("/tilbud/"))
    assert portal.made == 2


@pytest.mark.parametrize("status", [302, 404, 500])
def test_only_success_is_kept(portal, status):
    portal.status = status
    assert [portal.get().status_code, portal.get().status_code] == [status, status]
    assert portal.made == 2


def test_packed_for_those_who_can_unpack(portal):
    response = portal.get(**{"Accept-Encoding": "gzip, br"})
    assert gzip.decompress(response.content) == b"first 1"
    assert response["Content-Encoding"] == "gzip"
    assert int(response["Content-Length"]) == len(response.content)
    assert "Content-Encoding" not in portal.get()


def test_a_browser_that_has_it_is_told_so(portal):
    etag = portal.get()["ETag"]
    response = portal.get(**{"If-None-Match": etag})
    assert response.status_code == 304
    assert response.content == b""
    portal.state = "second"
    assert portal.get(**{"If-None-Match": etag}).status_code == 200


def test_caches_between_us_know_what_it_depends_on(portal):
    response = portal.get()
    assert response["Cache-Control"] == "no-cache"
    assert {"Cookie", "Accept-Encoding"} <= set(response["Vary"].split(", "))


def test_what_middleware_reads_is_kept_too(portal):
    portal.get()
    assert portal.get().xframe_options_exempt is True


def test_a_full_shelf_drops_what_was_not_asked_for_longest():
    shelf = Shelf(most_bytes=30)
    for name in "abc":
        shelf.put(name, Page("now", "", b"x" * 10, {}, {}))
    shelf.get("a", "now")
    shelf.put("d", Page("now", "", b"x" * 10, {}, {}))
    assert [name for name in "abcd" if shelf.get(name, "now")] == ["a", "c", "d"]


def test_a_page_larger_than_the_shelf_is_not_kept():
    shelf = Shelf(most_bytes=5)
    shelf.put("a", Page("now", "", b"x" * 10, {}, {}))
    assert shelf.get("a", "now") is None
    assert shelf.bytes == 0


def test_every_test_begins_with_an_empty_shelf():
    assert not module.shelf.pages
