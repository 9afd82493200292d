"""The outbox: every mail is a row before it is a mail."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from skoleplus.notifications.enums import State


class Mail(models.Model):
    """One message to one mailbox, written in the transaction of what it tells.

    `event` and `to` together are unique where an event is named: telling the same thing twice is
    impossible. Codes and links in the bodies are blanked once the mail has been sent.
    """

    event = models.CharField(max_length=120, blank=True)
    to = models.EmailField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL)
    from_email = models.CharField(max_length=200)
    reply_to = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    calendar = models.TextField(blank=True)
    secrets = models.JSONField(default=list, blank=True)
    message_id = models.CharField(max_length=200, unique=True)
    state = models.CharField(max_length=20, choices=State, default=State.QUEUED)
    created_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    problem = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event", "to"], condition=~Q(event=""), name="mail_once_per_event"
            ),
            models.CheckConstraint(
                condition=Q(state=State.SENT, sent_at__isnull=False)
                | (~Q(state=State.SENT) & Q(sent_at=None)),
                name="mail_sent_has_a_time",
            ),
        ]
        indexes = [
            models.Index(fields=["next_attempt_at"], condition=Q(state=State.QUEUED), name="mail_due"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} → {self.to}"
