"""The frame in a real browser: on pages of two origins, one of them listed."""

import functools
import http.server
import os
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from offers import search
from schools.models import Department, IntranetOrigin
from tests.browser import ARGUMENTS, chromium
from tests.factories import AssociationFactory, OfferFactory, SchoolFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
PAGE = """<!doctype html><title>Intranet</title><iframe src="%s" width="360" height="200"></iframe>
<script>addEventListener("message", event => {
  if (event.data.skoleplus === "height") document.querySelector("iframe").height = event.data.pixels;
});</script>"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def address(live_server) -> str:
    school = SchoolFactory(slug="strandskolen", name="Strandskolen")
    for name, first, last in (("Indskoling", 0, 3), ("Udskoling", 7, 9)):
        Department.objects.create(school=school, name=name, grade_from=first, grade_to=last)
    association = AssociationFactory(municipality=school.municipality)
    for number in range(3):
        offer = OfferFactory(association=association, published__title=f"Kajak {number}")
        search.reindex(offer.versions.get())
    return f"{live_server.url}/intranet/strandskolen/"


class Intranet(http.server.BaseHTTPRequestHandler):
    """Somebody else's page with the frame in it."""

    def __init__(self, *args, frame: str, **kwargs) -> None:
        self.frame = frame
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write((PAGE % self.frame).encode())

    def log_message(self, *args) -> None:
        pass


@pytest.fixture
def intranets(address) -> Iterator[list[str]]:
    """Two web servers, that is two origins."""
    handler = functools.partial(Intranet, frame=address)
    servers = [http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) for _ in range(2)]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    yield [f"http://127.0.0.1:{server.server_port}" for server in servers]
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def listed(intranets) -> str:
    IntranetOrigin.objects.create(school_id=_school_id(), origin=intranets[0])
    return intranets[0]


def _school_id() -> int:
    return Department.objects.values_list("school_id", flat=True).first()


def opened(browser: Browser, address: str, **how) -> tuple[Page, list[str]]:
    page = browser.new_context(locale="da-DK", **how).new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page, said


def test_the_listed_intranet_shows_it_and_grows_with_it(browser, listed):
    page, said = opened(browser, listed)
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="Kajak 0")).to_be_visible()
    page.wait_for_function("document.querySelector('iframe').height > 200")
    assert page.context.cookies() == []
    assert said == []


def test_another_intranet_does_not(browser, listed, intranets):
    page, said = opened(browser, intranets[1])
    assert page.frame_locator("iframe").get_by_text("Kajak 0").count() == 0
    assert any("frame-ancestors" in line for line in said)
    assert page.evaluate("document.querySelector('iframe').height") == "200"


def test_search_stays_in_the_frame_and_offers_open_beside_it(browser, listed):
    page, _ = opened(browser, listed)
    frame = page.frame_locator("iframe")
    frame.get_by_role("searchbox").fill("kajak 2")
    frame.get_by_role("searchbox").press("Enter")
    page.wait_for_load_state("networkidle")
    assert len(page.context.pages) == 1
    with page.context.expect_page() as opening:
        frame.get_by_role("link", name="Kajak 2").click()
    tab = opening.value
    tab.wait_for_load_state()
    assert tab.url.endswith("?skole=strandskolen")
    assert tab.evaluate("opener") is None


def test_it_works_without_script(browser, listed):
    page, _ = opened(browser, listed, java_script_enabled=False)
    frame = page.frame_locator("iframe")
    frame.get_by_role("link", name="Udskoling").click()
    # The frame loads on its own; the page around it has long been idle.
    frame.get_by_role("heading", name="Ingen tilbud passer").wait_for()


@pytest.mark.parametrize("width", [320, 390, 768])
def test_it_fits_narrow_places(browser, address, width):
    page, _ = opened(browser, address, viewport={"width": width, "height": 700})
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
