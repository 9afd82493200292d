"""What of the curriculum may be shown, in phrases.

Every set knows `verified()` (nothing above it in the tree is unverified either), `current()` (not
end-dated) and `shown()`, which is both. Unverified parts are stored, so that they need not be typed again
once somebody has checked them, and hidden everywhere until then.
"""

from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet

from skoleplus.core import clock
from skoleplus.core.grades import HIGHEST


class DatedQuerySet(QuerySet):
    """Rows that end with a date: their own, or that of a row above them.

    `dated_paths` lead to every row whose dates count; `verified_paths` to every `verified` that must hold.
    """

    dated_paths: tuple[str, ...] = ("",)
    verified_paths: tuple[str, ...] = ()

    def valid_on(self, day: date) -> Self:
        rule = Q()
        for path in self.dated_paths:
            begun = Q(**{f"{path}valid_from": None}) | Q(**{f"{path}valid_from__lte": day})
            rule &= begun & (Q(**{f"{path}valid_to": None}) | Q(**{f"{path}valid_to__gte": day}))
        return self.filter(rule)

    def current(self) -> Self:
        return self.valid_on(clock.today())

    def verified(self) -> Self:
        return self.filter(**{f"{path}verified": True for path in self.verified_paths})

    def shown(self) -> Self:
        return self.verified().current()


class FrameworkQuerySet(DatedQuerySet):
    pass


class SubjectQuerySet(DatedQuerySet):
    dated_paths = ("", "framework__")
    verified_paths = ("",)

    def offered_in(self, municipality: Any) -> Self:
        """The national subjects and the electives this municipality has approved itself."""
        national = Q(municipality=None)
        # A portal that is being set up has no municipality yet.
        return self.filter(national | Q(municipality=municipality) if municipality else national)

    def for_grades(self, first: int, last: int) -> Self:
        """Subjects taught in any of the grades (0–10); one without grades in law belongs to all."""
        taught = Q(grade_from__lte=last, grade_to__gte=first) | Q(grade_from=None)
        if last >= HIGHEST:
            taught |= Q(grade_10=True)
        return self.filter(taught)


class StageQuerySet(DatedQuerySet):
    dated_paths = ("subject__", "subject__framework__")
    verified_paths = ("", "subject__")

    def for_grades(self, first: int, last: int) -> Self:
        """Stages that overlap the grades; stages are cut differently from subject to subject."""
        return self.filter(grade_from__lte=last, grade_to__gte=first)


class CompetenceAreaQuerySet(DatedQuerySet):
    dated_paths = ("", "subject__", "subject__framework__")
    verified_paths = ("", "subject__")


class GoalQuerySet(DatedQuerySet):
    dated_paths = ("", "area__", "area__subject__", "area__subject__framework__")
    verified_paths = ("", "area__", "area__subject__")

    def for_grades(self, first: int, last: int) -> Self:
        """Goals whose stage overlaps the grades.

        Where the bounds of the stage are not verified only its end is certain: the goal then counts for
        every grade up to the one after which it is to be reached.
        """
        by_stage = Q(stage__verified=True, stage__grade_from__lte=last, stage__grade_to__gte=first)
        by_end = Q(stage=None) | Q(stage__verified=False)
        return self.filter(by_stage | (by_end & Q(after_grade__gte=first)))
