"""The data file into rows: complete, repeatable, and hidden where nobody has verified it."""

import json
from datetime import date

import pytest
from django.core.management import call_command
from django.db.models import ProtectedError

from skoleplus.curriculum.models import CompetenceArea, Framework, Goal, Stage, Subject
from skoleplus.curriculum.services import DATA_FILE, load_curriculum, supersede_framework

pytestmark = pytest.mark.django_db

FIRST_DAY = date(2027, 8, 1)


def test_every_entry_of_the_file_becomes_a_row():
    load_curriculum(by=None)

    entries = json.loads(DATA_FILE.read_text(encoding="utf-8"))["subjects"]
    assert Subject.objects.count() == len(entries) == 36
    assert CompetenceArea.objects.count() == sum(len(entry["competence_areas"]) for entry in entries)
    assert Stage.objects.count() == sum(len(entry["stages"]) for entry in entries)
    assert Goal.objects.count() == sum(len(entry["goals"]) for entry in entries) == 62


def test_the_framework_keeps_its_version_and_its_source():
    load_curriculum(by=None)

    framework = Framework.objects.get()
    assert (framework.code, framework.version) == ("faelles-maal", "2019")
    assert "699" in framework.legal_basis


def test_a_second_run_changes_nothing():
    load_curriculum(by=None)
    before = list(Subject.objects.order_by("pk").values())

    tally = load_curriculum(by=None)

    assert (tally.added, tally.changed) == (0, 0)
    assert list(Subject.objects.order_by("pk").values()) == before


def test_a_changed_file_changes_the_row_it_is_about(tmp_path):
    load_curriculum(by=None)
    data = json.loads(DATA_FILE.read_text(encoding="utf-8"))
    data["subjects"][1]["goals"][0]["text_da"] = "Eleven kan læse."
    changed = tmp_path / "curriculum.json"
    changed.write_text(json.dumps(data), encoding="utf-8")

    tally = load_curriculum(by=None, file=changed)

    assert (tally.added, tally.changed) == (0, 1)
    assert Goal.objects.filter(text="Eleven kan læse.").count() == 1


def test_the_stage_of_a_goal_is_the_one_its_grade_lies_in():
    load_curriculum(by=None)

    goal = Goal.objects.get(area__subject__code="dansk", area__code="laesning", after_grade=6)
    assert goal.stage.code == "5-6"


def test_an_area_may_belong_to_some_stages_only():
    load_curriculum(by=None)

    area = CompetenceArea.objects.get(code="ikke_kristne")
    assert [stage.code for stage in area.stages.all()] == ["7-9"]


def test_nothing_an_offer_may_point_at_can_be_deleted_with_its_parent():
    load_curriculum(by=None)

    with pytest.raises(ProtectedError):
        Subject.objects.get(code="dansk").delete()


def test_the_command_says_what_it_did(capsys):
    call_command("load_curriculum")
    assert "256 rows added" in capsys.readouterr().out

    call_command("load_curriculum")
    assert "nothing to change" in capsys.readouterr().out


def test_a_superseded_framework_is_ended_and_mapped_to_its_successor(tmp_path):
    load_curriculum(by=None)
    data = json.loads(DATA_FILE.read_text(encoding="utf-8"))
    data["meta"]["framework"]["code"] = "fagplaner-2027"
    data["subjects"] = [entry for entry in data["subjects"] if entry["code"] == "dansk"]
    file = tmp_path / "fagplaner.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    load_curriculum(by=None, file=file)
    old, new = Framework.objects.get(version="2019"), Framework.objects.get(version="2027")

    supersede_framework(old=old, new=new, on=FIRST_DAY, by=None)

    old.refresh_from_db()
    assert old.valid_to.isoformat() == "2027-07-31"
    danish = Subject.objects.get(framework=old, code="dansk")
    assert danish.successor == Subject.objects.get(framework=new, code="dansk")
    assert danish.areas.get(code="laesning").successor.subject.framework == new
    assert Subject.objects.get(framework=old, code="idraet").successor is None
    shown = Subject.objects.valid_on(FIRST_DAY)
    assert [subject.framework.version for subject in shown] == ["2027"]
