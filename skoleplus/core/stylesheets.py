"""Static files in production: hashed, compressed, and the stylesheet in one piece.

Sources stay one file per component. Browsers would fetch every @import one after the other, so collectstatic
writes them into the file that imports them, and drops comments and indentation.
"""

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

ENTRY = "css/skoleplus.css"
_IMPORT = re.compile(r'@import "(?P<path>[^"]+)"(?: layer\((?P<layer>[\w-]+)\))?;')
_URL = re.compile(r'url\("([^":]+)"\)')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r"\s*([{};,])\s*")


class StaticStorage(CompressedManifestStaticFilesStorage):
    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if not dry_run and ENTRY in paths:
            self._join(paths)
        yield from super().post_process(paths, dry_run, **options)

    def _join(self, paths: dict[str, Any]) -> None:
        storage, path = paths[ENTRY]
        css = join(_read(storage, path), lambda name: _read(*paths[f"css/{name}"]))
        self.delete(ENTRY)
        self._save(ENTRY, ContentFile(css.encode()))
        paths[ENTRY] = (self, ENTRY)


def join(entry: str, read: Any) -> str:
    """The entry stylesheet with its imports written out.

    Args:
        entry: text whose imports name files beside it.
        read: gives the text of an imported file by its name in the import.
    """

    def written_out(match: re.Match[str]) -> str:
        css = _rebased(read(match["path"]), posixpath.dirname(match["path"]))
        return f"@layer {match['layer']} {{{css}}}" if match["layer"] else css

    return squeeze(_IMPORT.sub(written_out, _COMMENT.sub("", entry)))


def squeeze(css: str) -> str:
    """Without comments, indentation and line ends. Strings in our stylesheets hold no double spaces."""
    return _AROUND.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", css))).replace(";}", "}").strip()


def _rebased(css: str, folder: str) -> str:
    """Addresses that were right in the imported file, made right for the file that imports it."""
    return _URL.sub(lambda match: f'url("{posixpath.normpath(posixpath.join(folder, match[1]))}")', css)


def _read(storage: Any, path: str) -> str:
    with storage.open(path) as file:
        return file.read().decode()
