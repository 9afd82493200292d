"""Looking into an uploaded file, and making the clean copies that are shown.

The file's content decides what it is, never its name or what the browser says. Two gates: `inspect` at upload
is cheap (header, size, structure), `encode` in the worker decodes everything and is the last word.
"""

import hashlib
import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from offers.models import FORMATS, WIDTHS
from skoleplus.core.refusals import Refused

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 40_000_000
SMALLEST_SIDE = 50
LARGEST = max(WIDTHS)
ACCEPTED = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF")
QUALITY = {"avif": {"quality": 55, "speed": 8}, "webp": {"quality": 78, "method": 4}}
PROBLEMS = (
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    IndexError,
    KeyError,
    EOFError,
    RuntimeError,
    MemoryError,
    ArithmeticError,
    AttributeError,
    # What decoders raise on numbers that are none; the newer ones let it through.
    struct.error,
)

register_heif_opener()
ImageFile.LOAD_TRUNCATED_IMAGES = False


class BadPicture(Refused):
    """The file cannot be used; the sentence says why and what to do."""


@dataclass(frozen=True)
class Found:
    """What an upload turned out to be; its size is that of the file, before it is turned upright."""

    format: str
    width: int
    height: int
    digest: str


def inspect(file: Any, size: int) -> Found:
    """Judge an uploaded file without decoding it.

    Args:
        file: read from the start, and left there.
        size: its length in bytes.

    Raises:
        BadPicture: empty, too large, not a picture, too many pixels, or broken.
    """
    if not size:
        raise BadPicture(_("The file is empty. Choose another one."))
    if size > MAX_BYTES:
        raise BadPicture(_("The file is larger than 10 MB. Make the picture smaller, or choose another one."))
    file.seek(0)
    content = file.read()
    file.seek(0)
    with _opened(content) as image:
        _check_size(image.size)
        found = Found(image.format or "", *image.size, hashlib.sha256(content).hexdigest())
        _check_whole(image)
    return found


def _opened(content: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # Pillow only warns between its own limit and twice that; ours is lower and decides.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(BytesIO(content), formats=ACCEPTED)
    except Image.DecompressionBombError as error:
        raise BadPicture(_too_many_pixels()) from error
    except (UnidentifiedImageError, *PROBLEMS) as error:
        raise BadPicture(_not_a_picture(content)) from error


def _not_a_picture(content: bytes) -> str:
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<svg", b"<?xml")) or b"<svg" in head:
        return _("This is a drawing (SVG), which may carry programs. Save it as PNG and upload that.")
    if head.startswith(b"<"):
        return _("This is a web page, not a picture. Choose a photo from your phone or computer.")
    if head.startswith(b"%pdf"):
        return _("This is a PDF, not a picture. Save the page as JPEG or PNG and upload that.")
    return _("We cannot read this file as a picture. Use JPEG, PNG, WebP, AVIF, HEIC or GIF.")


def _check_size(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MAX_PIXELS:
        raise BadPicture(_too_many_pixels())
    if min(size) < SMALLEST_SIDE:
        raise BadPicture(
            _("The picture is too small to be seen. Choose one that is at least 400 pixels wide.")
        )


def _too_many_pixels() -> str:
    return _("The picture has more than 40 million points. Make it smaller, or choose another one.")


def _check_whole(image: Image.Image) -> None:
    """Find files that end too early, as cheaply as the format allows."""
    try:
        if image.format == "JPEG":
            # Decoding to an eighth reads the whole file, but needs a sixty-fourth of the memory.
            image.draft("RGB", (1, 1))
            image.load()
        elif image.format == "PNG":
            image.verify()
    except (Image.DecompressionBombError, *PROBLEMS) as error:
        raise BadPicture(_broken()) from error


def _broken() -> str:
    return _("The file is broken or was not uploaded whole. Try again, or choose another one.")


@dataclass(frozen=True)
class Copies:
    """The clean copies of a picture: its upright size, and (width, format, bytes) one after the other."""

    width: int
    height: int
    files: Iterator[tuple[int, str, bytes]]


def encode(content: bytes) -> Copies:
    """Decode a file and make the copies that are shown: upright, in sRGB, without metadata.

    Raises:
        BadPicture: the file turned out to be broken.
    """
    with _opened(content) as opened:
        _check_size(opened.size)
        try:
            opened.seek(0)
            # A JPEG can be decoded at a half, a quarter, an eighth; what is shown is never larger than this.
            opened.draft(None, (LARGEST, LARGEST))
            image = _flat(_in_srgb(_upright(opened)))
        except (Image.DecompressionBombError, *PROBLEMS) as error:
            raise BadPicture(_broken()) from error
    return Copies(image.width, image.height, _files(image))


def _upright(image: Image.Image) -> Image.Image:
    """Turned as the camera was held; a photo whose notes cannot be read is shown as it lies."""
    image.load()
    try:
        return ImageOps.exif_transpose(image)
    except PROBLEMS:
        return image


def _in_srgb(image: Image.Image) -> Image.Image:
    """Convert colours by the file's own profile, which is then dropped: phones save in wider gamuts."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "L", "CMYK"):
        return image
    target: Any = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, srgb, outputMode=target) or image
    except (ImageCms.PyCMSError, *PROBLEMS):
        return image


def _flat(image: Image.Image) -> Image.Image:
    """Plain RGB on white, nothing of the file's metadata left."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        seen = image.convert("RGBA")
        flat = Image.new("RGB", seen.size, "white")
        flat.paste(seen, mask=seen.getchannel("A"))
        return flat
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    flat = image.convert("RGB")
    flat.info = {}
    return flat


def _files(image: Image.Image) -> Iterator[tuple[int, str, bytes]]:
    """Largest first, each smaller one made from it; a picture is never enlarged."""
    for width in sorted(WIDTHS, reverse=True):
        if image.width > width:
            image = image.resize(
                (width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS
            )
        for name in FORMATS:
            out = BytesIO()
            image.save(out, format=name.upper(), **QUALITY[name])
            yield width, name, out.getvalue()


def path(picture_id: Any, width: int, name: str) -> str:
    """Where a copy lies in the storage."""
    return f"pictures/{picture_id}/{width}.{name}"
