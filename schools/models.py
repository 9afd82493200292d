"""Schools, their departments, people, classes and the places their intranet lives."""

from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from associations.models import Place
from schools import rules
from schools.enums import Role
from schools.querysets import SchoolQuerySet
from skoleplus.accounts.models import Invitation
from skoleplus.core.grades import GradeField, grades_in_order
from skoleplus.core.workflow import TransitionLog
from skoleplus.municipalities.models import Municipality
from skoleplus.screening.enums import PublicState
from skoleplus.screening.models import Version

institution_number = RegexValidator(r"^\d{6}$", _("Write the institution number with six digits."))
origin = RegexValidator(
    r"^https?://[a-z0-9.-]+(:\d{1,5})?$",
    _("Write the address of the intranet without a path: https://intranet.example.dk"),
)
domain = RegexValidator(
    r"^(?=.{4,200}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$",
    _("Write what comes after @ in the school's own e-mail addresses."),
)


class School(Place):
    """A school of the municipality. Its words are in the versions; `name` follows the published one."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="schools")
    key = models.CharField(
        max_length=80, null=True, blank=True, help_text=_("The sender's own id in a bundle.")
    )
    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=120)
    institution_number = models.CharField(
        _("institution number"),
        max_length=6,
        null=True,
        blank=True,
        unique=True,
        validators=[institution_number],
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    state = models.CharField(max_length=20, choices=PublicState, default=PublicState.PUBLIC)
    created_at = models.DateTimeField()

    objects = SchoolQuerySet.as_manager()

    class Meta:
        verbose_name = _("school")
        verbose_name_plural = _("schools")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key"], name="school_key"),
            models.CheckConstraint(
                condition=~Q(key="") & ~Q(institution_number=""), name="school_null_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def can_edit(self, user: Any) -> bool:
        return rules.may_edit(user, self)


class ProfileVersion(Version):
    """The public words of a school."""

    WORDS = ("name", "intro", "terms", "resources")

    subject = models.ForeignKey(School, on_delete=models.PROTECT, related_name="versions")
    name = models.CharField(_("name"), max_length=120)
    intro = models.TextField(_("introduction"), blank=True, max_length=2000)
    terms = models.TextField(_("terms"), blank=True, max_length=3000)
    resources = models.TextField(_("resources"), blank=True, max_length=3000)

    class Meta(Version.Meta):
        verbose_name = _("school profile")
        verbose_name_plural = _("school profiles")


class ProfileVersionLog(TransitionLog):
    subject = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, related_name="log")


class SchoolLog(TransitionLog):
    """What was changed without screening: staff, domains, intranet origins."""

    subject = models.ForeignKey(School, on_delete=models.PROTECT, related_name="log")


class Department(Place):
    """A department or site of a school, with the grades it teaches."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="departments")
    key = models.CharField(max_length=80, null=True, blank=True)
    name = models.CharField(_("name"), max_length=120)
    grade_from = GradeField(_("from grade"))
    grade_to = GradeField(_("to grade"))

    class Meta:
        ordering = ["grade_from", "name"]
        constraints = [
            grades_in_order("department_grades"),
            models.UniqueConstraint(fields=["school", "key"], name="department_key"),
            models.UniqueConstraint(fields=["school", "name"], name="department_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """Somebody who works at a school. A leader of a department leads that one only."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="school_memberships"
    )
    role = models.CharField(max_length=10, choices=Role)
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "user"], name="staff_once")]

    def __str__(self) -> str:
        return f"{self.user}, {self.school}"


class StaffInvitation(Invitation):
    """Brings somebody into a school."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=10, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["school", "email"],
                condition=Q(accepted_at=None, revoked_at=None),
                name="school_invited_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.email} → {self.school}"


class EmailDomain(models.Model):
    """Who has a verified address here works at the school, and may join as a teacher."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="email_domains")
    domain = models.CharField(_("e-mail domain"), max_length=200, unique=True, validators=[domain])

    def __str__(self) -> str:
        return self.domain


class IntranetOrigin(models.Model):
    """A web origin that may show the school's frame."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="intranet_origins")
    origin = models.CharField(_("address of the intranet"), max_length=200, validators=[origin])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "origin"], name="origin_once_per_school")]

    def __str__(self) -> str:
        return self.origin


class SchoolClass(models.Model):
    """A class: grade and number of pupils, never names. "4.A" of one school is not another's."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="classes")
    name = models.CharField(_("class"), max_length=40)
    grade = GradeField(_("grade"))
    pupils = models.PositiveSmallIntegerField(_("pupils"))

    class Meta:
        ordering = ["grade", "name"]
        constraints = [
            models.UniqueConstraint(fields=["school", "name"], name="class_once_per_school"),
            models.CheckConstraint(condition=Q(grade__gte=0, grade__lte=10), name="class_grade"),
            models.CheckConstraint(condition=Q(pupils__gte=1, pupils__lte=400), name="class_pupils"),
        ]

    def __str__(self) -> str:
        return self.name
