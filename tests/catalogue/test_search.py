"""Search reads Danish as people type it, ranks what it finds, and never stumbles over what is typed."""

import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offers import search
from offers.models import OfferVersion, SearchEntry
from skoleplus.screening.enums import State
from tests.factories import AssociationFactory, OfferFactory, OfferVersionFactory, SubjectFactory

pytestmark = pytest.mark.django_db


def offer(title: str, association: str = "Foreningen", **words) -> OfferVersion:
    """A public offer that search knows."""
    given_words = {f"published__{name}": value for name, value in ({"summary": ""} | words).items()}
    made = OfferFactory(association__name=association, published__title=title, **given_words)
    version = made.versions.get()
    search.reindex(version)
    return version


def titles(text: str) -> list[str]:
    """Titles of the hits, best first."""
    known = dict(OfferVersion.objects.published().values_list("pk", "title"))
    hits = search.search(text, list(known))
    assert hits is not None
    return [known[pk] for pk, _rank in sorted(hits.ranks.items(), key=lambda hit: -hit[1])]


def sql(expression: str, *values: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT ({expression})::text", values)
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ÆØÅ æøå", "aeoeaa aeoeaa"),
        ("Århus Aarhus", "aarhus aarhus"),
        ("A\u030arhus", "aarhus"),
        ("Idræt på ENGELSK", "idraet paa engelsk"),
        ("Café Müller Škoda Łódź", "cafe muller skoda lodz"),
        ("Malmö, Täby", "malmoe, taeby"),
    ],
)
def test_folding(typed, folded):
    assert sql("catalogue_fold(%s)", typed) == folded


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("natur/teknologi – 4.A!", "natur teknologi 4 a"),
        ("på når også naar paa", ""),
        ("  🏊 «svømning»\t", "svoemning"),
        ("e-mail: a.b@example.org", "e mail a b example org"),
    ],
)
def test_words(typed, words):
    assert sql("catalogue_words(%s)", typed) == words


@pytest.mark.parametrize("typed", ["håndbold", "haandbold", "HÅNDBOLD", "håndbolden", "håndb", "haandb"])
def test_letters_endings_and_beginnings_are_read_alike(typed):
    offer("Skak i matematik")
    offer("Håndbold for alle")
    assert titles(typed) == ["Håndbold for alle"]


def test_every_word_must_fit_where_that_is_possible():
    offer("Kajak på fjorden")
    offer("Kajak og natur")
    assert titles("kajak natur") == ["Kajak og natur"]


def test_some_words_are_better_than_none():
    offer("Kajak på fjorden")
    version = offer("Skak")
    hits = search.search("kajak astronomi", [version.pk, *OfferVersion.objects.values_list("pk", flat=True)])
    assert hits.match == search.Match.SOME_WORDS
    assert titles("kajak astronomi") == ["Kajak på fjorden"]


@pytest.mark.parametrize("typed", ["svømning på skolen", "svømning på en skole", "svømning og skole"])
def test_stop_words_do_not_kill_a_query(typed):
    offer("Svømning", summary="Vi kommer ud til skolen")
    assert titles(typed) == ["Svømning"]


@pytest.mark.parametrize("typed", ["", "   ", "og på i", "?!", "🏊"])
def test_nothing_said_is_no_filter(typed):
    version = offer("Svømning og på i")
    assert search.search(typed, [version.pk]) is None


@pytest.mark.parametrize("typed", ["hondbold", "håndbld", "handbold", "haandbolt"])
def test_typing_errors(typed):
    offer("Håndbold for alle")
    offer("Skak i matematik")
    assert titles(typed) == ["Håndbold for alle"]


def test_nothing_like_it():
    version = offer("Håndbold for alle")
    assert search.search("xylofon", [version.pk]) == search.Hits({}, search.Match.NOTHING)


def test_title_before_association_before_description():
    offer("Frisk luft", description="Vi prøver klatring, og klatring igen, klatring og klatring.")
    offer("Højt til vejrs", association="Klatring Nord")
    offer("Klatring på skolen")
    assert titles("klatring") == ["Klatring på skolen", "Højt til vejrs", "Frisk luft"]


def test_a_whole_word_before_a_beginning():
    offer("Skakturnering")
    offer("Skak")
    assert titles("skak") == ["Skak", "Skakturnering"]


def test_grade_and_subject_can_be_typed():
    nature = SubjectFactory(code="natur_teknologi", name="Natur/teknologi")
    version = offer("Tal og terninger", grade_from=4, grade_to=5)
    version.subjects.set([nature])
    search.reindex(version)
    offer("For de store", grade_from=8, grade_to=9)
    assert titles("4. klasse") == ["Tal og terninger"]
    assert titles("natur/teknologi") == ["Tal og terninger"]
    assert version.entry.subject_codes == ["natur_teknologi"]


def test_only_what_the_asker_may_see():
    offer("Kajak på fjorden")
    visible = offer("Havkajak, kajak på havet")
    assert list(search.search("kajak", [visible.pk]).ranks) == [visible.pk]


def test_a_draft_is_not_known():
    draft = OfferVersionFactory(subject=OfferFactory(published=None), title="Hemmelig", state=State.DRAFT)
    search.reindex(draft)
    assert not SearchEntry.objects.exists()


def test_a_new_version_replaces_the_old_one():
    old = offer("Gammelt navn")
    OfferVersion.objects.filter(pk=old.pk).update(state=State.SUPERSEDED)
    new = OfferVersionFactory(subject=old.subject, title="Nyt navn")
    search.reindex(new)
    assert [entry.version_id for entry in SearchEntry.objects.all()] == [new.pk]


def test_a_version_no_longer_published_is_forgotten():
    version = offer("Gammelt navn")
    OfferVersion.objects.filter(pk=version.pk).update(state=State.SUPERSEDED)
    version.refresh_from_db()
    search.reindex(version)
    assert not SearchEntry.objects.exists()


def test_reindex_all_writes_and_forgets(capsys):
    kept = OfferFactory(association=AssociationFactory()).versions.get()
    gone = offer("Gammelt navn")
    OfferVersion.objects.filter(pk=gone.pk).update(state=State.SUPERSEDED)
    call_command("reindex_all")
    assert [entry.version_id for entry in SearchEntry.objects.all()] == [kept.pk]
    assert "1 offers" in capsys.readouterr().out


def test_price_is_that_of_an_ordinary_class():
    per_pupil = {"price_model": "materials", "price_per": "pupil", "price_amount": 2500}
    assert offer("Uden grænse", **per_pupil).entry.price == 24 * 2500
    assert offer("Små hold", **per_pupil, group_max=10).entry.price == 10 * 2500


@pytest.fixture
def indexed(db):
    return [offer("Kajak på fjorden").pk]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_anything_may_be_typed(indexed, text):
    hits = search.search(text, indexed)
    assert hits is None or set(hits.ranks) <= set(indexed)


@pytest.mark.parametrize(
    "typed", ["\0", "\ud800", "'; DROP TABLE --", "zz & | ! <-> (", ":*", "\\", "x" * 10**6]
)
def test_odd_queries_find_nothing(indexed, typed):
    hits = search.search(typed, indexed)
    assert not (hits and hits.ranks)
