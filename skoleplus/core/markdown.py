"""Markdown as people type it in a text field, into HTML that cannot do anything."""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

# Headings start below the page's own; pictures, tables and raw HTML have no place in these texts.
_PARSER = MarkdownIt("commonmark", {"html": False, "breaks": True, "linkify": False})
_PARSER.disable(["image", "html_block", "html_inline"])

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "blockquote", "h3", "h4", "code", "pre", "hr"}
# "*" empties the list of attributes that nh3 allows everywhere.
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "*": set[str]()}
SCHEMES = {"http", "https", "mailto", "tel"}


def render(text: str) -> SafeString:
    """HTML for a text in Markdown, safe to print whoever wrote it.

    The parser emits no raw HTML; what it makes is cleaned once more against a list of allowed tags, so that a
    mistake in either does not become a script on the page.
    """
    html = _PARSER.render(text.replace("\x00", ""))
    return mark_safe(
        nh3.clean(
            _lower_headings(html),
            tags=TAGS,
            attributes=ATTRIBUTES,
            url_schemes=SCHEMES,
            link_rel="nofollow noopener",
        )
    )


def plain(text: str) -> str:
    """The words of a text in Markdown, for summaries, mails and search."""
    return " ".join(nh3.clean(_PARSER.render(text.replace("\x00", "")), tags=set()).split())


def _lower_headings(html: str) -> str:
    for level in range(6, 0, -1):
        lower = 3 if level <= 2 else 4
        html = html.replace(f"<h{level}>", f"<h{lower}>").replace(f"</h{level}>", f"</h{lower}>")
    return html
