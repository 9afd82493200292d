"""The header's menu: what is there, where one is, and who adds to it."""

from collections.abc import Iterable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import RequestFactory

from skoleplus.core import navigation
from skoleplus.core.navigation import Item, Menu, menu_for


def extra(request: HttpRequest) -> Iterable[Item]:
    yield Item("Om", "about")
    yield Item("Privatliv", "privacy", icon="lock", personal=True)
    yield Item("Findes ikke", "no:such:page")


@pytest.fixture(autouse=True)
def _with_extra(settings: Any) -> Iterable[None]:
    settings.NAVIGATION = [f"{__name__}.extra"]
    navigation._sources.cache_clear()
    yield
    navigation._sources.cache_clear()


def menu_at(path: str) -> Menu:
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    return menu_for(request)


def labels(path: str) -> dict[str, bool]:
    menu = menu_at(path)
    return {str(line.label): line.current for line in [*menu.portal, *menu.personal]}


def test_rooms_add_their_lines_and_a_missing_page_is_left_out() -> None:
    menu = menu_at("/")
    assert [line.label for line in menu.portal][-1] == "Om"
    assert [line.label for line in menu.personal] == ["Privatliv"]


def test_the_page_one_is_on_is_marked() -> None:
    assert labels("/om/")["Om"]
    assert not labels("/")["Om"]


def test_pages_below_are_marked_as_inside() -> None:
    (line,) = [line for line in menu_at("/om/mere/").portal if line.label == "Om"]
    assert line.current
    assert not line.here


def test_a_request_refused_early_has_the_public_lines_alone() -> None:
    menu = menu_for(RequestFactory().get("/"))
    assert "Om" not in [line.label for line in menu.portal]
    assert menu.personal == []
