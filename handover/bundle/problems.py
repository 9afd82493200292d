"""What is wrong with a bundle, each thing with its place in the file.

The words are English on purpose: they are read by whoever programs the sending system, next to the format's
own English field names, and they are part of the format.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """`path` is where, as `offers[3].grades`; empty for the file as a whole."""

    path: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}: {self.text}" if self.path else self.text


class Problems:
    """Collects everything in one run, in the order found. Remarks do not stop an import.

    A file that is wrong from end to end has its problems counted to the last, and the first `KEPT` kept.
    """

    KEPT = 10_000

    def __init__(self) -> None:
        self.errors: list[Problem] = []
        self.remarks: list[Problem] = []
        self.count = 0

    def add(self, path: str, text: str) -> None:
        self.count += 1
        if len(self.errors) < self.KEPT:
            self.errors.append(Problem(path, text))

    def remark(self, path: str, text: str) -> None:
        if len(self.remarks) < self.KEPT:
            self.remarks.append(Problem(path, text))

    def __bool__(self) -> bool:
        return self.count > 0

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.errors)


def join(path: str, name: str | int) -> str:
    """The place of a member (`path.name`) or of an item (`path[3]`)."""
    if isinstance(name, int):
        return f"{path}[{name}]"
    return f"{path}.{printable(name)}" if path else printable(name)


def printable(text: str, most: int = 60) -> str:
    """A text from the file as it may be quoted: short, and nothing that disturbs a terminal."""
    clean = "".join(char if char.isprintable() else "?" for char in text[: most + 1])
    return clean if len(text) <= most else f"{clean[: most - 1]}…"
