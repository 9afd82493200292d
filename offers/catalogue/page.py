"""The catalogue's page as data: filters with numbers, chips, what to loosen, orders."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from associations.enums import Kind
from offers.catalogue.find import CEILINGS, GRADES, Found
from offers.catalogue.wish import Wish
from offers.enums import PlaceKind, Type
from offers.models import WEEKDAYS
from skoleplus.core import danish

# So many subjects are seen at once; the rest is in a fold.
SUBJECTS_SHOWN = 8
SCHOOL_WEEKDAYS = WEEKDAYS[:5]
LEGENDS = {
    "grade": gettext_lazy("Grade"),
    "subject": gettext_lazy("Subject"),
    "price": gettext_lazy("Price"),
    "place": gettext_lazy("Where"),
    "kind": gettext_lazy("Kind of association"),
    "type": gettext_lazy("What kind of offer"),
    "weekday": gettext_lazy("When"),
}
SORTS = {
    "relevance": gettext_lazy("Best match first"),
    "newest": gettext_lazy("Newest first"),
    "soonest": gettext_lazy("Soonest free date first"),
    "cheapest": gettext_lazy("Cheapest first"),
}


@dataclass(frozen=True)
class Option:
    """A check box or radio button of a filter, and how many offers it gives."""

    facet: str
    value: str
    label: str | Promise
    count: int | None = None
    checked: bool = False

    @property
    def id(self) -> str:
        return f"f-{self.facet}-{self.value or 'any'}"


@dataclass(frozen=True)
class Part:
    """The options of a filter, or those of them that are folded away."""

    options: list[Option]
    folded: bool = False

    @property
    def chosen(self) -> bool:
        return any(option.checked for option in self.options)


@dataclass(frozen=True)
class Group:
    """A filter: its question and its options."""

    facet: str
    legend: str | Promise
    parts: list[Part]
    input: str = "checkbox"
    folded: bool = False

    @property
    def chosen(self) -> bool:
        return any(part.chosen for part in self.parts)


@dataclass(frozen=True)
class Link:
    """Leads to the catalogue with another wish; `count` is what it would give."""

    label: str | Promise
    address: str
    count: int | None = None
    current: bool = False


def groups(wish: Wish, found: Found, subjects: dict[str, str]) -> list[Group]:
    """The filters beside the list, each value with its number."""
    names = _names(wish, subjects)
    # Two columns of grades: the legend says what the numbers are.
    names["grade"] = {grade: f"{grade}." for grade in GRADES}

    def options(facet: str, values: Iterable[str]) -> list[Option]:
        chosen, counts = wish.chosen.get(facet, ()), found.counts[facet]
        return [Option(facet, v, names[facet][v], counts[v], v in chosen) for v in values]

    asked_for = wish.chosen.get("subject", ())
    used = [code for code in subjects if found.counts["subject"][code] or code in asked_for]
    first = set(sorted(used, key=lambda code: -found.counts["subject"][code])[:SUBJECTS_SHOWN])
    by_number = [Part(options("subject", [code for code in used if code in first]))]
    if rest := [code for code in used if code not in first]:
        by_number.append(Part(options("subject", rest), folded=True))
    any_price = Option("price", "", _("Any price"), None, "price" not in wish.chosen)
    prices = [any_price, *options("price", names["price"])]
    return [
        Group("grade", LEGENDS["grade"], [Part(options("grade", GRADES))]),
        Group("subject", LEGENDS["subject"], by_number),
        Group("price", LEGENDS["price"], [Part(prices)], input="radio"),
        Group("place", LEGENDS["place"], [Part(options("place", PlaceKind.values))]),
        Group("kind", LEGENDS["kind"], [Part(options("kind", Kind.values))], folded=True),
        Group("type", LEGENDS["type"], [Part(options("type", Type.values))], folded=True),
        Group("weekday", LEGENDS["weekday"], [Part(_weekdays(wish))], folded=not wish.has_period),
    ]


def _weekdays(wish: Wish) -> list[Option]:
    chosen = wish.chosen.get("weekday", ())
    return [Option("weekday", str(day), name, None, str(day) in chosen) for day, name in SCHOOL_WEEKDAYS]


def chips(wish: Wish, subjects: dict[str, str]) -> list[Link]:
    """The filters that are set, each a link that takes it away."""
    names = _names(wish, subjects)
    links = []
    if wish.text:
        links.append(Link(_("“%(words)s”") % {"words": wish.text}, wish.without("text").address()))
    for facet, values in wish.chosen.items():
        links += [Link(names[facet][value], wish.without(facet, value).address()) for value in sorted(values)]
    if wish.has_period:
        any_day = replace(wish, first_day=None, last_day=None)
        links.append(Link(_period(wish.first_day, wish.last_day), any_day.address()))
    return links


def loosened(wish: Wish, found: Found) -> list[Link]:
    """What to take away when nothing fits, the most fruitful first."""
    legends = LEGENDS | {"text": _("the words “%(words)s”") % {"words": wish.text}, "period": _("When")}
    useful = sorted(found.without.items(), key=lambda item: -item[1])
    return [Link(legends[name], wish.without(name).address(), count) for name, count in useful if count]


def sorts(wish: Wish) -> list[Link]:
    """The orders to choose from; without words nothing matches better than another."""
    current = wish.sort or ("relevance" if wish.text else "newest")
    offered = [sort for sort in SORTS if sort != "relevance" or wish.text]
    addresses = {sort: replace(wish, sort=sort).address() for sort in offered}
    return [Link(SORTS[sort], address, current=sort == current) for sort, address in addresses.items()]


def _names(wish: Wish, subjects: dict[str, str]) -> dict[str, dict[str, str | Promise]]:
    """Facet -> value -> what it is called."""
    ceilings = sorted({*CEILINGS, *map(int, wish.chosen.get("price", ()))})
    return {
        "grade": {grade: _("Grade %(grade)s") % {"grade": grade} for grade in GRADES},
        "subject": dict(subjects),
        "price": {str(kroner): _price_name(kroner) for kroner in ceilings},
        "place": {
            PlaceKind.SCHOOL: _("At our school"),
            PlaceKind.ASSOCIATION: _("At the association"),
            PlaceKind.ELSEWHERE: _("Somewhere else"),
            PlaceKind.ONLINE: _("Online"),
            PlaceKind.OPEN: _("By agreement"),
        },
        "kind": dict(Kind.choices),
        "type": dict(Type.choices),
        "weekday": {str(day): name for day, name in WEEKDAYS},
    }


def _price_name(kroner: int) -> str:
    return _("Free") if kroner == 0 else _("At most %(amount)s") % {"amount": danish.kroner(kroner * 100)}


def _period(first_day: dt.date | None, last_day: dt.date | None) -> str:
    if first_day and last_day:
        return danish.period(first_day, last_day)
    if first_day:
        return _("from %(day)s") % {"day": danish.day(first_day)}
    return _("until %(day)s") % {"day": danish.day(last_day)} if last_day else ""
