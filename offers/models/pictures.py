"""Pictures of offers. What is uploaded is kept apart until Celery has made clean copies of it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from offers.enums import PictureState
from offers.querysets import PictureQuerySet

WIDTHS = (400, 800, 1600)
FORMATS = ("avif", "webp")


class Picture(models.Model):
    """A picture belongs to an offer; a version names the pictures it shows, so new ones are screened too."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    offer = models.ForeignKey("offers.Offer", on_delete=models.CASCADE, related_name="pictures")
    alt = models.CharField(_("what the picture shows"), max_length=200)
    credit = models.CharField(_("who made it"), max_length=120)
    position = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=PictureState, default=PictureState.UPLOADED)
    refusal = models.CharField(max_length=300, blank=True)
    original = models.FileField(upload_to="originals/", blank=True)
    # SHA-256 of what was uploaded: the same file sent twice is one picture.
    digest = models.CharField(max_length=64)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = PictureQuerySet.as_manager()

    class Meta:
        ordering = ["position", "uploaded_at"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "digest"], name="picture_once_per_offer"),
            models.CheckConstraint(
                condition=~Q(state=PictureState.READY) | Q(width__gte=1, height__gte=1),
                name="picture_ready_has_a_size",
            ),
        ]

    def __str__(self) -> str:
        return self.alt
