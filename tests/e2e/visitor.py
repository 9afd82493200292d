"""A person at a browser: presses, writes and reads by the words on the page, with mouse or keyboard.

Every page that is read is looked at once per width: axe finds nothing, nothing scrolls sideways, and the
console stays silent (the content security policy speaks there).
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOST_TABS = 400
TIMEOUT = 30_000


class Visitor:
    """Somebody with a browser of their own.

    Args:
        address: of the server.
        width: of the window, in pixels.
        scripts: whether JavaScript runs.
        keyboard: whether the mouse is left alone.
    """

    def __init__(
        self,
        browser: Browser,
        address: str,
        *,
        width: int = 1280,
        scripts: bool = True,
        keyboard: bool = False,
    ) -> None:
        self.address = address
        self.width = width
        self.scripts = scripts
        self.hand: Mouse = Keyboard() if keyboard else Mouse()
        self.context = browser.new_context(
            viewport={"width": width, "height": 900},
            locale="da-DK",
            timezone_id="Europe/Copenhagen",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(TIMEOUT)
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.seen: set[str] = set()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def close(self) -> None:
        self.context.close()

    def _hear(self, message: ConsoleMessage) -> None:
        # In development the stylesheet is many files, and while the first is on its way Chromium guesses
        # where the others are, relative to the page.
        guessed = message.location["url"].endswith(".css") and "/static/" not in message.location["url"]
        # htmx tells aloud that a page was left, or a newer text sent, before the last answer came.
        overtaken = message.text.startswith(("htmx:afterRequest", "htmx:sendAbort"))
        if not guessed and not overtaken:
            self.said.append(message.text)

    # --- Going ---------------------------------------------------------------------------------------

    def open(self, path: str) -> None:
        self.page.goto(path if path.startswith("http") else self.address + path)

    def menu(self, name: str) -> None:
        """Choose a line of the header's menu, which is folded up on a phone."""
        folded = self.page.locator("header summary:visible")
        link = self.page.locator("header").get_by_role("link", name=name, exact=True)
        for number in range(folded.count()):
            if link.is_visible():
                break
            self.hand.press(folded.nth(number))
        self.hand.press(link)

    # --- Doing ---------------------------------------------------------------------------------------

    def press(self, name: str, within: str = "main") -> None:
        """Press the button of this name."""
        self.hand.press(self._named("button", name, within))

    def follow(self, name: str, within: str = "main") -> None:
        """Follow the link of this name."""
        self.hand.press(self._named("link", name, within))

    def unfold(self, words: str) -> None:
        """Open what is folded up under these words, unless it lies open."""
        summary = self.page.locator("main summary").filter(has_text=words).first
        if not summary.evaluate("summary => summary.parentElement.open"):
            self.hand.press(summary)

    def write(self, label: str, text: str) -> None:
        self.hand.write(self._field(label), text)

    def choose(self, label: str, option: str) -> None:
        """Choose in a list."""
        self.hand.choose(self._field(label), option)

    def tick(self, label: str) -> None:
        """Tick a box or a radio button."""
        self.hand.tick(self._field(label))

    def attach(self, label: str, path: Path) -> None:
        """Choose a file; the system's own window for it is not ours to drive."""
        self._field(label).set_input_files(path)

    # --- Seeing --------------------------------------------------------------------------------------

    def reads(self, *words: str) -> None:
        """All of these stand on the page now; then the page is looked at."""
        for word in words:
            expect(self.page.get_by_text(word).first).to_be_visible(timeout=TIMEOUT)
        self.look()

    def reads_not(self, words: str) -> None:
        assert not self.page.get_by_text(words).first.is_visible(), words

    def look(self) -> None:
        """Accessible, and no wider than the window; once per page."""
        if not self.scripts:
            return
        # The words may stand there before the styles do.
        self.page.wait_for_load_state()
        place = re.sub(r"\d+|[\w-]{40,}", "#", self.page.url.partition("?")[0])
        heading = self.page.locator("h1").first.inner_text()
        name = f"{place} {heading} {self.page.locator('.error-summary').count()}"
        if name in self.seen:
            return
        self.seen.add(name)
        found = list(violations(self.page))
        assert not found, "\n".join([self.page.url, *found])
        assert not self.page.evaluate("document.documentElement.scrollWidth > innerWidth"), self.page.url

    def _named(self, role: Any, name: str, within: str) -> Locator:
        return self.page.locator(within).get_by_role(role, name=name).first

    def _field(self, label: str) -> Locator:
        return self.page.locator("main").get_by_label(label).first


def violations(page: Page) -> Iterator[str]:
    # Without preload: for that axe writes styles into the page, which our policy refuses aloud.
    for one in Axe().run(page, options={"runOnly": RULES, "preload": False}).response["violations"]:
        for node in one["nodes"]:
            yield f"{one['id']}: {node['html'][:160]}"


class Mouse:
    """Presses where the eye is."""

    def press(self, target: Locator) -> None:
        target.click()

    def write(self, field: Locator, text: str) -> None:
        field.fill(text)

    def choose(self, field: Locator, option: str) -> None:
        field.select_option(label=option)

    def tick(self, field: Locator) -> None:
        field.check()


class Keyboard(Mouse):
    """Tab, arrows, space, enter and letters; what cannot be reached by them cannot be done."""

    def press(self, target: Locator) -> None:
        self._reach(target)
        target.page.keyboard.press("Enter")

    def write(self, field: Locator, text: str) -> None:
        self._reach(field)
        keys = field.page.keyboard
        kind = field.get_attribute("type") or ""
        if kind == "date":
            self._write_date(field, text)
        else:
            keys.press("Control+a")
            keys.insert_text(text)

    def _write_date(self, field: Locator, text: str) -> None:
        """In the browser's own field, whose order of day, month and year is that of the system's language."""
        year, month, day = text.split("-")
        for typed in (f"{month}{day}{year}", f"{day}{month}{year}"):
            field.page.keyboard.type(typed)
            if field.input_value() == text:
                return
            for _part in range(2):
                field.page.keyboard.press("ArrowLeft")
        raise AssertionError(f"{text} cannot be typed")

    def choose(self, field: Locator, option: str) -> None:
        self._reach(field)
        texts = [text.strip() for text in field.locator("option").all_text_contents()]
        at = field.evaluate("field => field.selectedIndex")
        steps = texts.index(option) - at
        for _step in range(abs(steps)):
            field.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
        assert field.locator("option:checked").text_content().strip() == option

    def tick(self, field: Locator) -> None:
        if field.get_attribute("type") != "radio":
            self._reach(field)
            if not field.is_checked():
                field.page.keyboard.press("Space")
            return
        # A group of radio buttons is one stop; arrows move within it.
        group = field.page.locator(f'main input[type="radio"][name="{field.get_attribute("name")}"]')
        self._reach(group)
        for _step in range(MOST_TABS):
            if _has_focus(field):
                break
            field.page.keyboard.press("ArrowDown")
        if not field.is_checked():
            field.page.keyboard.press("Space")
        assert field.is_checked()

    def _reach(self, target: Locator) -> None:
        """Tab until the target has the focus, and see that it shows."""
        target.first.wait_for(state="attached")
        for _tab in range(MOST_TABS):
            if _has_focus(target):
                return
            target.page.keyboard.press("Tab")
        raise AssertionError(f"{target} cannot be reached by the keyboard")


def _has_focus(target: Locator) -> bool:
    return target.evaluate_all("found => found.includes(document.activeElement)")
