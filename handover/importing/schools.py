"""Schools and their departments."""

from handover.bundle.fields import Row
from handover.importing.run import CHANGED, NEW, Run, remember
from handover.importing.texts import put_words
from schools.services import approve_profile
from schools.services.importing import bring_department, bring_school

FACTS = ("institution_number", "address", "postcode", "city", "lat", "lon")
PLACE = ("address", "postcode", "city", "lat", "lon")


def put_schools(run: Run) -> None:
    for path, row in run.rows("schools"):
        with run.row(path):
            _put(run, row)


def _put(run: Run, row: Row) -> None:
    memory = remember(run.municipality, "schools", row["key"], row)
    school, is_new = bring_school(
        municipality=run.municipality,
        key=row["key"],
        name=row["name"],
        facts={name: row[name] for name in FACTS if name in memory.changed},
        by=run.by,
        by_name=run.by_name,
    )
    if "departments" in memory.changed:
        for department in row["departments"]:
            bring_department(school=school, by=run.by, by_name=run.by_name, **_department(department))
    words = {"name": row["name"]} if "name" in memory.changed else {}
    outcome = put_words(run, school, words, approve_profile)
    if memory.changed:
        memory.keep()
        outcome = CHANGED
    run.count("schools", NEW if is_new else outcome)


def _department(row: Row) -> dict:
    first, last = row["grades"]
    place = {name: row[name] for name in PLACE}
    return {"key": row["key"], "name": row["name"], "grade_from": first, "grade_to": last, **place}
