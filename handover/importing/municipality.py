"""The municipality itself and its holidays; both apply at once."""

from typing import Any

from handover.bundle.fields import Row
from handover.importing.run import CHANGED, NEW, Run, remember
from handover.models import ImportedRow
from skoleplus.municipalities.models import Holiday, Municipality
from skoleplus.municipalities.services import add_holiday, bring_municipality, remove_holiday


def municipality_of(row: Row) -> Municipality:
    return bring_municipality(code=row["code"], name=row["name"], by=None)


def put_holidays(run: Run) -> None:
    """Holidays have no key: name and first day stand for one. Those no longer sent are opened again."""
    holidays: list[Row] | None = run.contents.municipality["holidays"]
    if holidays is None:
        return
    known = ImportedRow.objects.filter(municipality=run.municipality, section="holidays")
    gone = {row.key: row for row in known}
    for holiday in holidays:
        gone.pop(_key(holiday), None)
        memory = remember(run.municipality, "holidays", _key(holiday), holiday)
        if memory.changed:
            _remove(run.municipality, name=holiday["name"], first_day=holiday["from"])
            add_holiday(municipality=run.municipality, by=None, **_fields(holiday))
            run.count("holidays", NEW if memory.is_new else CHANGED)
            memory.keep()
    for row in gone.values():
        _remove(run.municipality, name=row.sent["name"], first_day=row.sent["from"])
        run.count("holidays", CHANGED)
        row.delete()


def _remove(municipality: Municipality, **place: Any) -> None:
    for holiday in Holiday.objects.filter(municipality=municipality, **place):
        remove_holiday(holiday=holiday, by=None)


def _key(holiday: Row) -> str:
    return f"{holiday['from']} {holiday['name']}"


def _fields(holiday: Row) -> dict[str, Any]:
    return {"name": holiday["name"], "first_day": holiday["from"], "last_day": holiday["to"]}
