from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    CONSULTANT = "consultant", _("Consultant")
    ADMINISTRATOR = "administrator", _("Municipality administrator")


class ScreeningPolicy(TextChoices):
    ALL = "all", _("Screen everything")
    EXEMPT_TRUSTED = "exempt_trusted", _("Trusted associations publish at once")
    SELF_RUNNING = "self_running", _("Everybody publishes at once")
