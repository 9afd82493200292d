from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """States of a version of a public text (PRODUCT §3)."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Waiting for the consultant")
    CHANGES_REQUESTED = "changes_requested", _("The consultant asks for changes")
    APPROVED = "approved", _("Published")
    REJECTED = "rejected", _("Rejected")
    SUPERSEDED = "superseded", _("Replaced by a newer version")
    DISCARDED = "discarded", _("Discarded")


OPEN = (State.DRAFT, State.SUBMITTED, State.CHANGES_REQUESTED)
EDITABLE = (State.DRAFT, State.CHANGES_REQUESTED)
DECIDED = (State.APPROVED, State.REJECTED, State.SUPERSEDED)


class PublicState(TextChoices):
    """Beside the version: whether what is approved is shown at all."""

    PUBLIC = "public", _("Shown when approved")
    PAUSED = "paused", _("Paused by its owner")
    SUSPENDED = "suspended", _("Suspended by the consultant")
    ARCHIVED = "archived", _("Archived")
