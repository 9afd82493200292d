"""A catalogue of any size, with texts as long as people write them: those of the demo, over and over."""

import datetime as dt
import json
from collections.abc import Iterator
from itertools import count, cycle
from pathlib import Path
from typing import Any

from associations.models import Association
from handover.demo import __file__ as demo
from offers import search
from offers.enums import PictureState
from offers.models import Offer, OfferVersion, Picture, Window
from skoleplus.core.clock import now, today
from skoleplus.curriculum.models import Subject
from skoleplus.curriculum.services import load_curriculum
from skoleplus.screening.enums import State
from tests.factories import AssociationFactory, MunicipalityFactory

BUNDLE = Path(demo).with_name("helsingoer_bundle.json")
WORDS = ("title", "summary", "description", "before", "during", "after", "type", "minutes", "place")


class Catalogue:
    """Grows on demand. Every second offer has a picture, every one a weekly window."""

    def __init__(self) -> None:
        load_curriculum(by=None)
        bundle = json.loads(BUNDLE.read_text())
        municipality = MunicipalityFactory(name="Prøveby Kommune")
        self.subjects = {subject.code: subject for subject in Subject.objects.all()}
        self.associations = {
            row["key"]: AssociationFactory(municipality=municipality, name=row["name"], kind=row["kind"])
            for row in bundle["associations"]
        }
        self.rows = self._rows(bundle["offers"])
        self.slugs: list[str] = []

    def _rows(self, offers: list[dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any]]]:
        yield from zip(count(1), cycle(offers))

    def grow_to(self, size: int) -> None:
        while len(self.slugs) < size:
            self._add(*next(self.rows))

    def _add(self, number: int, row: dict[str, Any]) -> None:
        association: Association = self.associations[row["association"]]
        offer = Offer.objects.create(association=association, slug=f"tilbud-{number}", created_at=now())
        version = OfferVersion.objects.create(
            subject=offer,
            number=1,
            state=State.APPROVED,
            created_at=now(),
            edited_at=now(),
            submitted_at=now(),
            decided_at=now() - dt.timedelta(minutes=number),
            grade_from=row["grades"][0],
            grade_to=row["grades"][1],
            price_model=row["price"]["model"],
            price_amount=row["price"]["amount"],
            price_per=row["price"]["per"],
            **{name: row[name] for name in WORDS},
        )
        version.subjects.set([self.subjects[code] for code in row["subjects"]])
        Window.objects.create(
            offer=offer,
            weekday=1 + number % 5,
            starts=dt.time(8),
            ends=dt.time(14),
            first_day=today(),
            last_day=today() + dt.timedelta(days=200),
        )
        if number % 2:
            version.pictures.add(_picture(offer))
        search.reindex(version)
        self.slugs.append(offer.slug)


def _picture(offer: Offer) -> Picture:
    return Picture.objects.create(
        offer=offer,
        alt="Elever i skoven",
        credit="Prøveby Kommune",
        state=PictureState.READY,
        digest=offer.slug,
        width=1600,
        height=1067,
        uploaded_at=now(),
    )
