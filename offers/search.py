"""Full text search of the public offers, in Danish as people type it.

`reindex` writes what search knows about a published version, `search` asks it. Folding, stemming and the
reading of a query are SQL functions (migration 0002), so that both sides read words the same way.

A query is tried in three ways, each only when the one before finds nothing: every word, any word, words
spelled nearly so.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from offers import facts
from offers.models import OfferVersion, SearchEntry
from skoleplus.screening.enums import State

# What a word is worth, by where it stands; ts_rank wants the order D, C, B, A.
WEIGHTS = {
    "D": 0.05,  # before, during, after the visit, place, goals, grades
    "C": 0.1,  # description
    "B": 0.4,  # summary, association, subjects, competence areas
    "A": 1.0,  # title
}
# How near a misspelled word must come to a word of the title, association or subjects (0–1, pg_trgm).
NEAR_ENOUGH = 0.5
LONGEST_QUERY = 200


class Match(StrEnum):
    """How the hits of a query were found."""

    EVERY_WORD = "every"
    SOME_WORDS = "some"
    NEARLY = "nearly"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Hits:
    """Rank by id of version (larger is better), and how they were found."""

    ranks: dict[int, float] = field(default_factory=dict)
    match: Match = Match.NOTHING


# The last word may be half typed, so it also counts as a beginning; whole words count again on top.
SEARCH = """
WITH asked AS MATERIALIZED (
    SELECT catalogue_words(%(text)s) AS words,
           catalogue_query(%(text)s, '&', '') AS whole_words,
           catalogue_query(%(text)s, '&', ':*') AS all_words,
           catalogue_query(%(text)s, '|', ':*') AS any_word
), entry AS NOT MATERIALIZED (
    SELECT * FROM offers_searchentry WHERE version_id = ANY(%(within)s)
), by_every AS MATERIALIZED (
    SELECT version_id, ts_rank(%(weights)s::real[], entry.words, all_words)
                       + ts_rank(%(weights)s::real[], entry.words, whole_words) AS rank
    FROM entry, asked WHERE entry.words @@ all_words
), by_some AS MATERIALIZED (
    SELECT version_id, ts_rank(%(weights)s::real[], entry.words, any_word) AS rank
    FROM entry, asked WHERE NOT EXISTS (SELECT FROM by_every) AND entry.words @@ any_word
), nearly AS MATERIALIZED (
    SELECT version_id, (
        SELECT min(word_similarity(word, entry.text))
        FROM unnest(string_to_array(asked.words, ' ')) AS word
    ) AS rank
    FROM entry, asked
    WHERE numnode(all_words) > 0
      AND NOT EXISTS (SELECT FROM by_every) AND NOT EXISTS (SELECT FROM by_some)
)
SELECT 'every', version_id, rank FROM by_every
UNION ALL SELECT 'some', version_id, rank FROM by_some
UNION ALL SELECT 'nearly', version_id, rank FROM nearly WHERE rank >= %(near)s
UNION ALL SELECT 'empty', 0, 0 FROM asked WHERE numnode(all_words) = 0
"""

INDEX = """
INSERT INTO offers_searchentry (version_id, subject_codes, price, words, text)
VALUES (
    %(version)s, %(subject_codes)s, %(price)s,
    setweight(catalogue_vector(%(A)s), 'A') || setweight(catalogue_vector(%(B)s), 'B')
        || setweight(catalogue_vector(%(C)s), 'C') || setweight(catalogue_vector(%(D)s), 'D'),
    catalogue_words(%(near)s)
)
ON CONFLICT (version_id) DO UPDATE SET subject_codes = excluded.subject_codes, price = excluded.price,
    words = excluded.words, text = excluded.text
"""


def search(text: str, within: Collection[int]) -> Hits | None:
    """What of the given versions fits the words, and how well.

    Args:
        text: what somebody typed; anything goes, only the first LONGEST_QUERY characters count.
        within: ids of the versions the asker may see.

    Returns:
        None when the text says nothing to search for (empty, signs only, stop words only).
    """
    asked: dict[str, Any] = {
        "text": _storable(text[:LONGEST_QUERY]),
        "within": list(within),
        "weights": [WEIGHTS[label] for label in "DCBA"],
        "near": NEAR_ENOUGH,
    }
    with connection.cursor() as cursor:
        rows = cursor.execute(SEARCH, asked).fetchall()
    if rows and rows[0][0] == "empty":
        return None
    match = Match(rows[0][0]) if rows else Match.NOTHING
    return Hits({version: rank for _match, version, rank in rows}, match)


def _storable(text: str) -> str:
    """Without what PostgreSQL cannot take: NUL and halves of surrogate pairs."""
    return text.replace("\0", " ").encode(errors="replace").decode()


@transaction.atomic
def reindex(version: OfferVersion) -> None:
    """Make search know a published version, and forget what it replaces; forget any other version.

    Called by every story that publishes a version or changes the name or kind of its association.
    """
    if version.state != State.APPROVED:
        SearchEntry.objects.filter(version=version).delete()
        return
    SearchEntry.objects.filter(version__subject=version.subject_id).exclude(version=version).delete()
    with translation.override(settings.LANGUAGE_CODE):
        texts = {**_words_by_label(version), "near": _words_for_typing_errors(version)}
    known: dict[str, Any] = {
        "version": version.pk,
        "subject_codes": [subject.code for subject in version.subjects.all()],
        "price": facts.class_cost(version).total,
    }
    with connection.cursor() as cursor:
        cursor.execute(INDEX, known | texts)


def reindex_all() -> int:
    """Write the index afresh from what is published; returns how many offers it holds."""
    published = OfferVersion.objects.published().select_related("subject__association")
    SearchEntry.objects.exclude(version__in=published).delete()
    versions = published.prefetch_related("subjects", "areas", "goals")
    for version in versions.iterator(chunk_size=200):
        reindex(version)
    return SearchEntry.objects.count()


def _words_by_label(version: OfferVersion) -> dict[str, str]:
    """The words of a version, by the label that weighs them."""
    grades = " ".join(_("Grade %(grade)s") % {"grade": grade} for grade in _grades(version))
    return {
        "A": version.title,
        "B": f"{version.summary} {_words_for_typing_errors(version)}",
        "C": version.description,
        "D": " ".join(
            [version.before, version.during, version.after, version.brings, version.place_note]
            + [version.get_type_display(), version.get_place_display(), grades]
            + [goal.text for goal in version.goals.all()]
        ),
    }


def _words_for_typing_errors(version: OfferVersion) -> str:
    association = version.subject.association
    names = [subject.name for subject in version.subjects.all()] + [area.name for area in version.areas.all()]
    return " ".join([version.title, association.name, association.get_kind_display(), *names])


def _grades(version: OfferVersion) -> range:
    if version.grade_from is None or version.grade_to is None:
        return range(0)
    return range(version.grade_from, version.grade_to + 1)
