"""What changed between two wordings, word by word."""

import difflib
import re

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

_WORDS = re.compile(r"\s+|[^\s]+")


def sides(old: str, new: str) -> dict[str, object]:
    """Both wordings with what went away in <del> and what came in <ins>, and whether anything changed."""
    if old == new:
        return {"old": _plain(old), "new": _plain(new), "changed": False}
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    left, right = [], []
    # difflib's own rule for frequent words ("autojunk") stays on: without it a word said often takes hours.
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, after).get_opcodes():
        gone, came = "".join(before[a:b]), "".join(after[c:d])
        left.append(_marked("del", gone) if kind != "equal" else escape(gone))
        right.append(_marked("ins", came) if kind != "equal" else escape(came))
    return {"old": _broken(left), "new": _broken(right), "changed": True}


def _marked(tag: str, text: str) -> SafeString:
    """The text as deleted or inserted; few screen readers say so by themselves."""
    if not text.strip():
        return escape(text)
    spoken = _("removed:") if tag == "del" else _("added:")
    return format_html('<{0}><span class="visually-hidden">{1} </span>{2}</{0}>', tag, spoken, text)


def _plain(text: str) -> SafeString:
    return _broken([escape(text)])


def _broken(parts: list[SafeString]) -> SafeString:
    return mark_safe("".join(parts).replace("\r\n", "\n").replace("\n", "<br>"))
