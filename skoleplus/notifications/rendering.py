"""The words of a mail: subject, plain text and HTML from a room's templates, in the reader's language."""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template import Context, TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import translation

SUBJECT_LENGTH = 200


@dataclass(frozen=True)
class Parts:
    subject: str
    text: str
    html: str = ""


# How a template's name becomes the names of its three parts, here and in allauth.
OURS = (".subject.txt", ".txt", ".html")
ALLAUTHS = ("_subject.txt", "_message.txt", "_message.html")


def render(
    template: str, context: dict[str, Any], *, language: str = "", endings: tuple[str, str, str] = OURS
) -> Parts:
    """Render a mail.

    Args:
        template: the common beginning of the templates' names.
        language: the reader's; the portal's own when it is unknown.
        endings: of the names of subject, text and HTML. HTML may be missing.

    Raises:
        TemplateDoesNotExist: subject or text is missing.
    """
    if language not in dict(settings.LANGUAGES):
        language = settings.LANGUAGE_CODE
    with translation.override(language):
        subject, text, html = (template + ending for ending in endings)
        return Parts(
            subject=one_line(_plain(subject, context)),
            text=_tidy(_plain(text, context)),
            html=_html(html, context),
        )


def one_line(text: str) -> str:
    """Fit for a header: no line breaks, no NUL, no absurd length."""
    line = " ".join(text.replace("\x00", "").split())
    return line if len(line) <= SUBJECT_LENGTH else line[: SUBJECT_LENGTH - 1].rstrip() + "…"


def _plain(name: str, context: dict[str, Any]) -> str:
    # Django escapes HTML in every template; in plain text "Rock & Ro" must stay as it is.
    return get_template(name).template.render(Context(context, autoescape=False))  # type: ignore[attr-defined]


def _html(name: str, context: dict[str, Any]) -> str:
    try:
        return get_template(name).render(context).replace("\x00", "").strip()
    except TemplateDoesNotExist as problem:
        if problem.args[0] != name:
            raise
        return ""


def _tidy(text: str) -> str:
    """Template tags leave empty lines behind; one is enough to part paragraphs."""
    text = re.sub(r"[ \t]+$", "", text.replace("\x00", ""), flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
