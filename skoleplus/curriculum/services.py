"""Stories of the curriculum: load a data file, put one framework in the place of another."""

import json
from datetime import date, timedelta
from pathlib import Path

from django.db import models, transaction

from skoleplus.curriculum.models import CompetenceArea, Framework, Subject
from skoleplus.curriculum.rows import Tally, put_framework, put_subject

DATA_FILE = Path(__file__).parent / "data" / "curriculum.json"


@transaction.atomic
def load_curriculum(*, by, file: Path = DATA_FILE) -> Tally:
    """Bring the curriculum in line with a data file; a second run changes nothing.

    Rows that the file no longer names stay as they are: an offer may point at them. A framework that has
    been replaced is ended with `supersede_framework`.

    Args:
        by: the actor; None when an operator runs it from the command line.
        file: JSON as in `data/curriculum.json`.

    Returns:
        how many rows were added, changed and left alone.
    """
    data = json.loads(file.read_text(encoding="utf-8"))
    tally = Tally()
    framework = put_framework(data["meta"]["framework"], tally)
    for order, entry in enumerate(data["subjects"]):
        put_subject(framework, order, entry, tally)
    return tally


@transaction.atomic
def supersede_framework(*, old: Framework, new: Framework, on: date, by) -> None:
    """End a framework on the day before `on`, the first day of the new one, and map what kept its code.

    Only a successor that nobody has named yet is filled in, so a mapping made by hand stays.
    """
    Framework.objects.filter(pk=old.pk).update(valid_to=on - timedelta(days=1))
    Framework.objects.filter(pk=new.pk).update(valid_from=on)
    _map_same(Subject.objects.filter(framework=old), Subject.objects.filter(framework=new), _subject_place)
    areas = CompetenceArea.objects.select_related("subject")
    _map_same(areas.filter(subject__framework=old), areas.filter(subject__framework=new), _area_place)


def _subject_place(subject: Subject) -> str:
    return subject.code


def _area_place(area: CompetenceArea) -> str:
    return area.address


def _map_same(old: models.QuerySet, new: models.QuerySet, place) -> None:
    successors = {place(row): row for row in new}
    for row in old.filter(successor=None):
        row.successor = successors.get(place(row))
        row.save(update_fields=["successor"])
