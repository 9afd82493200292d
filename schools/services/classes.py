"""The classes of a school."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from schools import rules
from schools.models import School, SchoolClass
from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.core.workflow import lock


@transaction.atomic
def class_of(*, school: School, name: str, grade: int, pupils: int, by: Any) -> SchoolClass:
    """The school's class of that name, made when it is new: "4a" and "4.A" are one class.

    Args:
        grade: 0–10; used for a new class only.
        pupils: how many there are in the class; used for a new class only.

    Raises:
        NotAllowed: not on the school's staff.
    """
    # The school's row is the lock: two inquiries for a new class find one and the same.
    lock(school)
    if not rules.is_staff(by, school):
        raise NotAllowed(_("Only the school's own staff can do this."))
    return _named(school, name) or SchoolClass.objects.create(
        school=school, name=" ".join(name.split()), grade=grade, pupils=pupils
    )


@transaction.atomic
def change_class(*, school_class: SchoolClass, name: str, grade: int, pupils: int, by: Any) -> SchoolClass:
    """Correct a class. Raises NotAllowed, or Refused when the school has another class of that name."""
    school = lock(school_class.school)
    if not rules.is_staff(by, school):
        raise NotAllowed(_("Only the school's own staff can do this."))
    namesake = _named(school, name)
    if namesake and namesake.pk != school_class.pk:
        raise Refused(_("The school already has a class called %(name)s.") % {"name": namesake})
    school_class.name, school_class.grade, school_class.pupils = " ".join(name.split()), grade, pupils
    school_class.save(update_fields=["name", "grade", "pupils"])
    return school_class


def _named(school: School, name: str) -> SchoolClass | None:
    return next((row for row in school.classes.all() if _folded(row.name) == _folded(name)), None)


def _folded(name: str) -> str:
    """What makes two spellings one class; a name without letters and digits stands for itself."""
    folded = name.casefold()
    return "".join(letter for letter in folded if letter.isalnum()) or folded.strip()
