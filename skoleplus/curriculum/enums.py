"""The kinds of subject, valued as the curriculum data file spells them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SubjectKind(models.TextChoices):
    PRESCHOOL = "boernehaveklasse", _("Pre-school class")
    HUMANITIES = "humanistisk", _("Humanities")
    SCIENCE = "naturfag", _("Mathematics and science")
    PRACTICAL = "praktisk_musisk", _("Practical and musical subjects")
    TOPIC = "obligatorisk_emne", _("Obligatory topics")
    ELECTIVE = "valgfag", _("Electives")
    OTHER = "andet", _("Other")
