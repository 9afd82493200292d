"""When an offer can be held, and what has been booked.

`parallel` counts groups, `capacity` counts pupils. A booking takes a lane of a window or places of a
fixed date; exclusion and check constraints keep every interleaving from overselling.
"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from associations.models import Association
from offers.enums import BookingState

WEEKDAYS = [
    (1, _("Monday")),
    (2, _("Tuesday")),
    (3, _("Wednesday")),
    (4, _("Thursday")),
    (5, _("Friday")),
    (6, _("Saturday")),
    (7, _("Sunday")),
]
MAX_PARALLEL = 20


class InstructorGroup(models.Model):
    """People who can be in one place at a time: offers of a group never take more lanes than it has."""

    association = models.ForeignKey(Association, on_delete=models.CASCADE, related_name="instructor_groups")
    name = models.CharField(_("name"), max_length=80)
    lanes = models.PositiveSmallIntegerField(
        _("groups at a time"), default=1, validators=[MinValueValidator(1), MaxValueValidator(MAX_PARALLEL)]
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["association", "name"], name="instructor_group_name"),
            models.CheckConstraint(condition=Q(lanes__gte=1), name="instructor_group_lanes"),
        ]

    def __str__(self) -> str:
        return self.name


class Window(models.Model):
    """Every week between two days: "Tuesdays 10–12, 1 Feb – 30 Apr, two groups at a time". Local times."""

    offer = models.ForeignKey("offers.Offer", on_delete=models.CASCADE, related_name="windows")
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=WEEKDAYS)
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("to"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    parallel = models.PositiveSmallIntegerField(
        _("groups at a time"), default=1, validators=[MinValueValidator(1), MaxValueValidator(MAX_PARALLEL)]
    )

    class Meta:
        ordering = ["first_day", "weekday", "starts"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__gte=1, weekday__lte=7), name="window_weekday"),
            models.CheckConstraint(condition=Q(starts__lt=F("ends")), name="window_times_in_order"),
            models.CheckConstraint(condition=Q(first_day__lte=F("last_day")), name="window_days_in_order"),
            models.CheckConstraint(
                condition=Q(parallel__gte=1, parallel__lte=MAX_PARALLEL), name="window_parallel"
            ),
            models.UniqueConstraint(
                fields=["offer", "weekday", "starts", "ends", "first_day", "last_day"], name="window_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.starts:%H:%M}–{self.ends:%H:%M}"


class FixedDate(models.Model):
    """One date with places for so many pupils. Local times."""

    offer = models.ForeignKey("offers.Offer", on_delete=models.CASCADE, related_name="fixed_dates")
    day = models.DateField(_("date"))
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("to"))
    capacity = models.PositiveSmallIntegerField(
        _("places"), validators=[MinValueValidator(1), MaxValueValidator(2000)]
    )
    taken = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["day", "starts"]
        constraints = [
            models.CheckConstraint(condition=Q(starts__lt=F("ends")), name="fixed_date_times_in_order"),
            models.CheckConstraint(
                condition=Q(taken__gte=0, taken__lte=F("capacity")), name="fixed_date_not_oversold"
            ),
            models.UniqueConstraint(fields=["offer", "day", "starts"], name="fixed_date_once"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.starts:%H:%M}–{self.ends:%H:%M}"


class Booking(models.Model):
    """A time that is taken: a lane, or places of a fixed date; and a lane of the instructor group, if any."""

    offer = models.ForeignKey("offers.Offer", on_delete=models.PROTECT, related_name="bookings")
    during = DateTimeRangeField()
    state = models.CharField(max_length=10, choices=BookingState, default=BookingState.HELD)
    lane = models.PositiveSmallIntegerField(null=True, blank=True)
    lane_limit = models.PositiveSmallIntegerField(null=True, blank=True)
    fixed_date = models.ForeignKey(
        FixedDate, null=True, blank=True, on_delete=models.PROTECT, related_name="bookings"
    )
    places = models.PositiveSmallIntegerField(null=True, blank=True)
    group = models.ForeignKey(
        InstructorGroup, null=True, blank=True, on_delete=models.PROTECT, related_name="bookings"
    )
    group_lane = models.PositiveSmallIntegerField(null=True, blank=True)
    held_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["during"]
        constraints = [
            ExclusionConstraint(
                name="booking_lane_free",
                expressions=[
                    ("offer", RangeOperators.EQUAL),
                    ("lane", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=Q(state=BookingState.HELD, lane__isnull=False),
            ),
            ExclusionConstraint(
                name="booking_group_lane_free",
                expressions=[
                    ("group", RangeOperators.EQUAL),
                    ("group_lane", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=Q(state=BookingState.HELD, group__isnull=False),
            ),
            models.CheckConstraint(
                condition=Q(lane__gte=1, lane__lte=F("lane_limit"), fixed_date=None, places=None)
                # A date may be deleted once nobody comes any more; that somebody had booked it stays known.
                | Q(lane=None, lane_limit=None, places__gte=1)
                & (Q(fixed_date__isnull=False) | Q(state=BookingState.RELEASED)),
                name="booking_lane_or_places",
            ),
            models.CheckConstraint(
                condition=Q(group=None, group_lane=None) | Q(group__isnull=False, group_lane__gte=1),
                name="booking_group_has_a_lane",
            ),
            models.CheckConstraint(
                condition=Q(state=BookingState.HELD, released_at=None)
                | Q(state=BookingState.RELEASED, released_at__isnull=False),
                name="booking_released_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.offer} {self.during.lower:%Y-%m-%d %H:%M}"
