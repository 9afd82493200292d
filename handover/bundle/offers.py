"""Version 1 of the format: offers with price and availability, and needs."""

from typing import Any

from babel import Locale

from handover.bundle.checks import (
    WRONG,
    Shape,
    clock_time,
    day,
    flag,
    list_of,
    matching,
    needed,
    one_of,
    optional,
    shown,
    span,
    text,
    usable,
    whole,
)
from handover.bundle.fields import Row, grade_span, in_order, key, ore, plain, words
from handover.bundle.problems import Problems, join
from offers.enums import PlaceKind, PriceModel, PricePer, Type
from offers.models import MAX_MINUTES, MAX_PARALLEL, MAX_PUPILS, MAX_SESSIONS, OfferVersion
from offers.services.timing import MAX_ROWS

MAX_CAPACITY = 2000
MAX_NEED_PUPILS = 20_000
MAX_BUDGET = 10_000_000_000
LANGUAGES = {code for code in map(str, Locale("en").languages) if len(code) == 2}

code = matching(r"[a-z0-9_-]+", "is not a code of the curriculum", most=50)
area_code = matching(r"[a-z0-9_-]+/[a-z0-9_-]+", "is not subject/area", most=101)
subjects = optional(list_of(code, 60, once=True), list)


def language(value: Any, path: str, problems: Problems) -> Any:
    if isinstance(value, str) and value in LANGUAGES:
        return value
    problems.add(path, f"{shown(value)} is not a language code of ISO 639-1")
    return WRONG


def free_costs_nothing(row: Row, path: str, problems: Problems) -> None:
    if row["model"] == PriceModel.FREE and row["amount"]:
        problems.add(join(path, "amount"), f"is {row['amount']}, but the model is free")


PRICE = Shape(
    {
        "model": needed(one_of(PriceModel.values)),
        "amount": optional(ore, 0),
        "per": optional(one_of(PricePer.values)),
        "instructors": optional(whole(1, 50), 1),
        "transport": optional(ore, 0),
        "note": optional(words(OfferVersion, "price_note"), ""),
    },
    rules=(free_costs_nothing,),
)


WINDOW = Shape(
    {
        "weekday": needed(whole(1, 7)),
        "from": needed(clock_time),
        "to": needed(clock_time),
        "start": needed(day),
        "end": needed(day),
        "parallel": optional(whole(1, MAX_PARALLEL), 1),
    },
    rules=(in_order("start", "end"),),
)

DATE = Shape(
    {
        "date": needed(day),
        "from": needed(clock_time),
        "to": needed(clock_time),
        "capacity": optional(whole(1, MAX_CAPACITY)),
    }
)


def slot(value: Any, path: str, problems: Problems) -> Any:
    """An entry of availability: a weekly window has a weekday, a single date has a date."""
    is_date = isinstance(value, dict) and "date" in value and "weekday" not in value
    row = (DATE if is_date else WINDOW)(value, path, problems)
    if isinstance(row, dict) and usable(row["from"], row["to"]) and row["from"] >= row["to"]:
        problems.add(join(path, "from"), f"{plain(row['from'])} is not before to {plain(row['to'])}")
    return row


def slots_once(row: Row, path: str, problems: Problems) -> None:
    """No window and no date is listed twice; a date without places takes a whole group."""
    seen: dict[tuple[Any, ...], int] = {}
    for i, entry in enumerate(row["availability"] or ()):
        if not usable(entry):
            continue
        place = join(join(path, "availability"), i)
        names = ("date", "from") if "date" in entry else ("weekday", "from", "to", "start", "end")
        if "date" in entry and entry["capacity"] is None:
            if usable(row["group"]):
                entry["capacity"] = row["group"][1]
            else:
                problems.add(
                    join(place, "capacity"), "is missing: the offer has no group size to take it from"
                )
        if not usable(*(entry[name] for name in names)):
            continue
        same = tuple(entry[name] for name in names)
        if same in seen:
            problems.add(place, f"is the same as availability[{seen[same]}]")
        seen.setdefault(same, i)


def room_for_times(row: Row, path: str, problems: Problems) -> None:
    """An offer holds so many windows, and so many dates."""
    entries = [entry for entry in row["availability"] or () if usable(entry)]
    dates = sum("date" in entry for entry in entries)
    for name, count in (("dates", dates), ("weekly windows", len(entries) - dates)):
        if count > MAX_ROWS:
            problems.add(join(path, "availability"), f"has {count} {name}, {MAX_ROWS} is the most")


def session_fits(row: Row, path: str, problems: Problems) -> None:
    """A window too short for one session is allowed and never free; the sender will want to know."""
    for i, entry in enumerate(row["availability"] or ()):
        if not usable(entry) or not usable(row["minutes"], entry["from"], entry["to"]):
            continue
        length = (entry["to"].hour - entry["from"].hour) * 60 + entry["to"].minute - entry["from"].minute
        if 0 < length < row["minutes"]:
            text = f"is {length} minutes long, a session takes {row['minutes']}: it can never be booked"
            problems.remark(join(join(path, "availability"), i), text)


OFFER = Shape(
    {
        "key": needed(key),
        "association": needed(key),
        "title": needed(words(OfferVersion, "title", least=1)),
        "summary": optional(words(OfferVersion, "summary"), ""),
        "description": optional(words(OfferVersion, "description"), ""),
        "before": optional(words(OfferVersion, "before"), ""),
        "during": optional(words(OfferVersion, "during"), ""),
        "after": optional(words(OfferVersion, "after"), ""),
        "type": optional(one_of(Type.values), Type.VISIT.value),
        "grades": needed(grade_span),
        "subjects": subjects,
        "areas": optional(list_of(area_code, 60, once=True), list),
        "minutes": needed(whole(1, MAX_MINUTES)),
        "sessions": optional(whole(1, MAX_SESSIONS), 1),
        "group": optional(span(whole(1, MAX_PUPILS))),
        "whole_classes": optional(flag, True),
        "place": needed(one_of(PlaceKind.values)),
        "place_note": optional(words(OfferVersion, "place_note"), ""),
        "travel_km": optional(whole(0, 500)),
        "school_provides": optional(words(OfferVersion, "school_provides"), ""),
        "brings": optional(words(OfferVersion, "brings"), ""),
        "teacher_present": optional(flag, True),
        "price": needed(PRICE),
        "languages": optional(list_of(language, 20, once=True), lambda: ["da"]),
        "accessible": optional(flag),
        "pilot": optional(flag, False),
        "availability": optional(list_of(slot, 2 * MAX_ROWS), list),
    },
    rules=(slots_once, room_for_times, session_fits),
)

NEED = Shape(
    {
        "key": needed(key),
        "school": needed(key),
        "department": optional(key),
        "title": needed(text(120, least=1)),
        "text": optional(text(5000, lines=True), ""),
        "grades": needed(grade_span),
        "pupils": optional(whole(1, MAX_NEED_PUPILS)),
        "from": optional(day),
        "to": optional(day),
        "subjects": subjects,
        "place": needed(one_of(PlaceKind.values)),
        "budget": optional(whole(0, MAX_BUDGET)),
        "answer_before": optional(day),
    },
    rules=(in_order("from", "to"),),
)
