"""Framework > subject > stage and competence area > goal.

Nothing here is ever deleted: a superseded row gets `valid_to` and, where known, `successor`, so that an
offer written under an older curriculum still says what it said.
Source: BEK nr. 699 af 07/06/2023 (Fælles Mål) and folkeskoleloven §§ 5, 7, 9, 10.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from skoleplus.core.grades import HIGHEST, GradeField, grades_in_order
from skoleplus.curriculum.enums import SubjectKind
from skoleplus.curriculum.querysets import (
    CompetenceAreaQuerySet,
    FrameworkQuerySet,
    GoalQuerySet,
    StageQuerySet,
    SubjectQuerySet,
)
from skoleplus.municipalities.models import Municipality


def dates_in_order(name: str) -> models.CheckConstraint:
    in_order = Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=F("valid_to"))
    return models.CheckConstraint(condition=in_order, name=name)


def successor_field():
    """What took the row's place in the next framework, where that is known."""
    return models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("successor"),
    )


class Dated(models.Model):
    """A row that is end-dated instead of deleted."""

    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta:
        abstract = True


class Framework(Dated):
    """One version of the national curriculum, as "Fælles Mål" of 2019."""

    code = models.SlugField(_("code"))
    version = models.CharField(_("version"), max_length=40)
    name = models.CharField(_("name"), max_length=120)
    legal_basis = models.TextField(_("legal basis"), blank=True)

    objects = FrameworkQuerySet.as_manager()

    class Meta:
        verbose_name = _("framework")
        verbose_name_plural = _("frameworks")
        ordering = ["code", "version"]
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="framework_version_once"),
            dates_in_order("framework_dates_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.version})"


class Subject(Dated):
    """A subject, elective or obligatory topic, with the grades the law gives it (none said: any).

    Municipalities may approve electives of their own (folkeskoleloven § 9); those have a `municipality`.
    """

    framework = models.ForeignKey(Framework, models.PROTECT, related_name="subjects")
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="electives"
    )
    code = models.SlugField(_("code"))
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=SubjectKind.choices)
    grade_from = GradeField(_("from grade"), null=True, blank=True)
    grade_to = GradeField(_("to grade"), null=True, blank=True)
    grade_10 = models.BooleanField(_("also in the tenth grade"), default=False)
    verified = models.BooleanField(_("verified"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    successor = successor_field()

    objects = SubjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        ordering = ["order", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "municipality", "code"], nulls_distinct=False, name="subject_code_once"
            ),
            grades_in_order("subject_grades_in_order"),
            # The one rule lets an open end pass: SQL does not call NULL wrong.
            models.CheckConstraint(
                condition=Q(grade_from=None, grade_to=None)
                | Q(grade_from__isnull=False, grade_to__isnull=False),
                name="subject_grades_both_or_neither",
            ),
            dates_in_order("subject_dates_in_order"),
        ]

    def __str__(self) -> str:
        return self.name


class Stage(models.Model):
    """A run of grades that a subject's goals are set for ("trinforløb"); every subject cuts its own."""

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="stages")
    code = models.SlugField(_("code"))
    name = models.CharField(_("name"), max_length=60)
    grade_from = GradeField(_("from grade"))
    grade_to = GradeField(_("to grade"))
    verified = models.BooleanField(_("verified"), default=False)

    objects = StageQuerySet.as_manager()

    class Meta:
        verbose_name = _("stage")
        verbose_name_plural = _("stages")
        ordering = ["subject", "grade_from"]
        constraints = [
            models.UniqueConstraint(fields=["subject", "code"], name="stage_code_once"),
            grades_in_order("stage_grades_in_order"),
        ]

    def __str__(self) -> str:
        return self.name


class CompetenceArea(Dated):
    """A competence area of a subject. Its address in bundles and the API is `subject/area`."""

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="areas")
    code = models.SlugField(_("code"))
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    verified = models.BooleanField(_("verified"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    stages = models.ManyToManyField(
        Stage, blank=True, related_name="areas", verbose_name=_("only in these stages")
    )
    successor = successor_field()

    objects = CompetenceAreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("competence area")
        verbose_name_plural = _("competence areas")
        ordering = ["subject", "order"]
        constraints = [
            models.UniqueConstraint(fields=["subject", "code"], name="area_code_once"),
            dates_in_order("area_dates_in_order"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        return f"{self.subject.code}/{self.code}"


class Goal(Dated):
    """A competence goal, to be reached after a grade. The words are the order's own."""

    area = models.ForeignKey(CompetenceArea, models.PROTECT, related_name="goals")
    stage = models.ForeignKey(Stage, models.PROTECT, null=True, blank=True, related_name="goals")
    after_grade = GradeField(_("after grade"))
    text = models.TextField(_("text"))
    verified = models.BooleanField(_("verified"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    successor = successor_field()

    objects = GoalQuerySet.as_manager()

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        ordering = ["area", "after_grade", "order"]
        constraints = [
            models.UniqueConstraint(fields=["area", "after_grade", "order"], name="goal_place_once"),
            models.CheckConstraint(condition=Q(after_grade__lte=HIGHEST), name="goal_grade_exists"),
            dates_in_order("goal_dates_in_order"),
        ]

    def __str__(self) -> str:
        return self.text
