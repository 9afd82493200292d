"""Fields and rules that several objects of the format share.

Lengths and ceilings are those of the models, so that what is accepted here can be stored.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Model

from associations.models import Association
from handover.bundle.checks import Check, matching, number, optional, span, text, usable, whole
from handover.bundle.problems import Problems, join
from offers.models import MAX_ORE
from skoleplus.core import grades

Row = dict[str, Any]
Rule = Callable[[Row, str, Problems], None]

key = text(80, least=1)
grade_span = span(whole(grades.LOWEST, grades.HIGHEST))
phone = matching(r"[+0-9 ()./-]*", "is not a phone number", most=30)
postcode = matching(r"(\d{4})?", "is not a postcode of four digits", most=10)
ore = whole(0, MAX_ORE)


def words(model: type[Model], name: str, *, least: int = 0) -> Check:
    """A text as long as the model's field takes; line breaks where it is an area."""
    model_field = model._meta.get_field(name)
    lines = model_field.get_internal_type() == "TextField"
    return text(model_field.max_length or 10_000, lines=lines, least=least)  # type: ignore[union-attr]


def in_order(low: str, high: str) -> Rule:
    """A rule: the first of two comparable fields comes before the second, or is the same."""

    def rule(row: Row, path: str, problems: Problems) -> None:
        if usable(row[low], row[high]) and row[low] > row[high]:
            problems.add(join(path, low), f"{plain(row[low])} is after {high} {plain(row[high])}")

    return rule


def plain(value: Any) -> str:
    return value.isoformat("minutes") if hasattr(value, "hour") else str(value)


def whole_point(row: Row, path: str, problems: Problems) -> None:
    """A place on the map has both coordinates."""
    if (row["lat"] is None) != (row["lon"] is None):
        missing = "lat" if row["lat"] is None else "lon"
        problems.add(join(path, missing), "is missing: a point has lat and lon")


ADDRESS = {
    "address": optional(words(Association, "address"), ""),
    "postcode": optional(postcode, ""),
    "city": optional(words(Association, "city"), ""),
    "lat": optional(number(-90, 90)),
    "lon": optional(number(-180, 180)),
}
