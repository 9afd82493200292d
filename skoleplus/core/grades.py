"""Grades of the Danish school: 0 is børnehaveklasse, 10 the optional tenth year (folkeskoleloven)."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

LOWEST, HIGHEST = 0, 10


class GradeField(models.PositiveSmallIntegerField):
    """One grade, 0–10."""

    def __init__(self, *args, **kwargs) -> None:
        kwargs["validators"] = [MinValueValidator(LOWEST), MaxValueValidator(HIGHEST)]
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("validators", None)
        return name, path, args, kwargs


def grades_in_order(name: str, low: str = "grade_from", high: str = "grade_to") -> models.CheckConstraint:
    """A range of grades within the school, both ends included."""
    return models.CheckConstraint(
        condition=Q(**{f"{low}__gte": LOWEST, f"{high}__lte": HIGHEST}) & Q(**{f"{low}__lte": F(high)}),
        name=name,
    )
