"""However a bundle is mangled, the answer is a list of errors and never a traceback."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.handover.bundles import inspect, inspect_bytes, small

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=10**18, max_value=10**40),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.sampled_from(
        ["", "\x00", "2027-02-30", "25:00", "a1", "o1", "idraet", "x" * 9000, "\U0001f41f", "\u202e"]
    ),
    st.lists(st.integers(-3, 12), max_size=3),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
)


def places(value, way=()):
    """The way to every value in a bundle."""
    if isinstance(value, dict):
        children = value.items()
    elif isinstance(value, list):
        children = enumerate(value)
    else:
        return
    for name, child in children:
        yield (*way, name)
        yield from places(child, (*way, name))


PLACES = list(places(small()))


def change(bundle, way, value, how):
    parent = bundle
    for step in way[:-1]:
        try:
            parent = parent[step]
        except (KeyError, IndexError, TypeError):
            return
    try:
        if how == "drop":
            del parent[way[-1]]
        elif how == "add" and isinstance(parent, dict):
            parent["unheard of"] = value
        elif how == "repeat" and isinstance(parent, list):
            parent.append(parent[way[-1]])
        else:
            parent[way[-1]] = value
    except (KeyError, IndexError, TypeError):
        return


CHANGES = st.lists(
    st.tuples(st.sampled_from(PLACES), ODD, st.sampled_from(["set", "set", "drop", "add", "repeat"])),
    min_size=1,
    max_size=6,
)


@settings(max_examples=300, deadline=None)
@given(CHANGES)
def test_a_changed_bundle_is_checked_to_the_end(changes):
    bundle = small()
    for way, value, how in changes:
        change(bundle, way, value, how)

    problems = inspect(bundle)

    assert problems.count == len(problems.errors)
    assert all(problem.text for problem in problems)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_file_with_broken_bytes_gives_a_message(data):
    raw = bytearray(json.dumps(small(), ensure_ascii=False).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 5))] = data.draw(st.binary(max_size=5))
        if not raw:
            break

    assert inspect_bytes(bytes(raw)).count >= 0


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(json.dumps(small())) - 1))
def test_a_file_cut_short_is_always_an_error(length):
    assert inspect_bytes(json.dumps(small()).encode()[:length])
