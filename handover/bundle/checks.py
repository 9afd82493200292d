"""The building blocks of the format: each checks one value, notes what is wrong, and returns it cleaned.

A check that has noted a problem returns WRONG, so that rules about several fields can leave it out.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from associations.cvr import is_cvr
from handover.bundle.problems import Problems, join, printable


class Wrong:
    """Stands for a value that could not be used."""

    def __repr__(self) -> str:
        return "WRONG"

    def __bool__(self) -> bool:
        return False


WRONG = Wrong()
Check = Callable[[Any, str, Problems], Any]

NAMES = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}


def kind_of(value: Any) -> str:
    return NAMES.get(type(value), "a number")


def shown(value: Any) -> str:
    """A value as it may be quoted in a message."""
    if isinstance(value, str):
        return f'"{printable(value)}"'
    if isinstance(value, list | dict | type(None) | bool):
        return kind_of(value)
    # Python refuses to write out whole numbers of more than some thousand digits.
    return printable(str(value)) if abs(value) < 10**18 else "such a large number"


def usable(*values: Any) -> bool:
    """Whether none of the values is missing or wrong."""
    return all(value is not None and value is not WRONG for value in values)


def text(most: int, *, lines: bool = False, least: int = 0) -> Check:
    """A text of `least` to `most` characters; line breaks only where `lines` allows them."""

    def check(value: Any, path: str, problems: Problems) -> Any:
        if not isinstance(value, str):
            problems.add(path, f"must be a text, not {kind_of(value)}")
            return WRONG
        clean = value.replace("\r\n", "\n").replace("\r", "\n").strip()
        if bad := _forbidden(clean, lines):
            problems.add(path, f"holds a character that cannot be kept (U+{ord(bad):04X})")
            return WRONG
        if len(clean) > most:
            problems.add(path, f"has {len(clean)} characters, {most} is the most")
            return WRONG
        if len(clean) < least:
            problems.add(path, "must not be empty")
            return WRONG
        return clean

    return check


def _forbidden(clean: str, lines: bool) -> str:
    """The first control character or half surrogate pair."""
    allowed = "\n\t" if lines else ""
    for char in clean:
        if (char < " " and char not in allowed) or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff":
            return char
    return ""


def matching(pattern: str, say: str, most: int = 200) -> Check:
    """A text of a certain form; `say` is the whole message when it has another."""
    whole, is_text = re.compile(pattern), text(most)

    def check(value: Any, path: str, problems: Problems) -> Any:
        clean = is_text(value, path, problems)
        if clean is not WRONG and not whole.fullmatch(clean):
            problems.add(path, f"{shown(clean)} {say}")
            return WRONG
        return clean

    return check


def one_of(values: Iterable[str]) -> Check:
    allowed = list(values)

    def check(value: Any, path: str, problems: Problems) -> Any:
        if isinstance(value, str) and value in allowed:
            return value
        problems.add(path, f"must be one of {', '.join(allowed)}, not {shown(value)}")
        return WRONG

    return check


def whole(least: int, most: int) -> Check:
    """A whole number, both ends included."""

    def check(value: Any, path: str, problems: Problems) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            problems.add(path, f"must be a whole number, not {kind_of(value)}")
        elif not isinstance(value, int):
            problems.add(path, f"must be a whole number, not {shown(value)}")
        elif not least <= value <= most:
            problems.add(path, f"must be from {least} to {most}, not {shown(value)}")
        else:
            return value
        return WRONG

    return check


def number(least: float, most: float) -> Check:
    def check(value: Any, path: str, problems: Problems) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            problems.add(path, f"must be a number, not {kind_of(value)}")
        elif not least <= value <= most:
            problems.add(path, f"must be from {least:g} to {most:g}")
        else:
            return float(value)
        return WRONG

    return check


def flag(value: Any, path: str, problems: Problems) -> Any:
    if isinstance(value, bool):
        return value
    problems.add(path, f"must be true or false, not {kind_of(value)}")
    return WRONG


def day(value: Any, path: str, problems: Problems) -> Any:
    """A date, in the century this portal is about."""
    if isinstance(value, str) and re.fullmatch(r"20\d\d-\d\d-\d\d", value, re.ASCII):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            problems.add(path, f"there is no date {shown(value)}")
            return WRONG
    problems.add(path, f"must be a date as 2027-03-01, not {shown(value)}")
    return WRONG


def clock_time(value: Any, path: str, problems: Problems) -> Any:
    if isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value, re.ASCII):
        return dt.time.fromisoformat(value)
    problems.add(path, f"must be a time as 09:30, not {shown(value)}")
    return WRONG


def email(value: Any, path: str, problems: Problems) -> Any:
    clean = text(254)(value, path, problems)
    if clean is WRONG or not clean:
        return clean
    try:
        validate_email(clean)
    except ValidationError:
        problems.add(path, f"{shown(clean)} is not an e-mail address")
        return WRONG
    return clean


def cvr(value: Any, path: str, problems: Problems) -> Any:
    clean = text(60)(value, path, problems)
    if clean is WRONG:
        return WRONG
    if not clean:
        return None
    if not is_cvr(clean):
        problems.add(path, f"{shown(clean)} is not a CVR number")
        return WRONG
    return clean


def span(item: Check) -> Check:
    """A pair [from, to], both ends included."""

    def check(value: Any, path: str, problems: Problems) -> Any:
        if not isinstance(value, list) or len(value) != 2:
            problems.add(path, "must be a list of two whole numbers, from and to")
            return WRONG
        low, high = (item(end, join(path, i), problems) for i, end in enumerate(value))
        if low is WRONG or high is WRONG:
            return WRONG
        if low > high:
            problems.add(path, f"from {low} is above to {high}")
            return WRONG
        return low, high

    return check


def list_of(item: Check, most: int, *, once: bool = False) -> Check:
    """A list of up to `most` items; with `once` no two may be the same. Wrong items keep their place."""

    def check(value: Any, path: str, problems: Problems) -> Any:
        if not isinstance(value, list):
            problems.add(path, f"must be a list, not {kind_of(value)}")
            return WRONG
        if len(value) > most:
            problems.add(path, f"has {len(value)} items, {most} is the most")
            return WRONG
        items: list[Any] = []
        for i, entry in enumerate(value):
            clean = item(entry, join(path, i), problems)
            if once and clean is not WRONG and clean in items:
                problems.add(join(path, i), f"{shown(clean)} is in the list twice")
            items.append(clean)
        return items

    return check


@dataclass(frozen=True)
class Member:
    """One field of an object. A field that may be left out may be null as well."""

    check: Check
    required: bool = False
    default: Any = None


def needed(check: Check) -> Member:
    return Member(check, required=True)


def optional(check: Check, default: Any = None) -> Member:
    return Member(check, default=default)


@dataclass(frozen=True)
class Shape:
    """An object with exactly these members, and rules about several of them together."""

    members: Mapping[str, Member]
    rules: tuple[Callable[[dict[str, Any], str, Problems], None], ...] = field(default=())

    def __call__(self, value: Any, path: str, problems: Problems) -> Any:
        if not isinstance(value, dict):
            problems.add(path, f"must be an object, not {kind_of(value)}")
            return WRONG
        for name in value:
            if name not in self.members:
                problems.add(join(path, name), "is not a field of the format")
        clean = {
            name: self._member(value, name, member, path, problems) for name, member in self.members.items()
        }
        for rule in self.rules:
            rule(clean, path, problems)
        return clean

    @staticmethod
    def _member(value: dict[str, Any], name: str, member: Member, path: str, problems: Problems) -> Any:
        given = value.get(name)
        if given is not None:
            return member.check(given, join(path, name), problems)
        if member.required:
            problems.add(join(path, name), "is missing" if name not in value else "must not be null")
            return WRONG
        return member.default() if callable(member.default) else member.default
