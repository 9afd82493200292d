"""The demo's dates, moved so that there is always a spring ahead."""

import datetime as dt
import re
from typing import Any

DAY = re.compile(r"20\d\d-\d\d-\d\d")
# Whole weeks, so that a Tuesday stays a Tuesday; as near to a year as they come.
YEAR = dt.timedelta(weeks=52)
AHEAD = dt.timedelta(weeks=20)


def moved(bundle: dict[str, Any], today: dt.date) -> dict[str, Any]:
    """The bundle with every date put off by so many years that offers are open for 20 more weeks."""
    last = max(_days(bundle["offers"]))
    years = 0
    while last + years * YEAR < today + AHEAD:
        years += 1
    return bundle if years == 0 else _put_off(bundle, years * YEAR)


def _days(value: Any) -> list[dt.date]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [day for entry in value for day in _days(entry)]
    return [dt.date.fromisoformat(value)] if _is_day(value) else []


def _put_off(value: Any, by: dt.timedelta) -> Any:
    if isinstance(value, dict):
        return {name: _put_off(entry, by) for name, entry in value.items()}
    if isinstance(value, list):
        return [_put_off(entry, by) for entry in value]
    return (dt.date.fromisoformat(value) + by).isoformat() if _is_day(value) else value


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and DAY.fullmatch(value) is not None
