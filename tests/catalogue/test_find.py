"""Filters narrow, their numbers combine, and the order is stable."""

import datetime as dt

import pytest
from django.http import QueryDict

from offers.catalogue.find import Found, find
from offers.catalogue.wish import read
from offers.models import OfferVersion
from skoleplus.core.clock import today
from skoleplus.screening.enums import PublicState
from tests.factories import FixedDateFactory, MunicipalityFactory, WindowFactory

SUBJECTS = ["idraet", "dansk", "matematik"]


@pytest.fixture
def ask(municipality):
    def asked(address: str = "") -> Found:
        return find(read(QueryDict(address), SUBJECTS), municipality)

    return asked


@pytest.fixture
def titles(ask):
    def found(address: str = "") -> set[str]:
        return set(in_order(ask(address)))

    return found


def in_order(found: Found) -> list[str]:
    names = dict(OfferVersion.objects.values_list("pk", "title"))
    return [names[pk] for pk in found.versions]


@pytest.fixture
def catalogue(curriculum, make_offer):
    make_offer(
        "Kajak",
        subjects=["idraet"],
        grade_from=7,
        grade_to=9,
        place="association",
        type="excursion",
        price_model="fixed",
        price_amount=80000,
        price_per="visit",
    )
    make_offer("Skak", subjects=["matematik", "idraet"], grade_from=1, grade_to=5)
    make_offer("Teater", subjects=["dansk"], grade_from=4, grade_to=7, association__kind="culture")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", {"Kajak", "Skak", "Teater"}),
        ("grade=5", {"Skak", "Teater"}),
        ("grade=1&grade=9", {"Skak", "Kajak"}),
        ("subject=idraet", {"Kajak", "Skak"}),
        ("subject=dansk&subject=matematik", {"Skak", "Teater"}),
        ("subject=idraet&grade=8", {"Kajak"}),
        ("kind=culture", {"Teater"}),
        ("type=excursion", {"Kajak"}),
        ("place=school", {"Skak", "Teater"}),
        ("price=0", {"Skak", "Teater"}),
        ("price=799", {"Skak", "Teater"}),
        ("price=800", {"Kajak", "Skak", "Teater"}),
        ("q=kajak", {"Kajak"}),
        ("q=kajak&grade=1", set()),
    ],
)
def test_filters(catalogue, titles, address, expected):
    assert titles(address) == expected


def test_numbers_combine_with_the_other_filters(catalogue, ask):
    counts = ask("grade=8").counts
    assert counts["subject"] == {"idraet": 1}
    assert counts["price"]["0"] == 0
    assert counts["price"]["1000"] == 1
    # A filter's own values say what choosing them as well would give.
    assert counts["grade"]["1"] == 1
    assert counts["grade"]["5"] == 2


def test_every_number_is_what_the_filter_then_gives(catalogue, ask):
    for facet, values in ask("place=school").counts.items():
        if facet != "place":
            for value, number in values.items():
                assert len(ask(f"place=school&{facet}={value}").versions) == number


def test_what_to_loosen(catalogue, ask):
    found = ask("q=kajak&grade=1&price=1000")
    assert found.versions == []
    assert found.without == {"grade": 1, "text": 1, "price": 0}
    assert found.in_all == 3


@pytest.mark.parametrize("state", [PublicState.PAUSED, PublicState.SUSPENDED, PublicState.ARCHIVED])
def test_what_is_not_public_is_not_there(make_offer, titles, state):
    make_offer("Skjult", state=state)
    make_offer("Skjult forening", association__state=state)
    make_offer("Synlig")
    assert titles() == {"Synlig"}
    assert titles("q=skjult") == set()


def test_another_municipality_has_its_own_catalogue(make_offer, titles):
    make_offer("Her")
    make_offer("Der", association__municipality=MunicipalityFactory())
    assert titles() == {"Her"}


def test_weekday_and_period(make_offer, titles):
    monday = today() + dt.timedelta(days=7 - today().weekday() + 14)
    tuesday = monday + dt.timedelta(days=1)
    WindowFactory(offer=make_offer("Tirsdage"), weekday=2, first_day=tuesday, last_day=tuesday)
    FixedDateFactory(offer=make_offer("En mandag"), day=monday)
    WindowFactory(
        offer=make_offer("Før"), weekday=2, first_day=dt.date(2020, 1, 1), last_day=dt.date(2020, 6, 1)
    )
    make_offer("Aldrig")
    assert titles("weekday=2") == {"Tirsdage"}
    assert titles("weekday=1&weekday=2") == {"Tirsdage", "En mandag"}
    assert titles(f"from={monday}&to={monday}") == {"En mandag"}
    assert titles(f"from={monday}&to={tuesday}") == {"En mandag", "Tirsdage"}
    assert titles(f"from={tuesday + dt.timedelta(days=1)}") == set()
    assert titles("from=9999-12-31") == set()


def test_newest_first_unless_words_rank(make_offer, ask):
    make_offer("Kajak", decided_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    make_offer("Vand", description="kajak", decided_at=dt.datetime(2026, 3, 1, tzinfo=dt.UTC))
    assert in_order(ask()) == ["Vand", "Kajak"]
    assert in_order(ask("q=kajak")) == ["Kajak", "Vand"]
    assert in_order(ask("q=kajak&sort=newest")) == ["Vand", "Kajak"]


def test_cheapest_and_soonest_first(make_offer, ask):
    make_offer("Dyr", price_model="fixed", price_amount=100000)
    WindowFactory(offer=make_offer("Gratis"), last_day=today() + dt.timedelta(days=90))
    assert in_order(ask("sort=cheapest")) == ["Gratis", "Dyr"]
    assert in_order(ask("sort=soonest")) == ["Gratis", "Dyr"]


def test_equals_keep_their_order(make_offer, ask):
    moment = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    for number in range(5):
        make_offer(f"Nr. {number}", decided_at=moment)
    assert in_order(ask()) == [f"Nr. {number}" for number in range(5)]
