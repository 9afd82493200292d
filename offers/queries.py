"""What public pages read of offers: the catalogue's rows, and one offer with everything about it."""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from associations.models import ProfileVersion
from offers.enums import PictureState
from offers.models import OfferVersion, Picture
from skoleplus.curriculum.models import CompetenceArea, Goal, Subject

# Not shown on a card.
LONG_WORDS = (
    "description", "before", "during", "after", "school_provides", "brings", "place_note", "accessible_note",
    "video_url",
)  # fmt: skip


def public_versions(municipality: Any) -> QuerySet[OfferVersion]:
    """The published versions of the public offers in a municipality's catalogue."""
    versions = OfferVersion.objects.public()
    return versions.filter(subject__association__municipality=municipality) if municipality else versions


def for_cards(version_ids: Iterable[int]) -> list[OfferVersion]:
    """What a card shows, in the order of the ids (two statements: versions and pictures)."""
    ids = list(version_ids)
    found = {version.pk: version for version in _as_cards(OfferVersion.objects.filter(pk__in=ids))}
    return [found[pk] for pk in ids if pk in found]


def public_offer(address: str) -> OfferVersion | None:
    """The published version of a public offer, as `with_curriculum` reads it (two statements).

    Args:
        address: the slug, or municipality and the sender's key: "217:o1".
    """
    code, colon, key = address.partition(":")
    if colon:
        asked = Q(subject__association__municipality__code=code, subject__key=key)
    else:
        asked = Q(subject__slug=address)
    return with_curriculum(OfferVersion.objects.public()).filter(asked).order_by("pk").first()


def with_curriculum(versions: QuerySet[OfferVersion]) -> QuerySet[OfferVersion]:
    """Versions with all that an offer's own page says of them.

    `subject_list`, `area_list` and `goal_list` are dictionaries of what is verified, `association_intro` is
    the association's own published sentence, `ready_pictures` are those that can be shown.
    """
    intro = ProfileVersion.objects.published().filter(subject=OuterRef("subject__association"))
    subjects = Subject.objects.verified().order_by("order", "name")
    areas = CompetenceArea.objects.verified().order_by("subject__order", "order")
    goals = Goal.objects.verified().order_by("area__subject__order", "area__order", "after_grade", "order")
    return (
        versions.select_related("subject__association__municipality", "entry")
        .prefetch_related(ready_pictures())
        .annotate(
            subject_list=_listed(OfferVersion.subjects, subjects, code="code", name="name"),
            area_list=_listed(OfferVersion.areas, areas, name="name", subject="subject__name"),
            goal_list=_listed(
                OfferVersion.goals, goals, text="text", grade="after_grade", subject="area__subject__name"
            ),
            association_intro=Subquery(intro.values("intro")[:1]),
        )
    )


def similar(version: Any, number: int) -> list[OfferVersion]:
    """Other public offers for these grades with a subject of these, the most alike first (two statements)."""
    if version.grade_from is None:
        return []
    codes = [subject["code"] for subject in version.subject_list]
    entry = getattr(version, "entry", None)
    others = (
        public_versions(version.subject.association.municipality)
        .filter(entry__subject_codes__overlap=codes)
        .filter(grade_from__lte=version.grade_to, grade_to__gte=version.grade_from)
        .exclude(subject=version.subject)
        .order_by(TrigramSimilarity("entry__text", entry.text if entry else version.title).desc(), "pk")
    )
    return list(_as_cards(others)[:number])


def _as_cards(versions: QuerySet[OfferVersion]) -> QuerySet[OfferVersion]:
    return (
        versions.select_related("subject__association__municipality", "entry")
        .defer(*LONG_WORDS, "entry__words", "entry__text")
        .prefetch_related(ready_pictures())
    )


def ready_pictures() -> Prefetch:
    ready = Picture.objects.filter(state=PictureState.READY).order_by("position", "uploaded_at")
    return Prefetch("pictures", queryset=ready, to_attr="ready_pictures")


def _listed(relation: Any, rows: QuerySet, **fields: str) -> ArraySubquery:
    """Rows of a many-to-many relation of a version, as dictionaries."""
    of_version = relation.through.objects.filter(offerversion=OuterRef(OuterRef("pk")))
    chosen = rows.filter(pk__in=of_version.values(f"{rows.model._meta.model_name}_id"))
    return ArraySubquery(chosen.values(json=JSONObject(**fields)))


def subject_codes(version: OfferVersion) -> list[str]:
    """Codes of a published version's subjects, from what search knows of it."""
    entry = getattr(version, "entry", None)
    return entry.subject_codes if entry else []
