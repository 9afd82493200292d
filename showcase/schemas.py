"""What the public API says of an offer; names and values are those of the bundle where it has them."""

import datetime as dt
from typing import Annotated, Any

from annotated_types import Interval
from ninja import Field, Schema
from pydantic import StringConstraints, WithJsonSchema, WrapValidator

from offers.search import LONGEST_QUERY
from skoleplus.core.grades import HIGHEST, LOWEST

MOST_PER_PAGE = 100
Words = Annotated[str, StringConstraints(max_length=LONGEST_QUERY, pattern=r"^[^\x00-\x1f]*$")]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{0,50}$")]
Address = Annotated[
    str,
    StringConstraints(max_length=120, pattern=r"^[^\x00-\x1f/]+$"),
    Field(description="Its slug, or municipality and key: 217:o1."),
]


def number(low: int, high: int | None, default: int | None) -> Any:
    """A whole number; an empty value says nothing, for a form sends every field it has."""
    limits = {"minimum": low} | ({"maximum": high} if high is not None else {})
    return Annotated[
        int,
        Interval(ge=low, le=high),
        WrapValidator(lambda value, check: default if value == "" else check(value)),
        WithJsonSchema({"anyOf": [{"type": "integer", **limits}, {"const": ""}]}),
    ]


class Asked(Schema):
    """What can be asked for."""

    q: Words = Field("", description="Words, in Danish, as people type them.")
    grade: number(LOWEST, HIGHEST, None) = Field(None, description="0 is børnehaveklassen.")  # type: ignore[valid-type]
    subject: Code = Field("", description="A code of the curriculum, as idraet.")
    page: number(1, None, 1) = 1  # type: ignore[valid-type]
    page_size: number(1, MOST_PER_PAGE, 20) = 20  # type: ignore[valid-type]


class Problem(Schema):
    detail: str = Field(description="What is wrong, in a sentence.")


class AssociationOut(Schema):
    key: str | None
    slug: str
    name: str
    kind: str


class PriceOut(Schema):
    """Amounts in øre. `class_total` is what an ordinary class pays for all of it."""

    model: str
    amount: int
    per: str
    instructors: int
    transport: int
    note: str
    class_total: int


class OfferOut(Schema):
    key: str | None = Field(description="The id of whoever sent the offer in a bundle; null when nobody did.")
    slug: str
    municipality: str = Field(description="Code of the municipality.")
    url: str
    title: str
    summary: str
    association: AssociationOut
    type: str
    grades: tuple[int, int] = Field(description="From and to, both included.")
    subjects: list[str] = Field(description="Codes of the curriculum.")
    minutes: int
    sessions: int
    place: str
    price: PriceOut


class OfferPage(Schema):
    count: int = Field(description="How many fit in all.")
    results: list[OfferOut]


class WindowOut(Schema):
    """Every week between two days; local times."""

    weekday: int = Field(description="1 is Monday.")
    start: dt.date
    end: dt.date
    opens: str
    closes: str
    parallel: int


class DateOut(Schema):
    date: dt.date
    opens: str
    closes: str
    left: int = Field(description="Places left, in pupils.")


class OfferDetail(OfferOut):
    description: str = Field(description="Markdown.")
    before: str
    during: str
    after: str
    areas: list[str] = Field(description="Names of competence areas.")
    goals: list[str]
    group: tuple[int | None, int | None] = Field(description="Fewest and most pupils.")
    whole_classes: bool
    place_note: str
    travel_km: int | None
    school_provides: str
    brings: str
    teacher_present: bool
    accessible: bool | None
    languages: list[str]
    pilot: bool
    windows: list[WindowOut]
    dates: list[DateOut]
