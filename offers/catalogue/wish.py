"""What somebody asks the catalogue for, as it stands in the address.

Everything the page shows follows from the address, so that back, share and bookmark work. What is in it is
cleaned, never refused: an address is typed, cut and sent on by people and machines.
"""

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.dateparse import parse_date

from associations.enums import Kind
from offers.enums import PlaceKind, Type
from offers.search import LONGEST_QUERY
from skoleplus.core.grades import HIGHEST, LOWEST

# Facet -> what a value looks like. Several values of one facet widen the choice, several facets narrow it.
FACETS: dict[str, str] = {
    "grade": "|".join(str(grade) for grade in range(LOWEST, HIGHEST + 1)),
    "subject": r"[a-z0-9_-]{1,50}",
    "price": r"0|[1-9]\d{0,5}",  # kroner at most; 0 is free
    "place": "|".join(PlaceKind.values),
    "kind": "|".join(Kind.values),
    "type": "|".join(Type.values),
    "weekday": "[1-7]",
}
ONE_VALUE_ONLY = {"price"}
MOST_VALUES = 40
SORTS = ("relevance", "newest", "soonest", "cheapest")
CONTROL_CHARACTERS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


@dataclass(frozen=True)
class Wish:
    """Words, filters and order.

    Args:
        chosen: values by facet; a facet without values is not there.
        first_day, last_day: the offer has times between them, both included.
        sort: one of SORTS, empty for the natural one.
        school: slug of the school whose intranet somebody came by; it is taken along to the inquiry.
    """

    text: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    sort: str = ""
    school: str = ""

    @property
    def has_period(self) -> bool:
        return bool(self.first_day or self.last_day)

    @property
    def filters(self) -> int:
        """How many filters are set; the words are none."""
        return sum(len(values) for values in self.chosen.values()) + self.has_period

    def without(self, facet: str, value: str | None = None) -> "Wish":
        """The same wish without one value of a facet, or the whole facet, the "text", or the "period".

        The period is the two days and the weekdays: one question, when.
        """
        if facet == "text":
            return replace(self, text="")
        if facet == "period":
            return replace(self.without("weekday"), first_day=None, last_day=None)
        left = self.chosen.get(facet, frozenset()) - {value} if value else frozenset()
        return self.with_values(facet, left)

    def with_values(self, facet: str, values: frozenset[str]) -> "Wish":
        """The same wish with these values of a facet instead of those it has."""
        others = {name: chosen for name, chosen in self.chosen.items() if name != facet}
        return replace(self, chosen=others | ({facet: values} if values else {}))

    def address(self) -> str:
        """The query string, always in the same order: "?q=kajak&grade=4"; "?" when there is nothing."""
        parts = [("q", self.text)] if self.text else []
        for facet in FACETS:
            parts += [(facet, value) for value in sorted(self.chosen.get(facet, ()), key=_in_order)]
        days = (("from", self.first_day), ("to", self.last_day))
        parts += [(name, day.isoformat()) for name, day in days if day]
        parts += [("sort", self.sort)] if self.sort else []
        parts += [("skole", self.school)] if self.school else []
        return f"?{urlencode(parts)}"


def _in_order(value: str) -> tuple[int, str]:
    return len(value) if value.isdigit() else 0, value


def read(params: QueryDict, subjects: Collection[str]) -> Wish:
    """The wish of an address; what makes no sense in it is left out.

    Args:
        subjects: codes of the subjects there are.
    """
    chosen = {facet: values for facet in FACETS if (values := _values(params, facet))}
    if "subject" in chosen:
        chosen["subject"] &= frozenset(subjects)
        chosen = {facet: values for facet, values in chosen.items() if values}
    first_day, last_day = _day(params.get("from")), _day(params.get("to"))
    if first_day and last_day and last_day < first_day:
        last_day = None
    sort = params.get("sort", "")
    return Wish(
        text=clean_text(params.get("q", "")),
        chosen=chosen,
        first_day=first_day,
        last_day=last_day,
        sort=sort if sort in SORTS else "",
        school=school_of(params),
    )


def school_of(params: QueryDict) -> str:
    """The slug of the school somebody comes from, empty when none is named; it need not exist."""
    given = params.get("skole", "")
    return given if re.fullmatch(r"[a-z0-9-]{1,120}", given) else ""


def clean_text(text: str) -> str:
    """What was typed, in one line and not longer than search reads."""
    return " ".join(CONTROL_CHARACTERS.sub(" ", text[: LONGEST_QUERY * 2]).split())[:LONGEST_QUERY].strip()


def page_number(params: QueryDict) -> int:
    """1 unless the address names another page; too large a number is the paginator's to judge."""
    given = params.get("page", "")
    return max(int(given[:9]), 1) if given.isascii() and given.isdigit() else 1


def _values(params: QueryDict, facet: str) -> frozenset[str]:
    given = params.getlist(facet)[:MOST_VALUES]
    if facet in ONE_VALUE_ONLY:
        given = given[-1:]
    return frozenset(value for value in given if re.fullmatch(FACETS[facet], value, re.ASCII))


def _day(given: str | None) -> dt.date | None:
    try:
        return parse_date(given or "")
    except ValueError:
        return None
