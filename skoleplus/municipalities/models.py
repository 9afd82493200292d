"""A municipality, its people, its holidays and how it looks."""

import datetime as dt

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from skoleplus.municipalities.enums import Role, ScreeningPolicy

hex_colour = RegexValidator(
    r"^#[0-9a-f]{6}$", _("Write the colour as # and six digits, for example #0b5f5a.")
)


class Municipality(models.Model):
    """One tenant. A small installation has one; `host` tells several apart."""

    code = models.CharField(_("code"), max_length=4, unique=True)
    name = models.CharField(_("name"), max_length=120)
    host = models.CharField(_("host name"), max_length=200, unique=True, null=True, blank=True)
    colour = models.CharField(_("main colour"), max_length=7, default="#0b5f5a", validators=[hex_colour])
    accent_colour = models.CharField(
        _("second colour"), max_length=7, default="#c2500f", validators=[hex_colour]
    )
    screening_policy = models.CharField(
        _("screening"), max_length=20, choices=ScreeningPolicy, default=ScreeningPolicy.ALL
    )
    contact_name = models.CharField(_("contact"), max_length=120, blank=True)
    contact_email = models.EmailField(_("contact's e-mail"), blank=True)
    contact_phone = models.CharField(_("contact's phone"), max_length=30, blank=True)
    contact_hours = models.CharField(_("hours"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    accessibility_statement_url = models.URLField(_("accessibility statement"), blank=True)

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")

    def __str__(self) -> str:
        return self.name

    @property
    def short_name(self) -> str:
        """The name without the word Kommune: "Helsingør"."""
        return self.name.removesuffix(" Kommune")


class Member(models.Model):
    """A consultant or administrator of a municipality."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="municipal_roles"
    )
    role = models.CharField(max_length=20, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "user", "role"], name="member_once_per_role")
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()}, {self.municipality}"


class HolidayQuerySet(models.QuerySet["Holiday"]):
    def covering(self, first: dt.date, last: dt.date) -> "HolidayQuerySet":
        """Those that share a day with the range, both ends included."""
        return self.filter(first_day__lte=last, last_day__gte=first)


class Holiday(models.Model):
    """Days without school, both ends included."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="holidays")
    name = models.CharField(_("name"), max_length=120)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))

    objects = HolidayQuerySet.as_manager()

    class Meta:
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(condition=Q(first_day__lte=F("last_day")), name="holiday_days_in_order"),
            models.UniqueConstraint(fields=["municipality", "name", "first_day"], name="holiday_once"),
        ]

    def __str__(self) -> str:
        return self.name
