"""The offer form in a real browser: on a phone, without JavaScript, by keyboard, saved while typing."""

import os
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, Page, expect, sync_playwright

from offers.models import OfferVersion
from skoleplus.screening.enums import State
from tests.browser import ARGUMENTS, chromium
from tests.offers.images import saved

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
SUMMARY = "Klassen løber orienteringsløb og lærer at læse et kort."


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    # Playwright runs a loop in this thread; Django must not mistake the tests for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def opened(chrome, live_server, member, settings):
    """Open the form as the member, on a screen of some width, with or without JavaScript."""
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "whitenoise" not in name]
    client = Client()
    client.force_login(member)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}

    def open_at(width: int, **how: object) -> Page:
        context = chrome.new_context(viewport={"width": width, "height": 844}, locale="da-DK", **how)
        context.add_cookies([cookie])
        page = context.new_page()
        page.goto(f"{live_server.url}/min-forening/nord/tilbud/nyt/")
        return page

    return open_at


def go_on(page: Page) -> None:
    # The page that is left has long been loaded: waiting for that would be waiting for nothing.
    with page.expect_navigation():
        page.locator(".action-bar button:not([name])").click()


def answer_six_questions(page: Page) -> None:
    page.fill("[name=title]", "Find vej i skoven")
    page.fill("[name=summary]", SUMMARY)
    go_on(page)
    page.select_option("[name=grade_from]", "4")
    page.select_option("[name=grade_to]", "6")
    go_on(page)
    page.fill("[name=minutes]", "90")
    go_on(page)
    page.check("[name=place][value=school]")
    go_on(page)
    page.check("[name=week-slots][value='2-0']")
    page.check("[name=week-slots][value='2-1']")
    go_on(page)
    page.check("[name=price_model][value=free]")
    go_on(page)


@pytest.mark.parametrize(("width", "scripts"), [(390, True), (390, False), (1280, True), (1280, False)])
def test_from_the_first_question_to_the_consultant(opened, width, scripts):
    page = opened(width, java_script_enabled=scripts)
    answer_six_questions(page)
    with page.expect_navigation():
        page.locator("form[action$='/send/'] button").click()
    version = OfferVersion.objects.get()
    assert (version.state, version.summary) == (State.SUBMITTED, SUMMARY)
    assert version.subject.windows.get().ends.hour == 12


def test_by_keyboard_alone(opened):
    page = opened(1280)
    page.locator("[name=title]").focus()
    page.keyboard.type("Find vej i skoven")
    page.keyboard.press("Tab")
    page.keyboard.type(SUMMARY)
    page.keyboard.press("Enter")  # a line end in the text; sending takes the button
    page.locator(".action-bar button:not([name])").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/klassetrin/")
    page.locator("[name=grade_from]").focus()
    page.keyboard.type("4")
    page.keyboard.press("Tab")
    page.keyboard.type("6")
    page.keyboard.press("Enter")
    page.locator(".action-bar button:not([name])").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/varighed/")
    page.locator("[name=type]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("45")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sted/")
    assert OfferVersion.objects.get().type == "course"


def test_is_saved_within_two_seconds_of_typing(opened):
    page = opened(390)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.fill("[name=title]", "Find vej")
    expect(page.get_by_role("status").last).to_contain_text("Gemt", timeout=4000)
    assert OfferVersion.objects.get().title == "Find vej"
    assert page.url.endswith("/hvad/")
    page.reload()
    assert page.input_value("[name=title]") == "Find vej"
    assert said == []


def test_the_back_button_makes_no_second_offer(opened):
    page = opened(390)
    page.fill("[name=title]", "Find vej")
    page.fill("[name=summary]", SUMMARY)
    go_on(page)
    page.go_back()
    page.fill("[name=title]", "Find vej i skoven")
    go_on(page)
    assert OfferVersion.objects.get().title == "Find vej i skoven"


def test_what_is_missing_takes_focus_and_leads_to_its_field(opened):
    page = opened(390)
    go_on(page)
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.locator(".error-summary a").first.click()
    assert page.evaluate("document.activeElement.name") == "title"


def test_only_the_questions_that_belong_to_the_answer_are_shown(opened):
    page = opened(390)
    answer_six_questions(page)
    page.goto(f"{page.url.split('?')[0]}pris/")
    amount, instructors = page.locator("[name=price_amount]"), page.locator("[name=instructors]")
    expect(amount).to_be_hidden()
    page.check("[name=price_model][value=hourly]")
    expect(amount).to_be_visible()
    expect(instructors).to_be_visible()
    page.check("[name=price_model][value=materials]")
    expect(instructors).to_be_hidden()


PARTS = ("", "hvad/", "klassetrin/", "sted/", "tider/", "pris/", "billeder/", "fag/", "deltagere/", "se/")


@pytest.mark.parametrize(("width", "sizes"), [(1280, ["100%"]), (390, ["100%", "200%"])])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(opened, width, sizes):
    page = opened(width)
    answer_six_questions(page)
    offer = page.url.split("?")[0]
    page.goto(f"{offer}billeder/")
    page.set_input_files("[name=file]", {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": saved()})
    page.fill("[name=alt]", "To piger holder et kort")
    page.fill("[name=credit]", "Mette Madsen")
    page.locator("form[enctype] button").click()
    page.wait_for_load_state()
    found = {}
    for part in PARTS:
        page.goto(offer + part)
        for size in sizes:
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            for one in Axe().run(page).response["violations"]:
                found[part, size, one["id"]] = [node["html"][:120] for node in one["nodes"]]
            # Media queries follow the browser's own text size, not the one set here, so the head is left out.
            if page.evaluate("document.querySelector('main').scrollWidth > innerWidth"):
                found[part, size, "width"] = True
    assert found == {}
