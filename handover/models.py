"""What senders of bundles have sent, row by row."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from skoleplus.municipalities.models import Municipality


class ImportedRow(models.Model):
    """One row of a bundle as it was imported last.

    The next import compares with this and not with the portal, where people have written on meanwhile: only
    what the sender has changed is a change.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="imported_rows")
    section = models.CharField(max_length=20)
    key = models.CharField(max_length=200)
    sent = models.JSONField()
    imported_at = models.DateTimeField()

    class Meta:
        verbose_name = _("imported row")
        verbose_name_plural = _("imported rows")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "section", "key"], name="imported_row_once")
        ]

    def __str__(self) -> str:
        return f"{self.municipality.code}:{self.section}/{self.key}"
