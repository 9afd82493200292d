from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Type(TextChoices):
    VISIT = "visit", _("Single visit")
    COURSE = "course", _("Course of several sessions")
    EVENT = "event", _("Event or theme day")
    THEME_WEEK = "theme_week", _("Theme week")
    EXCURSION = "excursion", _("Visit to the association")


class PlaceKind(TextChoices):
    SCHOOL = "school", _("At the school")
    ASSOCIATION = "association", _("At the association")
    ELSEWHERE = "elsewhere", _("Somewhere else")
    ONLINE = "online", _("Online")
    OPEN = "open", _("To be agreed")


class PriceModel(TextChoices):
    FREE = "free", _("Free")
    MATERIALS = "materials", _("Materials only")
    HOURLY = "hourly", _("Hourly fee per instructor")
    FIXED = "fixed", _("Fixed price")


class PricePer(TextChoices):
    PUPIL = "pupil", _("per pupil")
    CLASS = "class", _("per class")
    VISIT = "visit", _("per session")
    HOUR = "hour", _("per hour and instructor")
    COURSE = "course", _("for the whole course")


class PictureState(TextChoices):
    UPLOADED = "uploaded", _("Being prepared")
    READY = "ready", _("Ready")
    REFUSED = "refused", _("Could not be used")


class BookingState(TextChoices):
    HELD = "held", _("Held")
    RELEASED = "released", _("Released")
