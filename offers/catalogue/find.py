"""Which public offers fit a wish, how many would fit otherwise, and in which order.

One statement fetches a few facts of every public offer in reach; fitting, counting and sorting happen here.
That costs the same for 10 and for 100 rows on the page, and lets every filter say how many it would give.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple

from django.db.models.functions import ExtractIsoWeekDay

from offers import availability
from offers.catalogue.wish import Wish
from offers.models import FixedDate, Window
from offers.queries import public_versions
from offers.search import Match, search
from skoleplus.core.clock import today
from skoleplus.core.grades import HIGHEST, LOWEST

GRADES = [str(grade) for grade in range(LOWEST, HIGHEST + 1)]
# Ceilings that the price filter offers, in kroner.
CEILINGS = (0, 500, 1000, 2500)
FACT_FIELDS = (
    "pk", "subject_id", "grade_from", "grade_to", "type", "place", "subject__association__kind",
    "entry__subject_codes", "entry__price",
)  # fmt: skip


class Fact(NamedTuple):
    """What filters ask about an offer; the published version stands for it."""

    version: int
    offer: int
    grade_from: int
    grade_to: int
    type: str
    place: str
    kind: str
    subjects: list[str] | None
    price: int | None


@dataclass
class Found:
    """What fits a wish.

    Args:
        versions: ids of all that fit, in the wished order.
        counts: facet -> value -> how many fit with this value and all other filters.
        without: how many fit if one facet, the "text" or the "period" were dropped.
        in_all: how many public offers there are.
        match: how the words were found; None without words.
    """

    versions: list[int] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    without: dict[str, int] = field(default_factory=dict)
    in_all: int = 0
    match: Match | None = None


def find(wish: Wish, municipality: Any) -> Found:
    """Which public offers fit (one statement; one more for words, for a period, for the soonest first)."""
    newest_first = public_versions(municipality).order_by("-decided_at", "pk")
    facts = [Fact(*row) for row in newest_first.values_list(*FACT_FIELDS)]
    hits = search(wish.text, [fact.version for fact in facts]) if wish.text else None
    facets = _facets(wish)
    tests = [_test(values, wish.chosen[name]) for name, values in facets.items() if name in wish.chosen]
    names = [name for name in facets if name in wish.chosen]
    if hits is not None:
        names.append("text")
        tests.append(lambda fact: fact.version in hits.ranks)
    if "weekday" in wish.chosen or wish.has_period:
        open_offers = _open_offers(wish)
        names.append("period")
        tests.append(lambda fact: fact.offer in open_offers)

    fits: list[Fact] = []
    only: dict[str, list[Fact]] = {name: [] for name in [*facets, "text", "period"]}
    for fact in facts:
        failed = [name for name, test in zip(names, tests, strict=True) if not test(fact)]
        if not failed:
            fits.append(fact)
        elif len(failed) == 1:
            only[failed[0]].append(fact)
    counts = {
        name: Counter(chain.from_iterable(values(fact) for fact in chain(fits, only[name])))
        for name, values in facets.items()
    }
    return Found(
        versions=[fact.version for fact in _sorted(fits, wish, hits.ranks if hits else {})],
        counts=counts,
        without={name: len(fits) + len(only[name]) for name in names},
        in_all=len(facts),
        match=hits.match if hits else None,
    )


def _facets(wish: Wish) -> dict[str, Callable[[Fact], Collection[str]]]:
    """Facet -> the values of it that an offer has."""
    ceilings = sorted({*CEILINGS, *map(int, wish.chosen.get("price", ()))})
    names = [str(ceiling) for ceiling in ceilings]
    first_affordable = [ceiling * 100 for ceiling in ceilings]

    def affordable(fact: Fact) -> list[str]:
        if fact.price is None:
            return []
        return [name for name, ore in zip(names, first_affordable, strict=True) if fact.price <= ore]

    return {
        "grade": lambda fact: GRADES[fact.grade_from : fact.grade_to + 1],
        "subject": lambda fact: fact.subjects or (),
        "price": affordable,
        "place": lambda fact: (fact.place,),
        "kind": lambda fact: (fact.kind,),
        "type": lambda fact: (fact.type,),
    }


def _test(values: Callable[[Fact], Collection[str]], chosen: frozenset[str]) -> Callable[[Fact], bool]:
    return lambda fact: not chosen.isdisjoint(values(fact))


def _sorted(facts: list[Fact], wish: Wish, ranks: dict[int, float]) -> list[Fact]:
    """In the wished order. They come newest first, and ties stay so, so that pages never overlap."""
    if wish.sort == "newest":
        return facts
    if wish.sort == "cheapest":
        return sorted(facts, key=lambda fact: (fact.price is None, fact.price))
    if wish.sort == "soonest":
        free = availability.next_free([fact.offer for fact in facts])
        starts = {offer: time.starts_at for offer, time in free.items()}
        never = dt.datetime.max.replace(tzinfo=dt.UTC)
        return sorted(facts, key=lambda fact: starts.get(fact.offer, never))
    return sorted(facts, key=lambda fact: -ranks.get(fact.version, 0))


def _open_offers(wish: Wish) -> set[int]:
    """Offers with times on the wished weekdays in the wished period, booked or not (one statement)."""
    first = max(wish.first_day or today(), today())
    last = wish.last_day or dt.date.max
    weekly = Window.objects.order_by().values_list("offer_id", "weekday", "first_day", "last_day")
    single = FixedDate.objects.order_by().values_list("offer_id", ExtractIsoWeekDay("day"), "day", "day")
    rows = weekly.filter(last_day__gte=first, first_day__lte=last).union(
        single.filter(day__gte=first, day__lte=last), all=True
    )
    weekdays = {int(value) for value in wish.chosen.get("weekday", ())} or set(range(1, 8))
    return {
        offer
        for offer, weekday, begins, ends in rows
        if weekday in weekdays and _falls_between(weekday, max(begins, first), min(ends, last))
    }


def _falls_between(weekday: int, first: dt.date, last: dt.date) -> bool:
    return first.toordinal() + (weekday - first.isoweekday()) % 7 <= last.toordinal()
