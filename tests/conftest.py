"""What every test may lean on."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from skoleplus.core.kept import shelf
from tests.browser import chromium
from tests.database import cloned_database

NO_BROWSER = "no Chromium on this machine"


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database of this process, cloned from one that is migrated once for all."""
    with django_db_blocker.unblock():
        database = cloned_database()
        database.__enter__()
    yield
    with django_db_blocker.unblock():
        database.__exit__(None, None, None)


@pytest.fixture(scope="session", autouse=True)
def media_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Uploaded files of the tests go where pytest cleans up."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """No test meets another one's rate limits or pages."""
    cache.clear()
    shelf.clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests need a browser; soak tests are asked for by name (`-m soak`)."""
    if chromium() is None:
        for item in items:
            if item.get_closest_marker("e2e"):
                item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name every browser test that was not run, so that nobody takes the green for the whole."""
    skipped = terminalreporter.stats.get("skipped", [])
    names = [report.nodeid for report in skipped if NO_BROWSER in str(report.longrepr)]
    if names:
        terminalreporter.section(f"BROWSER TESTS NOT RUN: {NO_BROWSER}", red=True, bold=True)
        terminalreporter.line(
            f"Install Chromium (on Debian: apt install chromium) to run these {len(names)}:"
        )
        for name in names:
            terminalreporter.line(f"  {name}")
