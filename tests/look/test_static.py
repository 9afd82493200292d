"""One stylesheet and one small font for every page, made from sources that are read by people."""

import posixpath
import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

from skoleplus.core.stylesheets import join, squeeze

CSS = Path(settings.BASE_DIR) / "static/css"


def joined() -> str:
    return join((CSS / "skoleplus.css").read_text(), lambda name: (CSS / name).read_text())


def test_every_source_is_in_the_one_file() -> None:
    entry = (CSS / "skoleplus.css").read_text()
    for path in CSS.rglob("*.css"):
        if path.name not in ("skoleplus.css", "demo.css"):
            assert f'"{path.relative_to(CSS)}"' in entry, path.name


def test_nothing_is_left_to_fetch() -> None:
    css = joined()
    assert "@import" not in css
    assert "/*" not in css
    assert css.count("{") == css.count("}")


def test_every_address_is_right_from_where_the_one_file_lies() -> None:
    for address in re.findall(r'url\("([^"]+)"\)', joined()):
        assert finders.find(posixpath.normpath(f"css/{address}")), address


def test_layers_keep_their_order() -> None:
    css = joined()
    assert css.startswith("@layer ground,layout,component,utility;")
    assert css.index("@layer ground{") < css.index("@layer layout{") < css.index("@layer component{")


def test_squeezing_keeps_what_spaces_mean() -> None:
    assert squeeze("a :focus {\n  width: calc(1px + 2px);\n}") == "a :focus{width: calc(1px + 2px)}"


def test_the_stylesheet_and_the_font_stay_small() -> None:
    """The first page has 45 KB for everything but pictures; htmx takes 15 of them."""
    font = Path(str(finders.find("fonts/figtree.woff2")))
    assert len(brotli.compress(joined().encode())) < 10_000
    assert font.stat().st_size < 14_000


@pytest.fixture(scope="module")
def font() -> TTFont:
    return TTFont(str(finders.find("fonts/figtree.woff2")))


@pytest.mark.parametrize("letter", "aZæøåÆØÅéüßöÄ0½–…→€·›“”×")
def test_the_font_has_the_letters_we_write(font: TTFont, letter: str) -> None:
    assert ord(letter) in font.getBestCmap()


def test_the_font_has_all_weights_in_one_file(font: TTFont) -> None:
    (weight,) = font["fvar"].axes
    assert (weight.minValue, weight.maxValue) == (400, 700)


def test_it_is_collected_like_any_other_file() -> None:
    names = [name for finder in finders.get_finders() for name, _ in finder.list(None)]
    assert names.count("fonts/figtree.woff2") == 1


def test_there_is_no_other_thing_to_fetch() -> None:
    """Nothing on a page comes from somebody else."""
    for path in (Path(settings.BASE_DIR) / "static").rglob("*"):
        if path.suffix in {".css", ".js"}:
            assert not re.search(r"""(url\(|fetch\(|import )['"]?https?:""", path.read_text()), path
