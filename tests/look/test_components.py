"""Every component renders, says what it was told, and escapes what it was told."""

import re
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.core.paginator import Paginator
from django.template import RequestContext, Template, TemplateSyntaxError
from django.test import Client, RequestFactory
from lucide import IconDoesNotExist

from skoleplus.core import art, compare
from skoleplus.core.icons import icon
from skoleplus.core.templatetags.look import BLOCKS

COMPONENTS = Path(settings.BASE_DIR) / "templates/components"
# Parts of pages, shown on every page or by tests of their own.
FRAME = {
    "site_head",
    "site_me",
    "site_foot",
    "messages",
    "mark",
    "landscape",
    "lost",
    "picture",
    "finder",
    "autosave",
}


def render(source: str, **context: object) -> str:
    request = RequestFactory().get("/tilbud/?fag=idraet&page=2")
    return Template("{% load look danish i18n %}" + source).render(RequestContext(request, context))


@pytest.mark.django_db
def test_the_style_guide_shows_every_component(client: Client) -> None:
    page = client.get("/stil/").content.decode()
    marks = {
        "page_head": "page-head",
        "scroller": "scroller",
        "hero": "hero-lead",
        "action_bar": "action-bar",
    }
    for path in COMPONENTS.glob("*.html"):
        if path.stem not in FRAME:
            assert f'class="{marks.get(path.stem, path.stem)}' in page, path.stem


def test_every_component_tells_how_it_is_used() -> None:
    plain = {"crumbs", "compare", "landscape", "mark", "lost"}
    for path in COMPONENTS.glob("*.html"):
        assert path.stem in plain or path.read_text().startswith("{% comment %}"), path.stem


@pytest.mark.parametrize("name", BLOCKS)
def test_an_unknown_parameter_is_a_mistake(name: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="colour"):
        render("{% " + name + ' colour="red" %}{% end' + name + " %}")


@pytest.mark.parametrize("name", BLOCKS)
def test_what_people_wrote_is_escaped(name: str) -> None:
    given = "<script>alert(1)</script>"
    parameter = "title" if "title" in BLOCKS[name] else "label"
    html = render("{% " + name + f" {parameter}=given %}}{{{{ given }}}}{{% end{name} %}}", given=given)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


class TestCard:
    def test_is_one_link_with_a_heading(self) -> None:
        html = render(
            '{% card title="Kajak" url="/tilbud/kajak/" key="k" level=2 %}<p>Ud på fjorden</p>{% endcard %}'
        )
        assert '<h2><a href="/tilbud/kajak/">Kajak</a></h2>' in html
        assert html.count("<a ") == 1
        assert "<p>Ud på fjorden</p>" in html

    def test_without_a_picture_has_art(self) -> None:
        assert "art-leaf" in render('{% card title="Bier" url="#" key="k" topic="Biologi" %}{% endcard %}')

    def test_with_a_picture_reserves_its_room(self) -> None:
        picture = {
            "avif": "a.avif 400w",
            "webp": "a.webp 400w",
            "src": "a.webp",
            "width": 400,
            "height": 267,
            "alt": "Bi",
        }
        html = render('{% card title="Bier" url="#" picture=picture %}{% endcard %}', picture=picture)
        assert 'width="400" height="267"' in html
        assert 'alt="Bi"' in html
        assert 'type="image/avif"' in html
        assert 'loading="lazy"' in html
        assert 'class="art ' not in html


class TestArt:
    def test_the_same_thing_always_looks_the_same(self) -> None:
        assert art.motif_for("kajak-paa-fjorden") == art.motif_for("kajak-paa-fjorden")

    @pytest.mark.parametrize(
        ("topic", "colour"),
        [("Musik", "violet"), ("Natur/teknologi", "leaf"), ("culture", "brick"), ("Tysk (valgfag)", "sky")],
    )
    def test_the_topic_chooses_the_colour(self, topic: str, colour: str) -> None:
        assert art.motif_for("ting", "ukendt", topic).colour == colour

    @pytest.mark.parametrize(
        ("key", "sign"),
        [
            ("skak-paa-skemaet", "chess-knight"),
            ("besoeg-bierne", "flower-2"),
            ("robotugen-byg-kod", "bot"),
            ("billedbogstimen", "book-open"),
            ("fra-froe-til-frokost", "sprout"),
        ],
    )
    def test_its_own_words_choose_the_sign(self, key: str, sign: str) -> None:
        assert art.motif_for(key, "Idræt").sign == sign

    def test_without_a_telling_word_the_topic_does(self) -> None:
        assert art.motif_for("rideforeningen-kloeverengen", "Idræt").sign == "trophy"

    def test_unknown_things_differ(self) -> None:
        assert len({art.motif_for(f"ting-{number}")[:2] for number in range(40)}) > 10

    def test_everything_can_be_drawn_under_a_strict_policy(self) -> None:
        topics = {*art.TOPICS.values(), art.ANYTHING}
        motifs = {
            art.Motif(colour, pattern, topic.sign)
            for topic in topics
            for colour in topic.colours
            for pattern in topic.patterns
        }
        motifs |= {art.Motif("sun", "lines", sign) for sign in art.SIGNS.values()}
        for motif in motifs:
            drawn = art.draw(motif)
            assert "style=" not in drawn
            assert f"art-{motif.pattern}" in drawn

    def test_every_colour_and_every_pattern_is_there(self) -> None:
        css = (Path(settings.BASE_DIR) / "static/css/components/art.css").read_text()
        for topic in {*art.TOPICS.values(), art.ANYTHING}:
            for colour in topic.colours:
                assert f".art-{colour} {{" in css
            for pattern in topic.patterns:
                assert f".art-{pattern}::before {{" in css


class TestIcon:
    def test_is_hidden_from_screen_readers(self) -> None:
        assert 'aria-hidden="true"' in icon("users")

    def test_an_unknown_one_is_a_mistake(self) -> None:
        with pytest.raises(IconDoesNotExist):
            icon("no-such-icon")


class TestCompare:
    def test_marks_words_that_came_and_went(self) -> None:
        sides = compare.sides("Vi padler i tre timer", "Vi padler i fire timer")
        assert re.search("<del><span .*>fjernet: </span>tre</del>", str(sides["old"]))
        assert re.search("<ins><span .*>tilføjet: </span>fire</ins>", str(sides["new"]))

    def test_says_when_nothing_changed(self) -> None:
        assert compare.sides("Kajak", "Kajak")["changed"] is False

    def test_a_word_said_a_thousand_times_takes_no_time(self) -> None:
        before = time.process_time()
        compare.sides("a b " * 2000, "b c a " * 1300)
        assert time.process_time() - before < 2

    def test_escapes_what_people_wrote(self) -> None:
        sides = compare.sides("<b>a</b>", "<script>b</script>")
        assert "<script>" not in f"{sides['old']}{sides['new']}"
        assert "<b>" not in f"{sides['old']}{sides['new']}"


class TestPager:
    def test_keeps_the_rest_of_the_address(self) -> None:
        html = render('{% include "components/pager.html" %}', page=Paginator(range(90), 10).page(2))
        assert "fag=idraet&amp;page=3" in html
        assert 'aria-current="page"' in html

    def test_says_nothing_about_one_page(self) -> None:
        assert "<nav" not in render('{% include "components/pager.html" %}', page=Paginator([1], 10).page(1))


def test_crumbs_link_all_but_the_last() -> None:
    html = render('{% crumbs "Find tilbud" "/tilbud/" "Kajak" %}')
    assert '<a href="/tilbud/">Find tilbud</a>' in html
    assert '<span aria-current="page">Kajak</span>' in html
