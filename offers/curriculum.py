"""What of the curriculum an offer can name: verified, current, and taught in the grades it is for."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from offers.models import OfferVersion
from skoleplus.core.grades import HIGHEST, LOWEST
from skoleplus.curriculum import queries
from skoleplus.curriculum.models import CompetenceArea, Goal, Subject


@dataclass
class Offered:
    """Rows by id (as text, as forms send them), in reading order."""

    subjects: dict[str, Subject] = field(default_factory=dict)
    areas: dict[str, CompetenceArea] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)

    def choices(self, name: str) -> list[Any]:
        """Choices for a form field: subjects plain, areas by subject, goals by subject and area."""
        if name == "subjects":
            return [(pk, subject.name) for pk, subject in self.subjects.items()]
        if name == "areas":
            named = [(area.subject.name, (pk, area.name)) for pk, area in self.areas.items()]
        else:
            named = [
                (f"{goal.area.subject.name}: {goal.area.name}", (pk, goal.text))
                for pk, goal in self.goals.items()
            ]
        return [
            (title, [option for _t, option in rows]) for title, rows in groupby(named, lambda row: row[0])
        ]

    def rows(self, chosen: dict[str, set[str]]) -> dict[str, list[Any]]:
        """What was chosen, and what it belongs to: the area of a goal, the subject of an area."""
        goals = [self.goals[pk] for pk in chosen["goals"]]
        areas = {row.pk: row for row in [self.areas[pk] for pk in chosen["areas"]]}
        areas |= {goal.area_id: goal.area for goal in goals}
        subjects = {row.pk: row for row in [self.subjects[pk] for pk in chosen["subjects"]]}
        subjects |= {area.subject_id: area.subject for area in areas.values()}
        return {"subjects": [*subjects.values()], "areas": [*areas.values()], "goals": goals}


def offered(version: OfferVersion) -> Offered:
    """What the version may name, and what it names already, though it may be out of date (six statements)."""
    first = LOWEST if version.grade_from is None else version.grade_from
    last = HIGHEST if version.grade_to is None else version.grade_to
    subjects = list(queries.shown_subjects().for_grades(first, last))
    areas = queries.shown_areas(subjects)
    goals = queries.shown_goals(subjects, (first, last))
    return Offered(
        _by_pk(subjects, version.subjects, lambda row: (row.order, row.name)),
        _by_pk(
            areas,
            version.areas.select_related("subject"),
            lambda row: (row.subject.order, row.subject.name, row.order),
        ),
        _by_pk(
            goals,
            version.goals.select_related("area__subject"),
            lambda row: (
                row.area.subject.order, row.area.subject.name, row.area.order, row.after_grade, row.order,
            ),
        ),
    )  # fmt: skip


def _by_pk(rows: Any, named: Any, order: Any) -> dict[str, Any]:
    found = {row.pk: row for row in (*rows, *named.all())}
    return {str(row.pk): row for row in sorted(found.values(), key=order)}
