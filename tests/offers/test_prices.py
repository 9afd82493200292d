"""What an offer costs, in øre."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers import prices
from skoleplus.core.money import parse_kroner


def version(**fields):
    base = {
        "price_model": "fixed", "price_amount": 20000, "price_per": "visit", "instructors": 1,
        "transport": 0, "minutes": 90, "sessions": 1,
    }  # fmt: skip
    return SimpleNamespace(**base | fields)


@pytest.mark.parametrize(
    ("fields", "asked", "total"),
    [
        ({"price_model": "free", "price_amount": 0}, {}, 0),
        ({"price_model": "free", "price_amount": 0, "transport": 15000, "sessions": 3}, {}, 45000),
        ({"price_per": "visit", "sessions": 4}, {}, 80000),
        ({"price_per": "visit", "sessions": 4}, {"sessions": 2}, 40000),
        ({"price_per": "course", "sessions": 4}, {}, 20000),
        ({"price_per": "class", "sessions": 4}, {"classes": 2}, 40000),
        ({"price_model": "materials", "price_per": "pupil", "price_amount": 2500, "sessions": 4}, {}, 60000),
        ({"price_model": "hourly", "price_per": "hour"}, {}, 30000),
        ({"price_model": "hourly", "price_per": "visit"}, {}, 30000),
        ({"price_per": "hour"}, {}, 30000),
        ({"price_model": "hourly", "instructors": 3, "minutes": 150, "sessions": 2}, {}, 300000),
        ({"price_model": "hourly", "transport": 5000}, {}, 35000),
    ],
)
def test_what_the_school_pays(fields, asked, total):
    assert prices.cost(version(**fields), **{"pupils": 24} | asked).total == total


@pytest.mark.parametrize(("amount", "minutes", "total"), [(100, 50, 84), (1, 1, 1), (20000, 45, 15000)])
def test_a_fraction_of_an_ore_goes_to_the_school(amount, minutes, total):
    cost = prices.cost(version(price_model="hourly", price_amount=amount, minutes=minutes), pupils=1)
    assert cost.total == total


def test_says_how_the_sum_comes_about():
    cost = prices.cost(version(price_model="hourly", instructors=2, transport=5000), pupils=24)
    assert [line.amount for line in cost.lines] == [60000, 5000]
    assert "2" in cost.lines[0].words
    assert "90" in cost.lines[0].words


@given(
    st.integers(0, 10**8), st.integers(0, 99), st.sampled_from(["{},{:02d}", "{}.{:02d}", "{},{:02d} kr."])
)
def test_kroner_are_read_as_typed(kroner, ore, shape):
    assert parse_kroner(shape.format(kroner, ore)) == kroner * 100 + ore


@pytest.mark.parametrize(
    ("typed", "ore"),
    [("200", 20000), ("1.250", 125000), ("1 250,5", 125050), ("50,-", 5000), ("kr. 75", 7500), ("0", 0)],
)
def test_ways_of_writing_an_amount(typed, ore):
    assert parse_kroner(typed) == ore


@pytest.mark.parametrize(
    "typed", ["", "-5", "gratis", "1,234", "12,5,0", "1e5", "٣", "²", "1.25.000", "200 kr/time"]
)
def test_what_is_no_amount(typed):
    with pytest.raises(ValueError):
        parse_kroner(typed)
