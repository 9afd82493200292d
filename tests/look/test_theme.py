"""Whatever two colours a municipality chooses, every text is readable, on light and on dark screens."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from skoleplus.municipalities.models import Municipality
from skoleplus.municipalities.theme import (
    DEFAULT_PRIMARY,
    DEFAULT_SECONDARY,
    EDGES,
    SOLIDS,
    SURFACES,
    TEXTS,
    contrast,
    luminance,
    make_theme,
)

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@hypothesis_settings(deadline=None, max_examples=150)
@given(primary=colours, secondary=colours)
def test_any_two_colours_give_readable_text(primary: str, secondary: str) -> None:
    theme = make_theme(primary, secondary)
    for palette in (theme.light, theme.dark):
        for surface in SURFACES:
            for text in TEXTS:
                assert contrast(palette[surface], palette[text]) >= 4.5, (surface, text)
        for solid in SOLIDS:
            assert contrast(palette[solid], "#ffffff") >= 4.5, solid
        for surface in ("page", "page-soft", "raised"):
            for edge in EDGES:
                assert contrast(palette[surface], palette[edge]) >= 3, (surface, edge)


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#ffff00", "#0000ff", "#808080"])
def test_the_extremes_too(colour: str) -> None:
    for palette in (make_theme(colour, colour).light, make_theme(colour, colour).dark):
        worst = min(contrast(palette[s], palette[t]) for s in SURFACES for t in TEXTS)
        assert worst >= 4.5


def test_a_brand_that_is_readable_stays_as_it_is() -> None:
    assert make_theme("#0b5f5a", "#c2500f").light["accent"] == "#0b5f5a"


def test_luminance_and_contrast_are_those_of_wcag() -> None:
    assert luminance("#ffffff") == pytest.approx(1)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("wrong", ["0b5f5a", "#fff", "red", "#0b5f5a;}body{display:none"])
def test_what_is_no_colour_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError):
        make_theme(wrong, DEFAULT_SECONDARY)


def test_the_default_theme_stands_in_the_stylesheet() -> None:
    tokens = (Path(settings.BASE_DIR) / "static/css/tokens.css").read_text()
    assert make_theme(DEFAULT_PRIMARY, DEFAULT_SECONDARY).stylesheet in tokens


def test_components_use_only_tokens_that_exist() -> None:
    css = "".join(path.read_text() for path in (Path(settings.BASE_DIR) / "static/css").rglob("*.css"))
    used = set(re.findall(r"var\(--([\w-]+)", css))
    known = set(re.findall(r"--([\w-]+):", css))
    assert used <= known


@pytest.mark.django_db
class TestStylesheet:
    @pytest.fixture
    def municipality(self) -> Municipality:
        return Municipality.objects.create(code="999", name="Havn", colour="#1d3f8f", accent_colour="#d98a00")

    def test_the_page_links_it_and_it_is_kept_for_a_year(
        self, client: Client, municipality: Municipality
    ) -> None:
        page = client.get("/om/").content.decode()
        link = re.search(r"/tema/999-\w+\.css", page)
        assert link
        answer = client.get(link[0])
        assert answer["Content-Type"].startswith("text/css")
        assert "immutable" in answer["Cache-Control"]
        assert "--accent: #1d3f8f" in answer.content.decode()

    def test_an_old_address_gives_the_colours_of_today_unkept(
        self, client: Client, municipality: Municipality
    ) -> None:
        answer = client.get(reverse("theme", args=["999", "0000000000"]))
        assert answer["Cache-Control"] == "no-cache"
        assert "#1d3f8f" in answer.content.decode()

    def test_an_unknown_municipality_is_not_found(self, client: Client) -> None:
        assert client.get(reverse("theme", args=["000", "0000000000"])).status_code == 404
