"""Markdown cannot script, whoever wrote it."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skoleplus.core import markdown

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "![x](https://evil.example/pixel.gif)",
    '[x](https://a.example "onmouseover=alert(1)")',
    '[x](https://a.example" onclick="alert(1))',
    "<https://a.example/<script>>",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>body{display:none}</style>",
    "<p style='position:fixed;inset:0'>x</p>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>",
    "<form action=//evil.example><input name=password></form>",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<div id=main><base href=//evil.example>",
    "a\x00<script>alert(1)</script>",
    "[a]: javascript:alert(1)\n[a]",
]


class Reader(HTMLParser):
    """Keeps what a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def assert_harmless(html: str) -> None:
    for tag, attributes in Reader(html).found:
        assert tag in markdown.TAGS
        assert attributes.keys() <= {"href", "rel", "start"}
        if href := attributes.get("href"):
            scheme = re.match(r"[a-z][a-z0-9+.-]*(?=:)", href, re.IGNORECASE)
            assert not scheme or scheme[0].lower() in markdown.SCHEMES


@pytest.mark.parametrize("attack", ATTACKS)
def test_known_attacks_do_nothing(attack: str) -> None:
    assert_harmless(markdown.render(attack))


@given(st.text(alphabet="<>/=\"'()[]!:;&#*_-`\n \tahrefonjsciptjl0\x00é🙂", max_size=120))
def test_nothing_that_is_typed_scripts(text: str) -> None:
    assert_harmless(markdown.render(text))


@given(st.lists(st.sampled_from([*ATTACKS, "**", "\n\n", "> ", "- ", "[", "](", ")"]), max_size=6))
def test_nor_do_attacks_in_combination(parts: list[str]) -> None:
    assert_harmless(markdown.render("".join(parts)))


def test_what_people_write_looks_as_they_meant() -> None:
    html = markdown.render("**Vi bygger**\n\n- en have\n- et hegn\n\n[Mere](https://a.dk)")
    assert "<strong>Vi bygger</strong>" in html
    assert html.count("<li>") == 2
    assert 'href="https://a.dk"' in html
    assert "nofollow" in html


def test_a_line_break_stays_one() -> None:
    assert "<br" in markdown.render("Husk:\nregntøj")


def test_headings_stay_below_the_pages_own() -> None:
    html = markdown.render("# Stor\n\n### Lille")
    assert "<h3>Stor</h3>" in html
    assert "<h4>Lille</h4>" in html


def test_plain_keeps_the_words_alone() -> None:
    assert markdown.plain("**Vand**\n\n- [luft](https://a.dk)") == "Vand luft"


def test_a_long_text_is_rendered_in_reasonable_time() -> None:
    assert markdown.render("*a " * 20_000)
    assert markdown.render("[" * 5_000)
