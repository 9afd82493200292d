"""One import: what every list of it needs, and what it counts."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from django.db import transaction

from handover.bundle.fields import Row
from handover.bundle.problems import Problems
from handover.bundle.reading import Contents, rows
from handover.models import ImportedRow
from skoleplus.core.clock import now
from skoleplus.core.refusals import Refused
from skoleplus.municipalities.models import Municipality

NEW, CHANGED, UNCHANGED = "new", "changed", "unchanged"


@dataclass
class Tally:
    """How many rows of a list were read, and what became of them."""

    read: int = 0
    new: int = 0
    changed: int = 0

    def count(self, outcome: str | None) -> None:
        self.new += outcome == NEW
        self.changed += outcome == CHANGED


@dataclass
class Run:
    """An import under way.

    Args:
        by: who vouches for the texts; None for the operator.
        note: how a decision made on that word is logged.
        publish: whether the texts pass screening at once.
    """

    file: BinaryIO
    municipality: Municipality
    contents: Contents
    problems: Problems
    by: Any
    by_name: str
    note: str
    publish: bool
    progress: Callable[[str], None]
    tallies: dict[str, Tally] = field(default_factory=dict)

    def rows(self, section: str) -> Iterator[tuple[str, Row]]:
        """The rows of a list, counted and announced."""
        tally = self.tallies.setdefault(section, Tally())
        total = self.contents.counts[section]
        for path, row in rows(self.file, section):
            yield path, row
            tally.read += 1
            self.progress(f"{section} {tally.read}/{total}")

    @contextmanager
    def row(self, path: str) -> Iterator[None]:
        """What a row does, undone as a whole when a story refuses it; the import goes on to find the rest."""
        try:
            with transaction.atomic():
                yield
        except Refused as refusal:
            self.problems.add(path, str(refusal))

    def count(self, section: str, outcome: str | None) -> None:
        self.tallies.setdefault(section, Tally()).count(outcome)


@dataclass
class Memory:
    """What was sent last under one key, and which members of the row differ from it now."""

    imported: ImportedRow
    row: Row
    changed: set[str]

    @property
    def is_new(self) -> bool:
        return self.imported.pk is None

    def touches(self, *names: str) -> bool:
        return bool(self.changed & set(names))

    def keep(self) -> None:
        """Remember the row as sent."""
        self.imported.sent = plain(self.row)
        self.imported.imported_at = now()
        self.imported.save()


def remember(municipality: Municipality, section: str, key: str, row: Row) -> Memory:
    place = {"municipality": municipality, "section": section, "key": key}
    imported = ImportedRow.objects.filter(**place).first() or ImportedRow(**place, sent={})
    new = plain(row)
    return Memory(imported, row, {name for name in new if imported.sent.get(name) != new[name]})


def plain(row: Row) -> Row:
    """The row as JSON knows it."""
    return json.loads(json.dumps(row, default=_text))


def _text(value: Any) -> str:
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    return str(value)
