"""The typeface, cut to the letters of Danish, English and German and packed for the web.

The package carries the whole of Figtree (62 KB); what a page needs is a quarter of that. Made on the first
collectstatic or the first page in development (about a second), then kept.
"""

import zlib
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage

NAME = "fonts/figtree.woff2"
# Danish, English and German, and the letters of neighbours' names; what is missing comes from the fallback.
LETTERS = sorted(
    {*map(chr, range(0x20, 0x7F))}
    | set("ÀÁÄÅÆÇÈÉÊËÍÏÑÓÔÖØÚÜßàáâäåæçèéêëíîïñóôöøúûüÿ")
    | set("\N{NO-BREAK SPACE}§«»°·×¼½¾‐\N{NON-BREAKING HYPHEN}–—‘’‚“”„•…›€←→−")
)
WEIGHTS = (400, 700)
FEATURES = ["kern", "tnum"]


class TypefaceFinder(BaseFinder):
    """Gives static files one more file, the packed typeface."""

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if path != NAME:
            return []
        made = str(_made())
        return [made] if find_all else made

    def list(self, ignore_patterns: object) -> list[tuple[str, FileSystemStorage]]:
        return [(NAME, FileSystemStorage(location=_made().parent.parent))]


def _made() -> Path:
    cut = zlib.crc32(repr((LETTERS, WEIGHTS, FEATURES)).encode())
    folder = settings.DATA_DIR / f"typeface-{metadata.version('fontpkg-figtree')}-{cut:08x}"
    target = folder / NAME
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        _pack(target)
    return target


def _pack(target: Path) -> None:
    # Imported here: fonttools is large and needed once.
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    with (files("fontpkg_figtree") / "files" / "Figtree[wght].ttf").open("rb") as source:
        font = instancer.instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": WEIGHTS})
    options = subset.Options(flavor="woff2", layout_features=FEATURES)
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(LETTERS))
    cutter.subset(font)
    # Written beside and moved, so that two processes at once never serve half a file.
    beside = target.with_suffix(".part")
    subset.save_font(font, str(beside), options)
    beside.replace(target)
