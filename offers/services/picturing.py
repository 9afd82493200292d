"""Pictures of an offer: uploaded, prepared, put in order, described, taken out of a version.

A version names the pictures it shows, so a new picture, or a new description of one, is screened like a word.
Their order belongs to the offer and applies at once.
"""

import hashlib
import uuid
from typing import IO, Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from offers import pictures
from offers.enums import PictureState
from offers.models import FORMATS, WIDTHS, Offer, OfferVersion, Picture
from skoleplus.core.clock import now
from skoleplus.core.refusals import Refused
from skoleplus.core.wake import wake
from skoleplus.core.workflow import lock, write_log
from skoleplus.screening import services as screening
from skoleplus.screening.enums import EDITABLE

MAX_PICTURES = 12


@transaction.atomic
def add_picture(
    *, version: OfferVersion, file: UploadedFile | IO[bytes], alt: str, credit: str, by: Any
) -> Picture:
    """Put an uploaded picture into an open version; a worker makes the copies that are shown.

    The same file sent twice is one picture.

    Args:
        file: what was uploaded, up to 10 MB and 40 million pixels; its name does not matter.
        alt: what the picture shows, for those who cannot see it.
        credit: who made it.
        by: a member of the association, None for an import.

    Raises:
        pictures.BadPicture: the file cannot be used; the sentence says why.
        Refused: the version has twelve pictures already, or alt or credit is empty.
        NotAllowed, Outdated: as screening says.
    """
    if not alt.strip() or not credit.strip():
        raise Refused(_("Say what the picture shows, and who made it."))
    found = pictures.inspect(file, _size(file))
    offer = version.subject
    lock(offer)
    shown = list(version.pictures.all())
    picture = offer.pictures.filter(digest=found.digest).first()
    if len(shown) >= MAX_PICTURES and picture not in shown:
        raise Refused(_("An offer has room for %(count)s pictures.") % {"count": MAX_PICTURES})
    if picture is None:
        picture = _store(offer, file, found, alt.strip(), credit.strip(), by)
    screening.write(version=version, by=by, words={"pictures": [*shown, picture]})
    return picture


def _size(file: Any) -> int:
    size = getattr(file, "size", None)
    return file.seek(0, 2) if size is None else size


def _store(offer: Offer, file: Any, found: pictures.Found, alt: str, credit: str, by: Any) -> Picture:
    last = offer.pictures.aggregate(last=Max("position"))["last"]
    picture = Picture(
        offer=offer,
        alt=alt,
        credit=credit,
        position=0 if last is None else last + 1,
        digest=found.digest,
        uploaded_at=now(),
        uploaded_by=by,
    )
    file.seek(0)
    picture.original.save(picture.id.hex, ContentFile(file.read()), save=False)
    picture.save(force_insert=True)
    wake("offers.process_picture", str(picture.pk))
    return picture


@transaction.atomic
def process_picture(picture_id: uuid.UUID | str) -> Picture | None:
    """Make the copies of an uploaded picture, or refuse it in words; then drop the original.

    Called by Celery, by the sweep, and directly where nobody waits for a worker. However many call at once,
    it is done once: the others find the row locked, or done.

    Returns:
        The picture, or None when there was nothing to do.
    """
    waiting = Picture.objects.select_for_update(skip_locked=True, no_key=True, of=("self",))
    picture = waiting.filter(pk=picture_id, state=PictureState.UPLOADED).first()
    if picture is None:
        return None
    try:
        with picture.original.open("rb") as original:
            copies = pictures.encode(original.read())
        for width, name, content in copies.files:
            _write(pictures.path(picture.pk, width, name), content)
        picture.state, picture.width, picture.height = PictureState.READY, copies.width, copies.height
    except FileNotFoundError:
        picture.state, picture.refusal = PictureState.REFUSED, _("The file got lost. Upload it again.")
    except Refused as refusal:
        picture.state, picture.refusal = PictureState.REFUSED, str(refusal)
    original_name = picture.original.name
    picture.original = ""
    picture.save(update_fields=["state", "width", "height", "refusal", "original"])
    if original_name:
        transaction.on_commit(lambda: default_storage.delete(original_name))
    return picture


def _write(path: str, content: bytes) -> None:
    # A worker that died may have left half of it; the name must be exactly this one.
    default_storage.delete(path)
    default_storage.save(path, ContentFile(content))


@transaction.atomic
def remove_picture(*, version: OfferVersion, picture: Picture, by: Any) -> None:
    """Take a picture out of an open version; the published one keeps it. Raises NotAllowed or Outdated."""
    lock(version.subject)
    rest = [row for row in version.pictures.all() if row.pk != picture.pk]
    screening.write(version=version, by=by, words={"pictures": rest})


@transaction.atomic
def move_picture(*, offer: Offer, picture: Picture, by: Any, earlier: bool) -> None:
    """Swap a picture with its neighbour. Applies at once, logged. Raises NotAllowed."""
    if not offer.can_edit(by):
        raise Refused(_("You do not write for %(association)s.") % {"association": offer.association})
    lock(offer)
    order = list(offer.pictures.order_by("position", "uploaded_at"))
    here = next(index for index, row in enumerate(order) if row.pk == picture.pk)
    there = here - 1 if earlier else here + 1
    if not 0 <= there < len(order):
        return
    order[here], order[there] = order[there], order[here]
    for position, row in enumerate(order):
        row.position = position
    Picture.objects.bulk_update(order, ["position"])
    write_log(offer, "move_picture", offer.state, by=by, note=picture.alt)


@transaction.atomic
def describe_picture(*, version: OfferVersion, picture: Picture, alt: str, credit: str, by: Any) -> Picture:
    """Change what is said about a picture in an open version.

    A picture that others may have seen keeps its words: the version gets a twin of it with the new ones.

    Raises:
        Refused: alt or credit is empty, or the picture is still being prepared.
        NotAllowed, Outdated: as screening says.
    """
    alt, credit = alt.strip(), credit.strip()
    if not alt or not credit:
        raise Refused(_("Say what the picture shows, and who made it."))
    lock(version.subject)
    if (picture.alt, picture.credit) == (alt, credit):
        return picture
    if not picture.versions.exclude(pk=version.pk, state__in=EDITABLE).exists():
        screening.write(version=version, by=by, words={})
        picture.alt, picture.credit = alt, credit
        picture.save(update_fields=["alt", "credit"])
        return picture
    twin = _twin(picture, alt, credit, by)
    shown = [twin if row.pk == picture.pk else row for row in version.pictures.all()]
    screening.write(version=version, by=by, words={"pictures": shown})
    return twin


def _twin(picture: Picture, alt: str, credit: str, by: Any) -> Picture:
    if picture.state != PictureState.READY:
        raise Refused(_("The picture is still being prepared. Try again in a moment."))
    # Still unique per offer, and the same twin when the form is sent twice.
    digest = hashlib.sha256(f"{picture.digest}\n{alt}\n{credit}".encode()).hexdigest()
    twin, is_new = Picture.objects.get_or_create(
        offer=picture.offer,
        digest=digest,
        defaults={
            "alt": alt,
            "credit": credit,
            "position": picture.position,
            "state": picture.state,
            "width": picture.width,
            "height": picture.height,
            "uploaded_at": now(),
            "uploaded_by": by,
        },
    )
    if is_new:
        _copy_files(picture, twin)
    return twin


def _copy_files(picture: Picture, twin: Picture) -> None:
    for width in WIDTHS:
        for name in FORMATS:
            with default_storage.open(pictures.path(picture.pk, width, name)) as content:
                _write(pictures.path(twin.pk, width, name), content.read())
