"""The words of a version as a reader sees them, and two versions beside each other."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from skoleplus.core import danish
from skoleplus.screening.models import Version


@dataclass(frozen=True)
class Compared:
    """One field of two versions. `old` is empty where there is no older version."""

    name: str
    label: str
    old: str
    new: str

    @property
    def changed(self) -> bool:
        return self.old != self.new


def compare(old: Version | None, new: Version) -> list[Compared]:
    """Every word of the new version beside the old one, in the order the consultant reads them."""
    return [
        Compared(name, label(new, name), shown(old, name) if old else "", shown(new, name))
        for name in new.WORDS
    ]


def label(version: Version, name: str) -> str:
    field: Any = version._meta.get_field(name)
    words = str(version.LABELS.get(name, field.verbose_name))
    return words[:1].upper() + words[1:]


def shown(version: Version, name: str) -> str:
    """One field as text. A model that knows better has a method `shown_<name>` (an amount in øre)."""
    if own := getattr(version, f"shown_{name}", None):
        return str(own())
    field: Any = version._meta.get_field(name)
    if field.many_to_many:
        return "\n".join(str(row) for row in getattr(version, name).all())
    value = getattr(version, name)
    if value is not None and field.choices:
        return str(getattr(version, f"get_{name}_display")())
    return _text(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, dt.date):
        return danish.day(value, year=True)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(str(part) for part in value)
    return str(value)
