"""What stands in the address is cleaned, and can be written again."""

import datetime as dt

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from offers.catalogue.wish import FACETS, SORTS, Wish, page_number, read

SUBJECTS = ["idraet", "dansk"]


def wish(address: str) -> Wish:
    return read(QueryDict(address), SUBJECTS)


def test_everything_that_can_be_asked():
    asked = wish(
        "q=kajak&grade=4&grade=5&subject=idraet&price=500&place=school&kind=sport&type=visit"
        "&weekday=2&from=2027-03-01&to=2027-03-05&sort=newest"
    )
    assert asked.text == "kajak"
    assert asked.chosen["grade"] == {"4", "5"}
    assert (asked.first_day, asked.last_day) == (dt.date(2027, 3, 1), dt.date(2027, 3, 5))
    assert asked.filters == 9
    assert wish(asked.address().removeprefix("?")) == asked


@pytest.mark.parametrize(
    "address",
    [
        "grade=99", "grade=-1", "grade=4.5", "grade=٤", "subject=unknown", "subject=%00", "price=-1",
        "price=gratis", "price=10000000", "kind=church", "weekday=0", "from=2027-02-30", "to=tomorrow",
        "sort=random", "q=%00%01", "from=2027-13-01", "unknown=1",
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_left_out(address):
    assert wish(address) == Wish()


def test_a_period_that_ends_before_it_begins_has_no_end():
    assert wish("from=2027-03-05&to=2027-03-01").last_day is None


def test_a_ceiling_is_one():
    assert wish("price=500&price=0").chosen["price"] == {"0"}


def test_text_is_one_line_and_not_endless():
    assert wish("q=a%0Ab%00c").text == "a b c"
    assert len(wish("q=" + "x" * 1_000_000).text) == 200


def test_without():
    asked = wish("q=kajak&grade=4&grade=5&weekday=2&from=2027-03-01")
    assert asked.without("grade", "4").chosen["grade"] == {"5"}
    assert "grade" not in asked.without("grade").chosen
    assert asked.without("text").text == ""
    assert asked.without("period") == Wish("kajak", {"grade": frozenset("45")})


@pytest.mark.parametrize(
    ("address", "page"),
    [("", 1), ("page=3", 3), ("page=abc", 1), ("page=0", 1), ("page=-1", 1), ("page=", 1), ("page=²", 1)],
)
def test_page_number(address, page):
    assert page_number(QueryDict(address)) == page


def test_a_huge_page_is_a_number():
    assert page_number(QueryDict("page=" + "9" * 5000)) == 999_999_999


names = st.sampled_from([*FACETS, "q", "from", "to", "sort"])
values = st.one_of(
    st.text(max_size=20),
    st.sampled_from([*SORTS, "0", "4", "idraet", "sport", "visit", "school", "2027-03-01", "2028-02-29"]),
)


@given(st.lists(st.tuples(names, values), max_size=8))
def test_any_address_is_read_and_written_again(pairs):
    params = QueryDict(mutable=True)
    for name, value in pairs:
        params.appendlist(name, value)
    asked = read(params, SUBJECTS)
    assert wish(asked.address().removeprefix("?")) == asked
