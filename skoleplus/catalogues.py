"""Message catalogues without gettext: one per room, `locale/<room>/da/LC_MESSAGES/django.po`.

A room is an app's label, or `skoleplus` for the ground and the templates that all rooms share. `python -m
skoleplus.catalogues` compiles them; `manage.py messages` extracts.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Babel is read only when there is something to do
    from babel.messages.catalog import Catalog, Message

LANGUAGE = "da"
GROUND = "skoleplus"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TEMPLATE_SUFFIXES = {".html", ".txt", ".xml"}
# Dates and names in a catalogue's header only make branches collide; git knows both.
UNWANTED_HEADERS = (
    '"Project-Id-Version',
    '"Report-Msgid-Bugs-To',
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Last-Translator',
    '"Language-Team',
    '"Generated-By',
)


def catalogue_path(base_dir: Path, room: str) -> Path:
    return base_dir / "locale" / room / LANGUAGE / "LC_MESSAGES" / "django.po"


def compile_stale(base_dir: Path) -> list[Path]:
    """Compile what is older than its source. Returns the sources compiled."""
    sources = sorted(base_dir.glob(f"locale/*/{LANGUAGE}/LC_MESSAGES/django.po"))
    stale = [source for source in sources if is_stale(source)]
    for source in stale:
        compile_one(source)
    return stale


def is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def compile_one(source: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    from skoleplus.files import write_whole

    text = io.BytesIO()
    write_mo(text, read_po(io.BytesIO(source.read_bytes()), locale=LANGUAGE))
    write_whole(source.with_suffix(".mo"), text.getvalue())


def extract(files: Iterable[Path]) -> Iterator[tuple[str | tuple[str, ...], str | None, list[str]]]:
    """The messages in Python files and templates, as (id, context, comments for translators)."""
    from babel.messages.extract import extract as babel_extract

    for path in files:
        source = path.read_text()
        if path.suffix in TEMPLATE_SUFFIXES:
            source = as_python(source, path)
        for _, message, comments, context in babel_extract(
            "python", io.BytesIO(source.encode()), KEYWORDS, ["Translators:"], {"encoding": "utf-8"}
        ):
            yield message, context, comments


def as_python(template: str, path: Path) -> str:
    """A template's messages as Python calls, in brackets so that indents mean nothing."""
    from django.utils.translation.template import templatize

    return f"(\n{templatize(template, origin=str(path))}\n)\n"


def room_files(label: str, folder: Path, base_dir: Path) -> Iterator[Path]:
    """The files whose words belong to a room: its own, and its folder among the shared templates.

    Args:
        label: of the app, or GROUND.
        folder: where the room's Python lies.
    """
    found = sorted(folder.glob("*.py" if label == GROUND else "**/*.py"))
    # A migration repeats what its model once said.
    yield from (path for path in found if "migrations" not in path.parts)
    for templates in (folder / "templates", base_dir / "templates" / label):
        yield from text_files(templates)


def ground_files(base_dir: Path, labels: Iterable[str]) -> Iterator[Path]:
    """The files of no room: the ground's modules, and the templates outside every room's folder."""
    yield from room_files(GROUND, base_dir / GROUND, base_dir)
    shared, taken = base_dir / "templates", {GROUND, *labels}
    for path in text_files(shared):
        if path.relative_to(shared).parts[0] not in taken:
            yield path


def text_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in TEMPLATE_SUFFIXES)


def read(path: Path) -> Catalog:
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    if path.exists():
        return read_po(io.BytesIO(path.read_bytes()), locale=LANGUAGE)
    return Catalog(locale=LANGUAGE)


def refreshed(path: Path, files: Iterable[Path]) -> Catalog:
    """The catalogue with today's messages: what is gone is dropped, what stays keeps its translation."""
    from babel.messages.catalog import Catalog

    found = Catalog(locale=LANGUAGE)
    for message, context, comments in extract(files):
        found.add(message, auto_comments=comments, context=context)
    catalogue = read(path)
    catalogue.update(found, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def as_text(catalogue: Catalog) -> bytes:
    """The catalogue as a file, without lines that change from day to day or branch to branch."""
    from babel.messages.pofile import write_po

    text = io.BytesIO()
    catalogue.header_comment, catalogue.fuzzy = "", False
    write_po(text, catalogue, width=100, no_location=True, sort_output=True)
    lines = text.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(UNWANTED_HEADERS)).lstrip("#\n").encode()


def faults(catalogue: Catalog, known: set[object]) -> Iterator[str]:
    """What is wrong with a catalogue's translations, one line each.

    Args:
        known: ids that another room translates; a word need not be translated twice.
    """
    for message in catalogue:
        if not message.id:
            continue
        if not is_translated(message):
            if message.id not in known:
                yield f"not translated: {message.id!r}"
            continue
        if message.fuzzy:
            yield f"not certain (fuzzy): {message.id!r}"
        for error in message.check(catalogue):
            yield f"{error}: {message.id!r}"


def is_translated(message: Message) -> bool:
    texts = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return all(texts)


if __name__ == "__main__":
    compile_stale(Path(__file__).resolve().parent.parent)
