"""One browser per process, a live server on a real PostgreSQL, and the people of the story."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from skoleplus.municipalities.models import Municipality
from tests import factories as make
from tests.browser import ARGUMENTS, chromium
from tests.e2e.people import Person, consultant
from tests.e2e.visitor import Visitor


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/e2e/" in str(item.path):
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    # Playwright runs a loop in this thread; Django must not mistake the tests for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer, settings: Any) -> str:
    """The address of the portal, which its mails name too."""
    settings.SITE_URL = live_server.url
    return live_server.url


@dataclass
class Town:
    """What is there before the story begins."""

    municipality: Municipality
    consultant: Person
    school: Any


@pytest.fixture
def town(site: str) -> Town:
    municipality = make.MunicipalityFactory(name="Helsingør Kommune")
    school = make.SchoolFactory(municipality=municipality, name="Bakkeskolen", slug="bakkeskolen")
    make.EmailDomainFactory(school=school, domain="bakkeskolen.dk")
    make.SchoolClassFactory(school=school, name="4.A", grade=4, pupils=24)
    return Town(municipality, consultant(municipality), school)


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Callable[..., Visitor]]:
    """Open a browser for one person; all are closed at the end, and none may have complained."""
    visitors: list[Visitor] = []

    def visit(**how: Any) -> Visitor:
        visitors.append(Visitor(browser, site, **how))
        return visitors[-1]

    yield visit
    for visitor in visitors:
        visitor.close()
    assert [words for visitor in visitors for words in visitor.said] == []
