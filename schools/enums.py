from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    TEACHER = "teacher", _("Teacher or pedagogue")
    LEADER = "leader", _("School leader")
