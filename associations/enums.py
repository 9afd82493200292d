from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    SPORT = "sport", _("Sport")
    SCOUTS = "scouts", _("Scouts")
    ART = "art", _("Art")
    CULTURE = "culture", _("Culture")
    MUSIC = "music", _("Music")
    NATURE = "nature", _("Nature")
    LIBRARY = "library", _("Library")
    OTHER = "other", _("Other")


class Role(TextChoices):
    OWNER = "owner", _("Owner")
    EDITOR = "editor", _("Editor")
