"""The catalogue in a real browser: with script and without, by keyboard, and readable by everybody."""

import os
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from schools.models import Department
from tests.browser import ARGUMENTS, chromium
from tests.factories import SchoolFactory, WindowFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = [
    "/tilbud/",
    "/tilbud/?q=kajak&grade=4",
    "/tilbud/?q=xyz&grade=4",
    "/skoler/",
    "/skoler/strandskolen/",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def site(live_server, curriculum, make_offer, municipality) -> str:
    """A catalogue of fifteen offers; one of them is about kayaks and has free times."""
    WindowFactory(offer=make_offer("Kajak på fjorden", subjects=["idraet"], description="Vi **padler**."))
    for number in range(14):
        make_offer(f"Skak nr. {number}", subjects=["matematik"], grade_from=7, grade_to=9)
    school = SchoolFactory(slug="strandskolen", name="Strandskolen", municipality=municipality)
    Department.objects.create(school=school, name="Indskoling", grade_from=0, grade_to=3)
    return live_server.url


def opened(browser: Browser, address: str, width: int = 1280, **how) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="da-DK", **how)
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(address)
    return page


def heading(page: Page) -> str:
    return page.locator("#found-heading").inner_text()


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(site, browser, width):
    for address in (*PAGES, "/intranet/strandskolen/", _offer()):
        page = opened(browser, site + address, width)
        page.wait_for_load_state("networkidle")
        assert page.said == []
        found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        assert [(address, one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), address
        assert page.context.cookies() == []
        page.context.close()


def _offer() -> str:
    from offers.models import Offer

    return f"/tilbud/{Offer.objects.get(versions__title='Kajak på fjorden').slug}/"


def test_filters_work_at_once_and_keep_the_focus(site, browser):
    page = opened(browser, f"{site}/tilbud/")
    assert heading(page) == "15 tilbud"
    page.locator("#f-grade-4").check()
    page.wait_for_url("**/tilbud/?grade=4")
    expect(page.locator("#found-heading")).to_have_text("1 tilbud")
    expect(page.locator("#f-grade-4")).to_be_focused()
    expect(page.locator("#found-status")).to_have_text("1 tilbud")
    page.go_back()
    expect(page.locator("#found-heading")).to_have_text("15 tilbud")
    assert page.said == []


def test_search_while_typing_and_a_chip_takes_it_back(site, browser):
    page = opened(browser, f"{site}/tilbud/")
    page.locator("#q").press_sequentially("kaj")
    page.wait_for_url("**/tilbud/?q=kaj")
    expect(page.locator("#found-heading")).to_have_text("1 tilbud")
    expect(page.locator("#q")).to_be_focused()
    page.locator(".chip-on").click()
    expect(page.locator("#found-heading")).to_have_text("15 tilbud")
    expect(page.locator("#q")).to_have_value("")
    expect(page.locator("#found-heading")).to_be_focused()


def test_the_next_page_begins_at_its_heading(site, browser):
    page = opened(browser, f"{site}/tilbud/")
    page.locator(".pager a[rel=next]").click()
    page.wait_for_url("**page=2")
    expect(page.locator("#found-heading")).to_be_focused()
    expect(page.locator(".card")).to_have_count(3)


def test_without_script(site, browser):
    page = opened(browser, f"{site}/tilbud/", 390, java_script_enabled=False)
    page.locator("#q").fill("kajak")
    page.locator("#q").press("Enter")
    assert heading(page) == "1 tilbud"
    page.get_by_text("Filtre").click()
    page.locator("#f-grade-9").check()
    page.get_by_role("button", name="Vis tilbud").click()
    page.locator(".empty .chip").first.click()
    assert page.locator(".card").count() >= 1
    page.locator(".card a").first.click()
    assert "/tilbud/" in page.url
    assert page.locator("h1").is_visible()


def test_by_keyboard_alone(site, browser):
    page = opened(browser, f"{site}/tilbud/")
    page.locator("#q").focus()
    page.keyboard.type("kajak")
    page.keyboard.press("Enter")
    expect(page.locator("#found-heading")).to_have_text("1 tilbud")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('.card')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/tilbud/tilbud-*/")
