"""Read the file row by row: memory holds one row of one list at a time, however long the file is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import ijson

from handover.bundle.problems import Problems, join, printable

DEEPEST = 12  # the format needs five
DIGITS = b"0123456789"
TOO_LONG = re.compile(rb"[0-9]{4000}")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

Event = tuple[str, Any]


class Unreadable(Exception):
    """Not JSON, or nothing that can be read on; the sentence says what and where."""


@dataclass(frozen=True)
class Piece:
    """One value of the top object: a list's items come one by one, everything else whole.

    `index` is None for a value that is no item of a list.
    """

    section: str
    index: int | None
    value: Any

    @property
    def path(self) -> str:
        return self.section if self.index is None else join(self.section, self.index)


def pieces(file: BinaryIO, problems: Problems, only: str | None = None) -> Iterator[Piece]:
    """Everything in the top object, in the file's order.

    Args:
        file: opened for reading bytes; read from its beginning.
        problems: takes members that are named twice in one object.
        only: build the values of this section alone and pass over the rest.

    Raises:
        Unreadable: the rest of the file cannot be read.
    """
    file.seek(0)
    if file.read(len(BYTE_ORDER_MARK)) != BYTE_ORDER_MARK:
        file.seek(0)
    events = _events(file)
    kind, _value = next(events)
    if kind != "start_map":
        raise Unreadable("the file must hold one JSON object, beginning with {")
    seen: set[str] = set()
    for kind, name in events:
        if kind == "end_map":
            break
        if name in seen:
            problems.add(printable(name), "is written twice in the file")
        seen.add(name)
        if only is None or name == only:
            yield from _section(printable(name), events, problems)
        else:
            _pass_over(events)
    for _event in events:  # what follows the object is garbage; reading on makes the parser say so
        pass


class Guarded:
    """The file, refusing numbers that are too long for Python to read, which the parser in C does not."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._tail = file, b""

    def read(self, size: int = -1) -> bytes:
        chunk = self._file.read(size)
        joined = self._tail + chunk
        if TOO_LONG.search(joined):
            raise Unreadable("the file holds a number that is too large to read")
        self._tail = joined[len(joined.rstrip(DIGITS)) :]
        return chunk


def _events(file: BinaryIO) -> Iterator[Event]:
    try:
        yield from ijson.basic_parse(Guarded(file))
    except ijson.JSONError as problem:
        raise Unreadable(f"the file is not valid JSON: {_sentence(problem)}") from problem


def _sentence(problem: Exception) -> str:
    argument = problem.args[0] if problem.args else ""
    text = argument.decode("utf-8", "replace") if isinstance(argument, bytes) else str(argument)
    if not text or "premature EOF" in text:
        return "it ends in the middle"
    lines = [line.strip() for line in text.splitlines() if "right here" not in line]
    return printable(": near ".join(line for line in lines if line), most=160)


def _section(name: str, events: Iterator[Event], problems: Problems) -> Iterator[Piece]:
    event = next(events)
    if event[0] != "start_array":
        yield Piece(name, None, _value(event, events, name, problems))
        return
    index = 0
    for event in events:
        if event[0] == "end_array":
            break
        yield Piece(name, index, _value(event, events, join(name, index), problems))
        index += 1
    if index == 0:
        yield Piece(name, None, [])


def _value(first: Event, events: Iterator[Event], path: str, problems: Problems, depth: int = 1) -> Any:
    kind, value = first
    if depth > DEEPEST:
        raise Unreadable(f"{path}: is nested more than {DEEPEST} levels deep")
    if kind == "start_map":
        return _object(events, path, problems, depth)
    if kind == "start_array":
        items: list[Any] = []
        for event in events:
            if event[0] == "end_array":
                break
            items.append(_value(event, events, join(path, len(items)), problems, depth + 1))
        return items
    return value


def _object(events: Iterator[Event], path: str, problems: Problems, depth: int) -> dict[str, Any]:
    members: dict[str, Any] = {}
    for kind, name in events:
        if kind == "end_map":
            break
        place = join(path, name)
        if name in members:
            problems.add(place, "is written twice in the same object")
        members[name] = _value(next(events), events, place, problems, depth + 1)
    return members


def _pass_over(events: Iterator[Event]) -> None:
    depth = 0
    for kind, _value in events:
        depth += kind in ("start_map", "start_array")
        depth -= kind in ("end_map", "end_array")
        if depth == 0:
            return
