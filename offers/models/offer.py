"""Offers, their versions, and what search knows about them."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from associations.models import Association
from offers import rules
from offers.enums import PlaceKind, PriceModel, PricePer, Type
from offers.models.pictures import Picture
from offers.models.time import InstructorGroup
from offers.querysets import OfferQuerySet, OfferVersionQuerySet
from skoleplus.core import danish
from skoleplus.core.grades import GradeField
from skoleplus.core.workflow import TransitionLog
from skoleplus.curriculum.models import CompetenceArea, Goal, Subject
from skoleplus.municipalities.models import Municipality
from skoleplus.screening.enums import PublicState, State
from skoleplus.screening.models import Version

MAX_MINUTES = 12 * 60
MAX_SESSIONS = 40
MAX_PUPILS = 400
MAX_ORE = 100_000_000


class Offer(models.Model):
    """Something an association does with a class. Its words are in the versions."""

    association = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="offers")
    key = models.CharField(
        max_length=80, null=True, blank=True, help_text=_("The sender's own id in a bundle.")
    )
    slug = models.SlugField(max_length=120, unique=True)
    group = models.ForeignKey(
        InstructorGroup, null=True, blank=True, on_delete=models.SET_NULL, related_name="offers"
    )
    notice_days = models.PositiveSmallIntegerField(
        _("days of notice"), default=3, validators=[MaxValueValidator(180)]
    )
    contact_name = models.CharField(_("contact person"), max_length=120, blank=True)
    contact_email = models.EmailField(_("contact's e-mail"), blank=True)
    contact_phone = models.CharField(_("contact's phone"), max_length=30, blank=True)
    state = models.CharField(max_length=20, choices=PublicState, default=PublicState.PUBLIC)
    # Sent along by the form that made it, so that a double click or a replayed POST makes one offer.
    form_id = models.UUIDField(null=True, blank=True, unique=True)
    created_at = models.DateTimeField()

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        constraints = [
            models.UniqueConstraint(fields=["association", "key"], name="offer_key"),
            models.CheckConstraint(condition=~Q(key=""), name="offer_key_null_not_empty"),
        ]

    def __str__(self) -> str:
        return self.slug

    @property
    def municipality(self) -> Municipality:
        return self.association.municipality

    def can_edit(self, user: Any) -> bool:
        return rules.may_edit(user, self)


class OfferVersion(Version):
    """The words and promises of an offer. A draft may lack what a submitted version must have."""

    WORDS = (
        "title", "summary", "description", "before", "during", "after", "type", "grade_from", "grade_to",
        "subjects", "areas", "goals", "minutes", "sessions", "group_min", "group_max", "whole_classes",
        "place", "place_note", "travel_km", "school_provides", "brings", "teacher_present", "accessible",
        "accessible_note", "languages", "price_model", "price_amount", "price_per", "instructors",
        "transport", "price_note", "video_url", "pilot", "pilot_ends_on", "pictures",
    )  # fmt: skip

    LABELS = {"price_amount": _("amount"), "transport": _("transport per session")}

    subject = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="versions")
    title = models.CharField(_("title"), max_length=80, blank=True)
    summary = models.CharField(_("summary"), max_length=160, blank=True)
    description = models.TextField(_("description"), blank=True, max_length=8000)
    before = models.TextField(_("before the visit"), blank=True, max_length=3000)
    during = models.TextField(_("during the visit"), blank=True, max_length=3000)
    after = models.TextField(_("after the visit"), blank=True, max_length=3000)
    type = models.CharField(_("type"), max_length=20, choices=Type, blank=True, default=Type.VISIT)
    grade_from = GradeField(_("from grade"), null=True, blank=True)
    grade_to = GradeField(_("to grade"), null=True, blank=True)
    subjects = models.ManyToManyField(Subject, verbose_name=_("subjects"), blank=True, related_name="+")
    areas = models.ManyToManyField(
        CompetenceArea, verbose_name=_("competence areas"), blank=True, related_name="+"
    )
    goals = models.ManyToManyField(Goal, verbose_name=_("goals"), blank=True, related_name="+")
    minutes = models.PositiveSmallIntegerField(
        _("minutes per session"),
        null=True,
        blank=True,
        validators=[MinValueValidator(15), MaxValueValidator(MAX_MINUTES)],
    )
    sessions = models.PositiveSmallIntegerField(
        _("sessions"), default=1, validators=[MinValueValidator(1), MaxValueValidator(MAX_SESSIONS)]
    )
    group_min = models.PositiveSmallIntegerField(
        _("fewest pupils"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MAX_PUPILS)],
    )
    group_max = models.PositiveSmallIntegerField(
        _("most pupils"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MAX_PUPILS)],
    )
    whole_classes = models.BooleanField(_("whole classes"), default=True)
    place = models.CharField(_("place"), max_length=20, choices=PlaceKind, blank=True)
    place_note = models.CharField(_("about the place"), max_length=500, blank=True)
    travel_km = models.PositiveSmallIntegerField(
        _("how far we come (km)"), null=True, blank=True, validators=[MaxValueValidator(500)]
    )
    school_provides = models.TextField(_("the school provides"), blank=True, max_length=2000)
    brings = models.TextField(_("we bring"), blank=True, max_length=2000)
    # The teacher is there unless the head has approved otherwise (KL, Læring i den åbne skole, 2015).
    teacher_present = models.BooleanField(_("the teacher is there"), default=True)
    accessible = models.BooleanField(_("wheelchair access"), null=True, blank=True)
    accessible_note = models.CharField(_("about access"), max_length=300, blank=True)
    languages = ArrayField(
        models.CharField(max_length=3), verbose_name=_("languages"), default=list, blank=True
    )
    price_model = models.CharField(_("price"), max_length=20, choices=PriceModel, blank=True)
    price_amount = models.PositiveIntegerField(
        _("amount (øre)"), default=0, validators=[MaxValueValidator(MAX_ORE)]
    )
    price_per = models.CharField(_("per"), max_length=20, choices=PricePer, default=PricePer.VISIT)
    instructors = models.PositiveSmallIntegerField(
        _("instructors"), default=1, validators=[MinValueValidator(1), MaxValueValidator(50)]
    )
    transport = models.PositiveIntegerField(
        _("transport per session (øre)"), default=0, validators=[MaxValueValidator(MAX_ORE)]
    )
    price_note = models.CharField(_("about the price"), max_length=300, blank=True)
    video_url = models.URLField(_("link to a video"), blank=True)
    pilot = models.BooleanField(_("pilot"), default=False)
    pilot_ends_on = models.DateField(_("the pilot ends"), null=True, blank=True)
    pictures = models.ManyToManyField(
        Picture, verbose_name=_("pictures"), blank=True, related_name="versions"
    )

    objects: ClassVar[Any] = OfferVersionQuerySet.as_manager()

    class Meta(Version.Meta):
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        constraints = [
            *Version.Meta.constraints,
            models.CheckConstraint(
                condition=Q(grade_from=None, grade_to=None)
                | Q(grade_from__gte=0, grade_to__lte=10, grade_from__lte=F("grade_to")),
                name="offer_grades",
            ),
            models.CheckConstraint(
                condition=Q(group_min=None) | Q(group_max=None) | Q(group_min__lte=F("group_max")),
                name="offer_group_in_order",
            ),
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__gte=1, minutes__lte=MAX_MINUTES), name="offer_minutes"
            ),
            models.CheckConstraint(
                condition=Q(sessions__gte=1, sessions__lte=MAX_SESSIONS), name="offer_sessions"
            ),
            models.CheckConstraint(
                condition=~Q(price_model=PriceModel.FREE) | Q(price_amount=0), name="offer_free_costs_nothing"
            ),
            # The six questions are answered before anybody else is asked to read.
            models.CheckConstraint(
                condition=Q(state__in=[State.DRAFT, State.CHANGES_REQUESTED, State.DISCARDED])
                | (
                    ~Q(title="")
                    & Q(grade_from__isnull=False, minutes__isnull=False)
                    & ~Q(place="")
                    & ~Q(price_model="")
                ),
                name="offer_submitted_is_complete",
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(_("Offer without a title"))

    # How the consultant reads what is stored as a number (screening/words.py).

    def shown_price_amount(self) -> str:
        return danish.kroner(self.price_amount) if self.price_amount else ""

    def shown_transport(self) -> str:
        return danish.kroner(self.transport) if self.transport else ""

    def shown_languages(self) -> str:
        return ", ".join(danish.language(code) for code in self.languages)

    def shown_minutes(self) -> str:
        return danish.minutes(self.minutes) if self.minutes else ""


class OfferVersionLog(TransitionLog):
    subject = models.ForeignKey(OfferVersion, on_delete=models.PROTECT, related_name="log")


class OfferLog(TransitionLog):
    """What was changed without screening: availability, contact, order of pictures, pausing."""

    subject = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="log")


class SearchEntry(models.Model):
    """What search knows about a public offer; written by offers.search.reindex only."""

    version = models.OneToOneField(
        OfferVersion, on_delete=models.CASCADE, primary_key=True, related_name="entry"
    )
    words = SearchVectorField()
    # Folded title, association and subjects, for typing errors.
    text = models.TextField()
    # What the filters need that is not on the version's own row.
    subject_codes = ArrayField(models.CharField(max_length=50), default=list)
    price = models.PositiveBigIntegerField(
        _("price (øre)"), default=0, help_text=_("What an ordinary class pays for all of it.")
    )

    class Meta:
        indexes = [
            GinIndex(fields=["words"], name="search_words"),
            GinIndex(fields=["text"], opclasses=["gin_trgm_ops"], name="search_text"),
        ]

    def __str__(self) -> str:
        return self.text
