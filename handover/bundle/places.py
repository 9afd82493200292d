"""Version 1 of the format: the municipality, its associations and its schools."""

from typing import Any

from associations.enums import Kind
from associations.models import ProfileVersion
from handover.bundle.checks import (
    Shape,
    cvr,
    day,
    email,
    list_of,
    matching,
    needed,
    one_of,
    optional,
    text,
    usable,
)
from handover.bundle.fields import ADDRESS, Row, grade_span, in_order, key, phone, whole_point, words
from handover.bundle.problems import Problems, join
from schools.models import School
from skoleplus.municipalities.models import Holiday, Municipality

HOLIDAY = Shape(
    {"name": needed(words(Holiday, "name", least=1)), "from": needed(day), "to": needed(day)},
    rules=(in_order("from", "to"),),
)

MUNICIPALITY = Shape(
    {
        "code": needed(matching(r"\d{3,4}", "is not a municipality code")),
        "name": needed(words(Municipality, "name", least=1)),
        "holidays": optional(list_of(HOLIDAY, 500)),
    }
)


def attestation_in_order(row: Row, path: str, problems: Problems) -> None:
    until, on = row["attested_until"], row["attested_on"]
    if usable(on) and until is None:
        problems.add(join(path, "attested_until"), "is missing, but attested_on is given")
    if usable(until, on) and on >= until:
        problems.add(join(path, "attested_on"), f"{on} is not before attested_until {until}")


PROFILE = Shape(
    {name: optional(words(ProfileVersion, name), "") for name in ("intro", "about", "terms", "resources")}
)

ASSOCIATION = Shape(
    {
        "key": needed(key),
        "name": needed(words(ProfileVersion, "name", least=1)),
        "kind": optional(one_of(Kind.values), Kind.OTHER.value),
        "cvr": optional(cvr),
        "email": optional(email, ""),
        "phone": optional(phone, ""),
        **ADDRESS,
        "profile": optional(PROFILE, lambda: PROFILE({}, "", Problems())),
        "attested_until": optional(day),
        "attested_on": optional(day),
        "attested_by": optional(text(120), ""),
    },
    rules=(whole_point, attestation_in_order),
)

DEPARTMENT = Shape(
    {
        "key": needed(key),
        "name": needed(words(School, "name", least=1)),
        "grades": needed(grade_span),
        **ADDRESS,
    },
    rules=(whole_point,),
)


def departments_once(row: Row, path: str, problems: Problems) -> None:
    for name in ("key", "name"):
        seen: dict[Any, int] = {}
        for i, department in enumerate(row["departments"] or ()):
            value = department[name] if usable(department) else None
            if not usable(value):
                continue
            if value in seen:
                place = join(join(join(path, "departments"), i), name)
                problems.add(place, f"{value} is already used by departments[{seen[value]}]")
            seen.setdefault(value, i)


SCHOOL = Shape(
    {
        "key": needed(key),
        "name": needed(words(School, "name", least=1)),
        "institution_number": optional(matching(r"\d{6}", "is not an institution number of six digits")),
        **ADDRESS,
        "departments": optional(list_of(DEPARTMENT, 200), list),
    },
    rules=(whole_point, departments_once),
)
