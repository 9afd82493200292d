"""What happens above when something happens below, in the same transaction."""

import pytest
from django.db import transaction
from django.utils.module_loading import import_string

from skoleplus.core import after

heard = []


def first(*, what):
    heard.append(("first", what))


def second(*, what):
    heard.append(("second", what))


def stumble(*, what):
    raise RuntimeError(what)


@pytest.fixture
def listeners(settings):
    heard.clear()

    def listeners(*names):
        settings.AFTER = {"event": [f"tests.core.test_after.{name}" for name in names]}

    return listeners


@pytest.mark.django_db
def test_everybody_hears_in_the_order_of_the_list(listeners):
    listeners("second", "first")
    with transaction.atomic():
        after.run("event", what=7)
    assert heard == [("second", 7), ("first", 7)]


@pytest.mark.django_db
def test_an_event_nobody_listed_is_a_programming_error(listeners):
    listeners()
    with transaction.atomic(), pytest.raises(KeyError):
        after.run("other")


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_is_a_programming_error(listeners):
    listeners("first")
    with pytest.raises(transaction.TransactionManagementError):
        after.run("event", what=7)
    assert heard == []


@pytest.mark.django_db
def test_who_stumbles_takes_the_story_down_with_it(listeners):
    listeners("stumble")
    with transaction.atomic(), pytest.raises(RuntimeError, match="7"):
        after.run("event", what=7)


def test_every_function_the_settings_list_is_there(settings):
    for paths in settings.AFTER.values():
        for path in paths:
            assert callable(import_string(path))
