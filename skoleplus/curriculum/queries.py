"""What forms, filters and pages ask of the curriculum. Hidden parts never leave this module."""

from collections.abc import Iterable

from skoleplus.curriculum.enums import SubjectKind
from skoleplus.curriculum.models import CompetenceArea, Goal, Subject


def shown_subjects():
    """Subjects to choose from today, in the curriculum's own order."""
    return Subject.objects.shown()


def subjects_by_kind() -> list[tuple[str, list[Subject]]]:
    """The same, grouped under the label of their kind, for a list of check boxes or options."""
    groups: dict[str, list[Subject]] = {kind: [] for kind in SubjectKind}
    for subject in shown_subjects():
        groups[subject.kind].append(subject)
    return [(str(SubjectKind(kind).label), subjects) for kind, subjects in groups.items() if subjects]


def shown_areas(subjects: Iterable[Subject] | None = None):
    """Competence areas to choose from, of these subjects or of all, with their subject at hand."""
    areas = CompetenceArea.objects.shown().select_related("subject").order_by("subject__order", "order")
    return areas if subjects is None else areas.filter(subject__in=list(subjects))


def shown_goals(subjects: Iterable[Subject], grades: tuple[int, int]):
    """Verified goals of these subjects whose stage overlaps the grades (both ends included)."""
    goals = Goal.objects.shown().for_grades(*grades).filter(area__subject__in=list(subjects))
    order = ("area__subject__order", "area__order", "after_grade", "order")
    return goals.select_related("area__subject").order_by(*order)
