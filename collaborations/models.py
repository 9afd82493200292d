"""A school and an association doing something together: inquiry, proposals, agreement, sessions.

A collaboration points down to its offer, school and class, never the reverse.
"""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collaborations.enums import Side, State
from collaborations.querysets import CollaborationQuerySet
from collaborations.workflow import COLLABORATION
from offers.enums import PlaceKind
from offers.models import MAX_PUPILS, Booking, Offer
from schools.models import School, SchoolClass
from skoleplus.core.workflow import Stateful, Transition, TransitionLog


class Collaboration(Stateful):
    """One inquiry and what becomes of it."""

    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="collaborations")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="collaborations")
    school_class = models.ForeignKey(SchoolClass, on_delete=models.PROTECT, related_name="collaborations")
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="inquiries"
    )
    message = models.TextField(gettext_lazy("message"), blank=True, max_length=2000)
    state = models.CharField(max_length=20, choices=State, default=State.REQUESTED)
    created_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    # Sent along by the form that made it, so that a double click or a replayed POST makes one inquiry.
    form_id = models.UUIDField(unique=True)

    objects = CollaborationQuerySet.as_manager()
    workflow = COLLABORATION

    class Meta:
        verbose_name = gettext_lazy("collaboration")
        verbose_name_plural = gettext_lazy("collaborations")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.AGREED, agreed_at__isnull=False)
                | (~Q(state=State.AGREED) & Q(agreed_at=None)),
                name="collaboration_agreed_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.offer} · {self.school_class}, {self.school}"

    @property
    def newest_proposal(self) -> "Proposal":
        """What is on the table; there is one from the start."""
        # All of them, not the last one: a list of collaborations has them prefetched.
        return max(self.proposals.all(), key=lambda proposal: proposal.number)

    @property
    def title(self) -> str:
        """What the offer is called in public; lists read it with the rows (`with_parties`)."""
        if not hasattr(self, "with_title"):
            self.with_title = self.offer.versions.published().values_list("title", flat=True).first()
        return self.with_title or str(self.offer)

    def refusal(self, row: Transition) -> str:
        return _("This has been answered already: %(state)s. Reload the page to see it.") % {
            "state": self.get_state_display()
        }


class CollaborationLog(TransitionLog):
    subject = models.ForeignKey(Collaboration, on_delete=models.PROTECT, related_name="log")


class Proposal(models.Model):
    """What the two would agree to. A new one replaces the former; both accept the same one, or none."""

    collaboration = models.ForeignKey(Collaboration, on_delete=models.PROTECT, related_name="proposals")
    number = models.PositiveSmallIntegerField()
    side = models.CharField(max_length=12, choices=Side)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    made_by_name = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    pupils = models.PositiveSmallIntegerField(
        gettext_lazy("pupils"), validators=[MinValueValidator(1), MaxValueValidator(MAX_PUPILS)]
    )
    place = models.CharField(max_length=20, choices=PlaceKind)
    place_note = models.CharField(max_length=500, blank=True)
    # What the school pays for all sessions, in øre, as known when the proposal was made.
    price = models.PositiveIntegerField(default=0)
    note = models.TextField(gettext_lazy("a few words"), blank=True, max_length=1000)
    school_accepted_at = models.DateTimeField(null=True, blank=True)
    association_accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["collaboration", "number"], name="proposal_number"),
            models.CheckConstraint(
                condition=Q(pupils__gte=1, pupils__lte=MAX_PUPILS), name="proposal_pupils"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.collaboration} #{self.number}"


class ProposalSession(models.Model):
    """One proposed date and time, in UTC."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="sessions")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(condition=Q(starts_at__lt=F("ends_at")), name="proposal_session_in_order"),
            models.UniqueConstraint(fields=["proposal", "starts_at"], name="proposal_session_once"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"


class Session(models.Model):
    """One agreed date, tied to the booking that keeps it free."""

    collaboration = models.ForeignKey(Collaboration, on_delete=models.PROTECT, related_name="sessions")
    booking = models.OneToOneField(Booking, on_delete=models.PROTECT, related_name="session")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(condition=Q(starts_at__lt=F("ends_at")), name="session_in_order"),
            models.UniqueConstraint(fields=["collaboration", "starts_at"], name="session_once"),
        ]

    def __str__(self) -> str:
        return f"{self.collaboration} {self.starts_at:%Y-%m-%d %H:%M}"
