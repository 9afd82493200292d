"""What may be chosen: verified, not ended, in the right grades, of the right municipality."""

from datetime import timedelta

import pytest
from django.utils import translation

from skoleplus.core import clock
from skoleplus.curriculum.models import CompetenceArea, Framework, Goal, Stage, Subject
from skoleplus.curriculum.queries import shown_areas, shown_goals, shown_subjects, subjects_by_kind
from skoleplus.curriculum.services import load_curriculum
from skoleplus.municipalities.models import Municipality

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def curriculum():
    load_curriculum(by=None)


def subject(code):
    return Subject.objects.get(code=code)


def test_unverified_areas_are_stored_and_hidden():
    assert CompetenceArea.objects.filter(subject__code="fransk").exists()
    assert not shown_areas([subject("fransk")]).exists()
    assert shown_areas([subject("dansk")]).count() == 4


def test_unverified_goals_are_stored_and_hidden():
    assert Goal.objects.filter(verified=False).count() == Goal.objects.count() - Goal.objects.shown().count()
    assert Goal.objects.filter(verified=False).exists()
    assert not shown_goals(Subject.objects.all(), (0, 10)).filter(verified=False).exists()


def test_a_goal_of_an_unverified_area_is_hidden_too():
    CompetenceArea.objects.filter(subject__code="dansk").update(verified=False)

    assert not shown_goals([subject("dansk")], (0, 10)).exists()


def test_everything_below_an_unverified_subject_is_hidden():
    Subject.objects.filter(code="dansk").update(verified=False)

    assert "dansk" not in {row.code for row in shown_subjects()}
    assert not shown_areas([subject("dansk")]).exists()
    assert not Stage.objects.shown().filter(subject__code="dansk").exists()


def test_unverified_stages_are_hidden():
    assert not Stage.objects.shown().filter(subject__code="madkundskab").exists()
    assert Stage.objects.shown().filter(subject__code="idraet").count() == 4


def test_an_ended_area_can_no_longer_be_chosen_but_is_still_there():
    area = CompetenceArea.objects.get(subject__code="dansk", code="laesning")
    area.valid_to = clock.today() - timedelta(days=1)
    area.save(update_fields=["valid_to"])

    assert area not in shown_areas()
    assert area in CompetenceArea.objects.all()


def test_a_framework_that_is_not_yet_in_force_shows_nothing():
    Framework.objects.update(valid_from=clock.today() + timedelta(days=1))

    assert not shown_subjects().exists()
    assert not Goal.objects.shown().exists()


@pytest.mark.parametrize(
    ("grades", "expected"),
    [((1, 2), {"1-2"}), ((2, 3), {"1-2", "3-5"}), ((6, 9), {"6-7", "8-9"}), ((0, 0), set())],
)
def test_stages_are_found_by_overlap(grades, expected):
    stages = Stage.objects.filter(subject__code="idraet").for_grades(*grades)

    assert {stage.code for stage in stages} == expected


def test_goals_follow_the_stage_of_their_subject():
    goals = shown_goals([subject("dansk")], (5, 5))

    assert {goal.after_grade for goal in goals} == {6}


def test_a_goal_whose_stage_is_uncertain_counts_until_its_grade():
    craft = subject("haandvaerk_design")

    assert shown_goals([craft], (3, 3)).count() == 3
    assert shown_goals([craft], (6, 6)).count() == 3
    assert not shown_goals([craft], (7, 9)).exists()


@pytest.mark.parametrize(
    ("grades", "taught"), [((6, 6), True), ((4, 5), False), ((10, 10), True), ((9, 10), True)]
)
def test_subjects_are_found_by_the_grades_the_law_gives_them(grades, taught):
    found = Subject.objects.for_grades(*grades).filter(code="tysk").exists()

    assert found is taught


def test_a_subject_without_grades_in_law_belongs_to_every_grade():
    assert Subject.objects.for_grades(0, 0).filter(code="dansk_som_andetsprog").exists()


def test_kinds_come_with_their_label_in_the_order_of_the_curriculum():
    with translation.override("en"):
        groups = subjects_by_kind()

        assert [str(label) for label, _ in groups][:2] == ["Pre-school class", "Humanities"]
    assert sum(len(subjects) for _, subjects in groups) == shown_subjects().count()


def test_an_elective_of_one_municipality_is_not_another_s():
    ours = Municipality.objects.create(code="217", name="Helsingør Kommune")
    theirs = Municipality.objects.create(code="219", name="Hillerød Kommune")
    elective = Subject.objects.create(
        framework=Framework.objects.get(), municipality=ours, code="sejlads", name="Sejlads", kind="valgfag"
    )

    assert elective in Subject.objects.offered_in(ours)
    assert elective not in Subject.objects.offered_in(theirs)
    assert subject("dansk") in Subject.objects.offered_in(theirs)
