"""Associations, their people, the versions of their profile, and what they declare."""

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from associations import rules
from associations.cvr import validate_cvr
from associations.enums import Kind, Role
from associations.querysets import AssociationQuerySet
from skoleplus.accounts.models import Invitation
from skoleplus.core.workflow import TransitionLog
from skoleplus.municipalities.models import Municipality
from skoleplus.screening.enums import PublicState
from skoleplus.screening.models import Version

postcode = RegexValidator(r"^\d{4}$", _("Write the postcode with four digits."))


class Place(models.Model):
    """An address with a point on the map (WGS 84 degrees)."""

    address = models.CharField(_("address"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=4, blank=True, validators=[postcode])
    city = models.CharField(_("town"), max_length=80, blank=True)
    lat = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    lon = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )

    class Meta:
        abstract = True


class Association(Place):
    """Something with members that has something to give a school.

    Its words are in the versions; `name` and `kind` follow the published version. Contact data apply at once.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="associations")
    key = models.CharField(
        max_length=80, null=True, blank=True, help_text=_("The sender's own id in a bundle.")
    )
    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    cvr = models.CharField(_("CVR number"), max_length=8, null=True, blank=True, validators=[validate_cvr])
    contact_name = models.CharField(_("contact person"), max_length=120, blank=True)
    email = models.EmailField(_("public e-mail"), blank=True)
    phone = models.CharField(_("public phone"), max_length=30, blank=True)
    state = models.CharField(max_length=20, choices=PublicState, default=PublicState.PUBLIC)
    # Sent along by the form that made it, so that a double click or a replayed POST makes one association.
    form_id = models.UUIDField(null=True, blank=True, unique=True)
    created_at = models.DateTimeField()

    objects = AssociationQuerySet.as_manager()

    class Meta:
        verbose_name = _("association")
        verbose_name_plural = _("associations")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key"], name="association_key"),
            models.UniqueConstraint(fields=["municipality", "cvr"], name="association_cvr"),
            models.CheckConstraint(condition=~Q(cvr="") & ~Q(key=""), name="association_null_not_empty"),
        ]

    def __str__(self) -> str:
        return self.name

    def can_edit(self, user: Any) -> bool:
        return rules.may_edit(user, self)


class Membership(models.Model):
    """A person who writes and answers for an association."""

    association = models.ForeignKey(Association, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="association_memberships"
    )
    role = models.CharField(max_length=10, choices=Role)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["association", "user"], name="membership_once")]

    def __str__(self) -> str:
        return f"{self.user}, {self.association}"


class MembershipInvitation(Invitation):
    """Brings somebody into an association."""

    association = models.ForeignKey(Association, on_delete=models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=10, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["association", "email"],
                condition=Q(accepted_at=None, revoked_at=None),
                name="association_invited_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.email} → {self.association}"


class ProfileVersion(Version):
    """The public words of an association."""

    WORDS = ("name", "kind", "intro", "about", "terms", "resources", "website")

    subject = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="versions")
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    intro = models.CharField(_("introduction"), max_length=300, blank=True)
    about = models.TextField(_("about"), blank=True, max_length=5000)
    terms = models.TextField(_("terms"), blank=True, max_length=3000)
    resources = models.TextField(_("resources"), blank=True, max_length=3000)
    website = models.URLField(_("web page"), blank=True)

    class Meta(Version.Meta):
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")


class ProfileVersionLog(TransitionLog):
    subject = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, related_name="log")


class AssociationLog(TransitionLog):
    """What was changed without screening: contact data, members, pausing."""

    subject = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="log")


class Attestation(models.Model):
    """The yearly declaration that child-protection certificates and insurance are in order.

    The certificate itself and personal numbers are never stored. The municipality receives only the
    association's yearly declaration, given by the person who may sign (folkeoplysningsloven § 4 stk. 4).
    """

    association = models.ForeignKey(Association, on_delete=models.CASCADE, related_name="attestations")
    signed_by = models.CharField(_("authorised signatory"), max_length=120)
    signed_on = models.DateField(_("date"))
    valid_until = models.DateField(_("valid until"))
    certificates = models.BooleanField(default=True)
    insured = models.BooleanField(default=True)
    declared_at = models.DateTimeField()
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-valid_until", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__gt=F("signed_on")), name="attestation_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(certificates=True, insured=True), name="attestation_declares_both"
            ),
            models.UniqueConstraint(
                fields=["association", "signed_on", "valid_until"], name="attestation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.association} → {self.valid_until}"
