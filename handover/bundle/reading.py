"""The rows of a file, one by one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from handover.bundle.checks import WRONG, Shape
from handover.bundle.fields import Row
from handover.bundle.offers import NEED, OFFER
from handover.bundle.places import ASSOCIATION, MUNICIPALITY, SCHOOL
from handover.bundle.problems import Problems
from handover.bundle.stream import Unreadable, pieces

FORMAT, VERSION = "skoleplus-bundle", 1
LISTS: dict[str, Shape] = {
    "associations": ASSOCIATION,
    "schools": SCHOOL,
    "offers": OFFER,
    "needs": NEED,
}
TOP = ("format", "version", "municipality", *LISTS)


@dataclass
class Contents:
    """What a checked file holds: how many rows of each list, and the municipality they are for."""

    municipality: Row
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(LISTS, 0))


def municipality_code(file: BinaryIO) -> str:
    """The code of the municipality the file is for, or "" where it cannot be read; says nothing about why."""
    quiet = Problems()
    try:
        for piece in pieces(file, quiet, only="municipality"):
            row = MUNICIPALITY(piece.value, piece.path, quiet)
            return row["code"] or "" if row is not WRONG else ""
    except Unreadable:
        pass
    return ""


def rows(file: BinaryIO, section: str) -> Iterator[tuple[str, Row]]:
    """The rows of one list of a file that has been checked, with their path."""
    ignored = Problems()
    for piece in pieces(file, ignored, only=section):
        if piece.index is not None:
            yield piece.path, LISTS[section](piece.value, piece.path, ignored)
