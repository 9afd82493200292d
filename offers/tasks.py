"""What Celery does for offers."""

import datetime as dt
import logging

from celery import shared_task

from offers.enums import PictureState
from offers.models import Picture
from offers.services import process_picture
from skoleplus.core.clock import now

log = logging.getLogger(__name__)

# Younger ones have a task of their own under way.
LEFT_BEHIND = dt.timedelta(minutes=1)
AT_A_TIME = 20


@shared_task(name="offers.process_picture")
def process(picture_id: str) -> None:
    process_picture(picture_id)


@shared_task(name="offers.sweep_pictures")
def sweep_pictures() -> None:
    """Pictures whose wake-up got lost or whose worker died."""
    waiting = Picture.objects.filter(state=PictureState.UPLOADED, uploaded_at__lt=now() - LEFT_BEHIND)
    for picture_id in list(waiting.order_by("uploaded_at").values_list("pk", flat=True)[:AT_A_TIME]):
        try:
            process_picture(picture_id)
        except Exception:
            # One that cannot be done must not keep those behind it waiting.
            log.exception("picture %s could not be prepared", picture_id)
