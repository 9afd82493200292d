"""What is thrown away at night."""

from celery import shared_task
from django.core.management import call_command

from skoleplus.core import links


@shared_task(name="core.tidy")
def tidy() -> None:
    """Delete links and sessions that have been dead for long."""
    links.tidy()
    call_command("clearsessions")
