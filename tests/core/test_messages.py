"""The catalogues: what is found, what is kept, what is wrong."""

from pathlib import Path

import pytest

from skoleplus.catalogues import as_text, compile_stale, faults, ground_files, is_stale, refreshed, room_files


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A checkout with one room."""
    for name, text in {
        "offers/views.py": 'from django.utils.translation import gettext as _\n_("From Python")\n_("Kept")\n',
        "offers/migrations/0001_initial.py": 'name = _("Old name")\n',
        "templates/offers/list.html": '{% load i18n %}\n  {% translate "From a template" %}\n'
        "{% blocktranslate trimmed count n=n %}\n  {{ n }} offer\n{% plural %}\n  {{ n }} offers\n"
        "{% endblocktranslate %}{% translate 'May' context 'month' %}",
        "templates/base.html": '<p>It\'s {{ _("Shared") }}</p>',
        "skoleplus/place.py": '_("Ground")\n',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def ids(catalogue) -> set:
    return {message.id for message in catalogue if message.id}


def test_a_room_has_the_words_of_its_python_and_templates(house: Path) -> None:
    catalogue = refreshed(house / "none.po", room_files("offers", house / "offers", house))
    assert ids(catalogue) == {
        "From Python",
        "Kept",
        "From a template",
        ("%(n)s offer", "%(n)s offers"),
        "May",
    }
    assert catalogue.get("May", "month")


def test_what_belongs_to_no_room_is_the_grounds(house: Path) -> None:
    assert ids(refreshed(house / "none.po", ground_files(house, ["offers"]))) == {"Shared", "Ground"}


def test_translations_stay_and_what_is_gone_goes(house: Path) -> None:
    path = house / "django.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Language: da\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Gone"\nmsgstr "Væk"\n\nmsgid "Kept"\nmsgstr "Beholdt"\n'
    )
    catalogue = refreshed(path, room_files("offers", house / "offers", house))
    assert catalogue["Kept"].string == "Beholdt"
    text = as_text(catalogue).decode()
    assert "Gone" not in text
    assert "Date" not in text
    path.write_text(text)
    assert as_text(refreshed(path, room_files("offers", house / "offers", house))).decode() == text


def test_faults_are_named(house: Path) -> None:
    path = house / "django.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Language: da\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        '#, fuzzy\nmsgid "From Python"\nmsgstr "Fra Python"\n\n'
        '#, python-format\nmsgid "%(n)s offer"\nmsgid_plural "%(n)s offers"\n'
        'msgstr[0] "%(n)s tilbud"\nmsgstr[1] "%(m)s tilbud"\n'
    )
    catalogue = refreshed(path, room_files("offers", house / "offers", house))
    found = list(faults(catalogue, known={"May"}))
    assert "not certain (fuzzy): 'From Python'" in found
    assert "not translated: 'From a template'" in found
    assert any("%(n)s offer" in line for line in found)
    assert not any("May" in line for line in found)


def test_only_what_is_stale_is_compiled(house: Path) -> None:
    path = house / "locale" / "offers" / "da" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "a"\nmsgstr "å"\n'
    )
    assert compile_stale(house) == [path]
    assert compile_stale(house) == []
    assert not is_stale(path)
