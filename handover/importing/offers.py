"""Offers: words through screening, times at once."""

import datetime as dt
from typing import Any

from associations.models import Association
from handover.bundle.fields import Row
from handover.importing.run import CHANGED, NEW, Run, remember
from handover.importing.texts import hand_in, put_words
from offers.enums import PriceModel, PricePer
from offers.models import Offer
from offers.services import (
    add_date,
    add_window,
    approve_offer,
    change_date,
    change_window,
    create_offer,
    remove_date,
    remove_window,
)
from offers.services.importing import bring_times
from skoleplus.curriculum.models import CompetenceArea, Subject

PLAIN = (
    "title", "summary", "description", "before", "during", "after", "type", "minutes", "sessions",
    "whole_classes", "place", "place_note", "travel_km", "school_provides", "brings", "teacher_present",
    "accessible", "languages", "pilot",
)  # fmt: skip


class Codes:
    """The curriculum by code, read once for a whole import."""

    def __init__(self, run: Run) -> None:
        subjects = Subject.objects.current().offered_in(run.municipality)
        areas = CompetenceArea.objects.current().filter(subject__in=subjects).select_related("subject")
        self.subjects = {subject.code: subject for subject in subjects}
        self.areas = {area.address: area for area in areas}


def put_offers(run: Run) -> None:
    codes = Codes(run)
    for path, row in run.rows("offers"):
        with run.row(path):
            _put(run, row, codes, path)


def _put(run: Run, row: Row, codes: Codes, path: str) -> None:
    memory = remember(run.municipality, "offers", row["key"], row)
    words = _words(row, codes, memory.changed)
    offer = _find(run, row)
    is_new = offer is None
    if offer is None:
        association = Association.objects.get(municipality=run.municipality, key=row["association"])
        offer = create_offer(association=association, by=None, words=words, key=row["key"])
        outcome = hand_in(run, offer.versions.get(), approve_offer)
        _first_times(run, offer, row["availability"])
    else:
        outcome = put_words(run, offer, words, approve_offer)
        if "availability" in memory.changed:
            with run.row(f"{path}.availability"):
                _put_times(offer, memory.imported.sent.get("availability") or [], row["availability"])
    if memory.changed:
        memory.keep()
        outcome = CHANGED
    run.count("offers", NEW if is_new else outcome)


def _find(run: Run, row: Row) -> Offer | None:
    offers = Offer.objects.select_related("association__municipality")
    return offers.filter(association__municipality=run.municipality, key=row["key"]).first()


def _words(row: Row, codes: Codes, changed: set[str]) -> dict[str, Any]:
    words: dict[str, Any] = {name: row[name] for name in PLAIN if name in changed}
    if "grades" in changed:
        words["grade_from"], words["grade_to"] = row["grades"]
    if "group" in changed:
        words["group_min"], words["group_max"] = row["group"] or (None, None)
    if "subjects" in changed:
        words["subjects"] = [codes.subjects[code] for code in row["subjects"]]
    if "areas" in changed:
        words["areas"] = [codes.areas[code] for code in row["areas"]]
    if "price" in changed:
        words |= _price(row["price"])
    return words


def _price(price: Row) -> dict[str, Any]:
    hourly = price["model"] == PriceModel.HOURLY
    return {
        "price_model": price["model"],
        "price_amount": price["amount"],
        "price_per": price["per"] or (PricePer.HOUR if hourly else PricePer.VISIT),
        "instructors": price["instructors"],
        "transport": price["transport"],
        "price_note": price["note"],
    }


def _first_times(run: Run, offer: Offer, entries: list[Row]) -> None:
    windows = [_window(entry) for entry in entries if "date" not in entry]
    dates = [_date(entry) for entry in entries if "date" in entry]
    bring_times(offer=offer, windows=windows, dates=dates, by=run.by, by_name=run.by_name)


def _put_times(offer: Offer, before: list[Row], after: list[Row]) -> None:
    """Bring the offer's times in line; those that the association has added in the portal stay."""
    sent = {_identity(entry) for entry in after}
    windows = {_identity_of_window(window): window for window in offer.windows.all()}
    dates = {_identity_of_date(date): date for date in offer.fixed_dates.all()}
    for entry in after:
        identity = _identity(entry)
        if identity in windows:
            if windows[identity].parallel != entry["parallel"]:
                change_window(window=windows[identity], by=None, parallel=entry["parallel"])
        elif identity in dates:
            change_date(date=dates[identity], by=None, **_date(entry))
        elif "date" in entry:
            add_date(offer=offer, by=None, **_date(entry))
        else:
            add_window(offer=offer, by=None, **_window(entry))
    for identity in {_identity(entry) for entry in before} - sent:
        if identity in windows:
            remove_window(window=windows[identity], by=None)
        elif identity in dates:
            remove_date(date=dates[identity], by=None)


Identity = tuple[str, ...]


def _identity(entry: Row) -> Identity:
    """What makes a time the same one; rows of an earlier import hold texts where new ones hold dates."""
    names = ("date", "from") if "date" in entry else ("weekday", "from", "to", "start", "end")
    return tuple(_text(entry[name]) for name in names)


def _identity_of_window(window: Any) -> Identity:
    values = (window.weekday, window.starts, window.ends, window.first_day, window.last_day)
    return tuple(_text(value) for value in values)


def _identity_of_date(date: Any) -> Identity:
    return _text(date.day), _text(date.starts)


def _text(value: Any) -> str:
    return value.isoformat("minutes") if isinstance(value, dt.time) else str(value)


def _window(entry: Row) -> dict[str, Any]:
    return {
        "weekday": entry["weekday"],
        "starts": entry["from"],
        "ends": entry["to"],
        "first_day": entry["start"],
        "last_day": entry["end"],
        "parallel": entry["parallel"],
    }


def _date(entry: Row) -> dict[str, Any]:
    return {"day": entry["date"], "starts": entry["from"], "ends": entry["to"], "capacity": entry["capacity"]}
