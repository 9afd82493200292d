"""A text that is screened before it goes public: abstract models, made concrete by each room.

A room declares

    class ProfileVersion(Version):
        subject = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="versions")
        ...the words...

    class ProfileVersionLog(TransitionLog):
        subject = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, related_name="log")

Published is the one row in state approved; open is the one row not yet decided. Both are partial unique
indexes, so no interleaving can make two.
"""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from skoleplus.core.workflow import Stateful, Transition
from skoleplus.municipalities.models import Municipality
from skoleplus.screening.enums import DECIDED, OPEN, State
from skoleplus.screening.workflow import VERSION


class VersionQuerySet(models.QuerySet):
    def published(self) -> Self:
        return self.filter(state=State.APPROVED)

    def open(self) -> Self:
        return self.filter(state__in=OPEN)

    def waiting(self) -> Self:
        """What the consultant owes an answer, oldest first."""
        return self.filter(state=State.SUBMITTED).order_by("submitted_at", "pk")


class Version(Stateful):
    """One version of the words of something public."""

    # The fields that are words and promises, in the order the consultant reads them.
    WORDS: ClassVar[tuple[str, ...]] = ()
    # Labels for the reader where the model's own say how a field is stored ("amount (øre)").
    LABELS: ClassVar[dict[str, Any]] = {}

    number = models.PositiveIntegerField()
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    edited_at = models.DateTimeField()
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = VersionQuerySet.as_manager()
    workflow = VERSION

    # Made concrete by each room: the foreign key, and the log that points here.
    subject: Any
    log: Any

    class Meta:
        abstract = True
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["subject", "number"], name="%(app_label)s_%(class)s_number"),
            models.UniqueConstraint(
                fields=["subject"],
                condition=Q(state=State.APPROVED),
                name="%(app_label)s_%(class)s_one_published",
            ),
            models.UniqueConstraint(
                fields=["subject"], condition=Q(state__in=OPEN), name="%(app_label)s_%(class)s_one_open"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.SUBMITTED) | Q(submitted_at__isnull=False),
                name="%(app_label)s_%(class)s_submitted_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=DECIDED, decided_at__isnull=False)
                | (~Q(state__in=DECIDED) & Q(decided_at=None)),
                name="%(app_label)s_%(class)s_decided_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return _("%(subject)s, version %(number)s") % {"subject": self.subject, "number": self.number}

    @property
    def municipality(self) -> Municipality:
        """Whose consultants screen it."""
        return self.subject.municipality

    @property
    def newest_note(self) -> str:
        """What the consultant wrote with the newest decision; the log keeps them all."""
        row = self.log.filter(transition__in=["approve", "request_changes", "reject"]).last()
        return row.note if row else ""

    def can_edit(self, user: Any) -> bool:
        """Whether the user writes for the owner of this text; the room says how."""
        return self.subject.can_edit(user)

    def refusal(self, row: Transition) -> str:
        """Told to somebody whose page showed an older state."""
        if self.state in DECIDED and self.decided_at:
            return _("%(who)s has already decided: %(state)s. Reload the page to see it.") % {
                "who": self.decided_by or _("The portal"),
                "state": self.get_state_display(),
            }
        return _("This has moved on meanwhile: %(state)s. Reload the page and try again.") % {
            "state": self.get_state_display()
        }
