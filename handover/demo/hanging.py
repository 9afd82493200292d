"""Hang the drawings on the demo's offers, by the road every upload takes."""

import io
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from handover.demo.pictures import CREDIT, DRAWINGS, Drawing
from offers.models import Offer
from offers.services import add_picture, approve_offer, process_picture
from skoleplus.accounts.models import User
from skoleplus.municipalities.models import Municipality
from skoleplus.screening import services as screening

# So many are ready when the demo opens: the last ones hung, which the catalogue shows first. The worker
# that starts in the same moment prepares the rest.
AT_ONCE = 26


def hang_pictures(municipality: Municipality, by: User, progress: Callable[[str], None]) -> None:
    """Give every offer that has a drawing its picture, and make the copies that pages show.

    Copies are made here, not by a worker, so that who starts the demo sees pictures on the first page.
    Encoding lets go of the interpreter, so threads use every core.
    """
    offers = Offer.objects.filter(association__municipality=municipality).select_related("association")
    by_key = {offer.key: offer for offer in offers}
    todo = [drawing for drawing in DRAWINGS if _lacks_picture(by_key.get(drawing.offer))]
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        for number, picture in enumerate(_hung(todo, by_key, by), start=1):
            if number > len(todo) - AT_ONCE:
                pool.submit(_prepare, picture)
            progress(f"pictures {number}/{len(todo)}")


def _lacks_picture(offer: Offer | None) -> bool:
    if offer is None or offer.versions.open().exists():
        return False
    return not offer.pictures.exists()


def _hung(todo: list[Drawing], by_key: dict[str | None, Offer], by: User) -> Iterator[UUID]:
    for drawing in todo:
        yield _hang(drawing, by_key[drawing.offer], by)


@transaction.atomic
def _hang(drawing: Drawing, offer: Offer, by: User) -> UUID:
    file = io.BytesIO(drawing.jpeg())
    draft = screening.open_draft(subject=offer, by=None)
    picture = add_picture(version=draft, file=file, alt=drawing.alt, credit=CREDIT, by=None)
    screening.submit(version=draft, by=None)
    approve_offer(version=draft, by=by, note=_("A picture was added."), as_system=True)
    return picture.pk


def _prepare(picture: UUID) -> None:
    try:
        process_picture(picture)
    finally:
        connection.close()
