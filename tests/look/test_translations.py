"""All words are Danish, and one English sentence is one Danish sentence everywhere."""

from collections import defaultdict

import pytest
from django.conf import settings

from skoleplus.catalogues import is_translated, read
from skoleplus.core.management.commands.messages import Command

CATALOGUES = sorted(settings.BASE_DIR.glob("locale/*/da/LC_MESSAGES/django.po"))
GROUND = ("skoleplus", "core", "accounts")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-4])
def test_every_message_of_a_catalogue_is_danish(path: object) -> None:
    waiting = [message.id for message in read(path) if message.id and not is_translated(message)]
    assert waiting == []


@pytest.mark.parametrize("room", GROUND)
def test_every_word_of_the_ground_is_in_its_catalogue(room: str) -> None:
    """`make lint` asks the same of every room."""
    fresh = Command().refreshed()[room]
    assert [message.id for message in fresh if message.id and not is_translated(message)] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-4])
def test_no_message_is_a_guess(path: object) -> None:
    assert [message.id for message in read(path) if message.id and message.fuzzy] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-4])
def test_what_is_filled_in_survives_translation(path: object) -> None:
    for message in read(path):
        if message.id and is_translated(message):
            assert list(message.check()) == []


def test_a_sentence_is_said_in_the_same_way_in_every_room() -> None:
    said = defaultdict(set)
    for path in CATALOGUES:
        for message in read(path):
            if message.id and is_translated(message):
                said[(str(message.id), message.context)].add(str(message.string))
    assert {sentence: ways for sentence, ways in said.items() if len(ways) > 1} == {}
