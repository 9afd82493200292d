"""From the entries of the data file to rows. Called by the story that loads it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import Model

from skoleplus.curriculum.models import CompetenceArea, Framework, Goal, Stage, Subject

Row = TypeVar("Row", bound=Model)
Entry = dict[str, Any]
Place = tuple[Any, ...]


@dataclass
class Tally:
    """How many rows a run added, changed and left as they were."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    _present: dict[type[Model], dict[Place, Any]] = field(default_factory=dict)

    def put(self, model: type[Row], place: Entry, values: Entry) -> Row:
        """The row at `place` (what makes it unique) with these values; written only if something differs."""
        if model not in self._present:
            rows = model._default_manager.all()
            self._present[model] = {tuple(getattr(row, name) for name in place): row for row in rows}
        row = self._present[model].get(tuple(place.values()))
        if row is None:
            self.added += 1
            return model._default_manager.create(**place, **values)
        different = [name for name, value in values.items() if getattr(row, name) != value]
        self.changed += bool(different)
        self.unchanged += not different
        for name in different:
            setattr(row, name, values[name])
        if different:
            row.save(update_fields=different)
        return row


def put_framework(entry: Entry, tally: Tally) -> Framework:
    """The file writes name and version as one code: "faelles-maal-2019"."""
    code, _, version = entry["code"].rpartition("-")
    values = {"name": entry["name_da"], "legal_basis": entry["legal_basis"]}
    return tally.put(Framework, {"code": code, "version": version}, values)


def put_subject(framework: Framework, order: int, entry: Entry, tally: Tally) -> Subject:
    # Two entries outside the subject list of the law have no grades of their own and nothing to verify.
    grades = entry["law_grades_current"] or {"from": None, "to": None, "verified": True}
    values = {
        "name": entry["name_da"],
        "name_en": entry.get("name_en") or "",
        "kind": entry["kind"],
        "grade_from": grades["from"],
        "grade_to": grades["to"],
        "grade_10": entry["has_grade_10"],
        "verified": grades["verified"],
        "order": order,
    }
    subject = tally.put(
        Subject, {"framework_id": framework.pk, "municipality_id": None, "code": entry["code"]}, values
    )
    stages = [_put_stage(subject, stage, entry["verified"]["stages"], tally) for stage in entry["stages"]]
    areas = {}
    for position, area in enumerate(entry["competence_areas"]):
        areas[area["code"]] = _put_area(subject, position, area, entry["verified"]["competence_areas"], tally)
        _limit_to_stages(areas[area["code"]], area, stages)
    _put_goals(areas, stages, entry["goals"], tally)
    return subject


def _put_stage(subject: Subject, entry: Entry, verified: bool, tally: Tally) -> Stage:
    values = {
        "name": entry["label_da"],
        "grade_from": entry["from_grade"],
        "grade_to": entry["to_grade"],
        "verified": verified,
    }
    return tally.put(Stage, {"subject_id": subject.pk, "code": entry["code"]}, values)


def _put_area(subject: Subject, order: int, entry: Entry, verified: bool, tally: Tally) -> CompetenceArea:
    values = {
        "name": entry["name_da"],
        "name_en": entry.get("name_en") or "",
        "verified": verified,
        "order": order,
    }
    return tally.put(CompetenceArea, {"subject_id": subject.pk, "code": entry["code"]}, values)


def _limit_to_stages(area: CompetenceArea, entry: Entry, stages: list[Stage]) -> None:
    named = [stage for stage in stages if stage.code in entry.get("stages", ())]
    if set(area.stages.all()) != set(named):
        area.stages.set(named)


def _put_goals(
    areas: dict[str, CompetenceArea], stages: list[Stage], entries: list[Entry], tally: Tally
) -> None:
    """Goals of one area after one grade keep the file's order; that place is what makes them unique."""
    seen: Counter[tuple[int, int]] = Counter()
    for entry in entries:
        grade = entry["after_grade"]
        area = areas[entry["area"]]
        place = {"area_id": area.pk, "after_grade": grade, "order": seen[area.pk, grade]}
        seen[area.pk, grade] += 1
        stage = next((stage for stage in stages if stage.grade_from <= grade <= stage.grade_to), None)
        tally.put(
            Goal,
            place,
            {"text": entry["text_da"], "verified": entry["verified"], "stage_id": stage and stage.pk},
        )
