"""The style guide in a real browser: accessible, without sideways scroll, under the strict policy."""

import os
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser import ARGUMENTS, chromium

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = [
    "/stil/?fejl",
    "/stil/trin/?fejl",
    "/",
    "/om/",
    "/privatliv/",
    "/findes-ikke/",
    "/konto/login/",
    "/konto/signup/",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright runs a loop in this thread; Django must not mistake the tests for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield started
        started.close()


def opened(browser: Browser, address: str, width: int, **how: object) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="da-DK", **how)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    return page


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def enlarge(page: Page) -> None:
    page.evaluate("document.documentElement.style.fontSize = '200%'")


def is_too_wide(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize("width", [1280, 768, 390])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(live_server: LiveServer, browser: Browser, address: str, width: int) -> None:
    page = opened(browser, live_server.url + address, width)
    assert violations(page) == []
    assert not is_too_wide(page)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", PAGES)
def test_text_at_twice_the_size(live_server: LiveServer, browser: Browser, address: str, width: int) -> None:
    page = opened(browser, live_server.url + address, width)
    enlarge(page)
    assert violations(page) == []
    assert not is_too_wide(page)


@pytest.mark.parametrize("address", PAGES)
def test_nothing_scrolls_sideways_on_the_narrowest_screen(
    live_server: LiveServer, browser: Browser, address: str
) -> None:
    assert not is_too_wide(opened(browser, live_server.url + address, 320))


@pytest.mark.parametrize("mode", [{"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_dark_and_forced_colours(live_server: LiveServer, browser: Browser, mode: dict[str, str]) -> None:
    assert violations(opened(browser, live_server.url + "/stil/?fejl", 1280, **mode)) == []


def test_the_policy_has_nothing_to_say(live_server: LiveServer, browser: Browser) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(f"{request.failure} {request.url}"))
    for address in ("/stil/?fejl", "/"):
        page.goto(live_server.url + address)
        page.wait_for_load_state("networkidle")
    # Going on to the next page calls off what the last one still waits for.
    assert [line for line in said if "ERR_ABORTED" not in line] == []


def test_reading_leaves_no_cookie(live_server: LiveServer, browser: Browser) -> None:
    page = opened(browser, live_server.url + "/", 390)
    page.goto(live_server.url + "/om/")
    assert page.context.cookies() == []


class TestMenu:
    def test_works_on_a_phone_without_script(self, live_server: LiveServer, browser: Browser) -> None:
        page = opened(browser, live_server.url + "/om/", 320, java_script_enabled=False)
        assert not page.get_by_role("link", name="Log ind").is_visible()
        page.get_by_text("Menu", exact=True).click()
        assert page.get_by_role("link", name="Log ind").is_visible()

    def test_lies_open_on_a_wide_screen(self, live_server: LiveServer, browser: Browser) -> None:
        page = opened(browser, live_server.url + "/om/", 1280, java_script_enabled=False)
        assert page.get_by_role("link", name="Log ind").is_visible()
        assert not page.get_by_text("Menu", exact=True).is_visible()

    def test_closes_by_escape_and_gives_focus_back(self, live_server: LiveServer, browser: Browser) -> None:
        page = opened(browser, live_server.url + "/om/", 390)
        page.get_by_text("Menu", exact=True).click()
        page.get_by_role("link", name="Log ind").focus()
        page.keyboard.press("Escape")
        assert not page.get_by_role("link", name="Log ind").is_visible()
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_first_tab_offers_a_way_past_the_menu(live_server: LiveServer, browser: Browser) -> None:
    page = opened(browser, live_server.url + "/", 1280)
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Gå til indhold")
    assert link.evaluate("link => link === document.activeElement")
    assert link.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("scripts", [True, False])
def test_the_error_summary_takes_focus(live_server: LiveServer, browser: Browser, scripts: bool) -> None:
    page = opened(browser, live_server.url + "/stil/?fejl", 390, java_script_enabled=scripts)
    assert page.locator(".error-summary:focus").count() == 1


def test_a_focused_field_never_hides_behind_the_bar(live_server: LiveServer, browser: Browser) -> None:
    page = opened(browser, live_server.url + "/stil/", 390, reduced_motion="reduce")
    for field in page.locator("form .field :is(input, select, textarea):visible").all():
        field.focus()
        seen = field.evaluate(
            """field => {
                const box = field.getBoundingClientRect();
                const bar = document.querySelector('.action-bar').getBoundingClientRect();
                return box.top >= bar.bottom || Math.min(box.bottom, box.top + 24) <= bar.top;
            }"""
        )
        assert seen, field.evaluate("field => field.outerHTML")


class TestFields:
    @pytest.fixture
    def page(self, live_server: LiveServer, browser: Browser) -> Page:
        return opened(browser, live_server.url + "/stil/", 1280)

    def test_a_button_makes_the_chosen_words_bold(self, page: Page) -> None:
        area = page.locator("#id_description")
        area.fill("Vand")
        area.evaluate("area => area.setSelectionRange(0, 4)")
        page.get_by_role("button", name="Fed").click()
        assert area.input_value() == "**Vand**"

    def test_the_counter_counts_what_is_left(self, page: Page) -> None:
        page.locator("#id_description").fill("🙂" * 3)
        assert page.get_by_text("1497 tegn tilbage").is_visible()
        page.locator("#id_description").fill("a" * 1502)
        assert page.get_by_text("2 tegn for meget").is_visible()

    def test_the_picker_shows_what_fits_and_keeps_what_is_chosen(self, page: Page) -> None:
        page.get_by_role("searchbox", name="Søg i listen").fill("jord")
        assert page.get_by_label("Undersøge vand og jord").is_visible()
        assert page.get_by_label("Forklare en fødekæde").is_visible()
        assert not page.get_by_label("Undersøge planter og dyr").is_visible()
        assert page.get_by_text("2 vises").count() == 1

    def test_without_script_all_of_it_is_plain(self, live_server: LiveServer, browser: Browser) -> None:
        page = opened(browser, live_server.url + "/stil/", 390, java_script_enabled=False)
        assert page.locator("#id_description").is_visible()
        assert not page.get_by_role("toolbar").is_visible()
        page.get_by_text("Madkundskab").click()
        assert page.get_by_label("Smage og beskrive").is_visible()
