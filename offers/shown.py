"""A picture as templates/components/picture.html shows it."""

from dataclasses import dataclass

from django.urls import reverse

from offers.models import WIDTHS, Picture

SRC_WIDTH = 800


@dataclass(frozen=True)
class Shown:
    """`avif` and `webp` are srcset texts; `width` and `height` are those of `src`, in pixels."""

    avif: str
    webp: str
    src: str
    width: int
    height: int
    alt: str
    credit: str


def shown(picture: Picture) -> Shown:
    """The picture's copies by address; it must be ready."""
    width, height = picture.width or 1, picture.height or 1
    src_width = min(SRC_WIDTH, width)
    return Shown(
        avif=_srcset(picture, "avif"),
        webp=_srcset(picture, "webp"),
        src=address(picture, SRC_WIDTH, "webp"),
        width=src_width,
        height=max(1, round(height * src_width / width)),
        alt=picture.alt,
        credit=picture.credit,
    )


def address(picture: Picture, width: int, name: str) -> str:
    return reverse("pictures:show", args=[picture.pk, width, name])


def _srcset(picture: Picture, name: str) -> str:
    """Every copy with its real width, as far as they differ: a small picture is never enlarged."""
    own = picture.width or 1
    copies = [f"{address(picture, width, name)} {min(width, own)}w" for width in WIDTHS]
    return ", ".join(copies[: 1 + sum(width < own for width in WIDTHS)])
