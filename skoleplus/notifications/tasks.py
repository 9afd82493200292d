"""The outbox's jobs. Both do the same: woken by a story, or by beat for what was left behind."""

from celery import shared_task

from skoleplus.core.wake import wake
from skoleplus.notifications.delivery import deliver_due


@shared_task(name="notifications.deliver")
def deliver() -> None:
    """Send what is due, and ask for another round when there is more."""
    if deliver_due():
        wake("notifications.deliver")


@shared_task(name="notifications.sweep")
def sweep() -> None:
    """What a lost wake-up, a dead worker or a passed pause left due."""
    deliver()
