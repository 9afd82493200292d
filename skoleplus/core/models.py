"""Tables of the ground: signed links and how they were used."""

from django.conf import settings
from django.db import models


class SignedLink(models.Model):
    """A link sent by mail. The purpose says which model `object_id` belongs to (see core/links.py)."""

    token_hash = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    email = models.EmailField()
    name = models.CharField(max_length=200, blank=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["purpose", "object_id"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")), name="link_expires_later"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.object_id}"


class LinkUse(models.Model):
    """One use of a link, kept for six months."""

    link = models.ForeignKey(SignedLink, on_delete=models.CASCADE, related_name="uses")
    at = models.DateTimeField()
    ip = models.GenericIPAddressField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.link} {self.at:%Y-%m-%d %H:%M}"
