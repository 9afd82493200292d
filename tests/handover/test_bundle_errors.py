"""Everything that can be wrong with a bundle is named with its place."""

import json

import pytest

from handover.bundle.known import Known
from tests.handover.bundles import CURRICULUM, inspect, inspect_bytes, messages, small


def put(bundle, path, value):
    """Set the value at a path of names and numbers."""
    *way, last = path
    for step in way:
        bundle = bundle[step]
    bundle[last] = value


def place_of(path):
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


# Where, what is put there, what is said, and where it is said if not in the same place.
OFFER = ("offers", 0)
WINDOW = (*OFFER, "availability", 0)
DATE = (*OFFER, "availability", 1)

WRONG = [
    (("format",), "skoleplus", 'must be "skoleplus-bundle", not "skoleplus"'),
    (("version",), 2, "must be 1, not 2"),
    (("version",), True, "must be 1, not true or false"),
    (("municipality",), ["217"], "must not be a list"),
    (("municipality", "code"), "Helsingør", '"Helsingør" is not a municipality code'),
    (("municipality", "name"), "  ", "must not be empty"),
    (("municipality", "holidays", 0, "to"), "2027-02-30", 'there is no date "2027-02-30"'),
    (
        ("municipality", "holidays", 0, "to"),
        "2027-02-01",
        "2027-02-13 is after to 2027-02-01",
        "municipality.holidays[0].from",
    ),
    (("associations",), {}, "must be a list, not an object"),
    (("offers", 1), "o2", "must be an object, not a text"),
    (("associations", 0, "colour"), "red", "is not a field of the format"),
    (
        ("associations", 0, "kind"),
        "church",
        'must be one of sport, scouts, art, culture, music, nature, library, other, not "church"',
    ),
    (("associations", 0, "cvr"), "12345678", '"12345678" is not a CVR number'),
    (("associations", 0, "email"), "kontakt", '"kontakt" is not an e-mail address'),
    (("associations", 0, "phone"), "ring!", '"ring!" is not a phone number'),
    (("associations", 0, "postcode"), "300", '"300" is not a postcode of four digits'),
    (("associations", 0, "lat"), 91, "must be from -90 to 90"),
    (("associations", 0, "lat"), 10**400, "must be from -90 to 90"),
    (("associations", 0, "lon"), None, "is missing: a point has lat and lon"),
    (("associations", 0, "profile", "intro"), "x" * 301, "has 301 characters, 300 is the most"),
    (("associations", 0, "attested_on"), "2028-01-01", "2028-01-01 is not before attested_until 2027-08-31"),
    (("associations", 0, "attested_until"), None, "is missing, but attested_on is given"),
    (("schools", 0, "institution_number"), "99900", '"99900" is not an institution number of six digits'),
    (
        ("schools", 0, "departments", 0, "grades"),
        [0, 11],
        "must be from 0 to 10, not 11",
        "schools[0].departments[0].grades[1]",
    ),
    ((*OFFER, "association"), "a9", 'there is no association "a9"'),
    ((*OFFER, "title"), "x" * 81, "has 81 characters, 80 is the most"),
    ((*OFFER, "title"), None, "must not be null"),
    ((*OFFER, "title"), "Ro\nen tur", "holds a character that cannot be kept (U+000A)"),
    ((*OFFER, "summary"), "a\x00b", "holds a character that cannot be kept (U+0000)"),
    ((*OFFER, "description"), "x" * 1000000, "has 1000000 characters, 8000 is the most"),
    ((*OFFER, "type"), "tour", 'must be one of visit, course, event, theme_week, excursion, not "tour"'),
    ((*OFFER, "grades"), [7, 3], "from 7 is above to 3"),
    ((*OFFER, "grades"), [4], "must be a list of two whole numbers, from and to"),
    ((*OFFER, "subjects"), ["idraet", "magi"], "magi is not in the curriculum", "offers[0].subjects[1]"),
    ((*OFFER, "subjects"), ["idraet", "idraet"], '"idraet" is in the list twice', "offers[0].subjects[1]"),
    ((*OFFER, "areas"), ["krop"], '"krop" is not subject/area', "offers[0].areas[0]"),
    ((*OFFER, "areas"), ["idraet/sjæl"], '"idraet/sjæl" is not subject/area', "offers[0].areas[0]"),
    ((*OFFER, "areas"), ["idraet/ro"], "idraet/ro is not in the curriculum", "offers[0].areas[0]"),
    ((*OFFER, "minutes"), "90", "must be a whole number, not a text"),
    ((*OFFER, "minutes"), True, "must be a whole number, not true or false"),
    ((*OFFER, "minutes"), 10**30, "must be from 1 to 720, not such a large number"),
    ((*OFFER, "sessions"), 0, "must be from 1 to 40, not 0"),
    ((*OFFER, "group"), [30, 10], "from 30 is above to 10"),
    ((*OFFER, "whole_classes"), "yes", "must be true or false, not a text"),
    ((*OFFER, "place"), "", 'must be one of school, association, elsewhere, online, open, not ""'),
    ((*OFFER, "price"), 200, "must be an object, not a number"),
    ((*OFFER, "price", "amount"), 199.5, "must be a whole number, not 199.5"),
    ((*OFFER, "price", "amount"), -1, "must be from 0 to 100000000, not -1"),
    (("offers", 1, "price", "amount"), 5, "is 5, but the model is free"),
    (
        (*OFFER, "languages"),
        ["dansk"],
        '"dansk" is not a language code of ISO 639-1',
        "offers[0].languages[0]",
    ),
    ((*WINDOW, "weekday"), 8, "must be from 1 to 7, not 8"),
    ((*WINDOW, "from"), "9:00", 'must be a time as 09:30, not "9:00"'),
    ((*WINDOW, "to"), "09:30", "10:00 is not before to 09:30", "offers[0].availability[0].from"),
    ((*WINDOW, "end"), "2027-01-01", "2027-02-01 is after end 2027-01-01", "offers[0].availability[0].start"),
    ((*WINDOW, "date"), "2027-03-11", "is not a field of the format"),
    ((*DATE, "capacity"), 0, "must be from 1 to 2000, not 0"),
    (("needs", 0, "school"), "s9", 'there is no school "s9"'),
    (("needs", 0, "department"), "d9", '"s1" has no department "d9"'),
    (("needs", 0, "to"), "2027-02-01", "2027-03-01 is after to 2027-02-01", "needs[0].from"),
    (("needs", 0, "budget"), -5, "must be from 0 to 10000000000, not -5"),
    (("notes",), [1, 2], "is not a field of the format"),
]


def test_the_small_bundle_is_right():
    assert messages(small()) == []


@pytest.mark.parametrize(("path", "value", "text", "elsewhere"), [(*row, "")[:4] for row in WRONG])
def test_each_error_is_named_with_its_place(path, value, text, elsewhere):
    bundle = small()
    put(bundle, path, value)

    assert messages(bundle) == [f"{elsewhere or place_of(path)}: {text}"]


@pytest.mark.parametrize(
    "path",
    [
        ("format",),
        ("version",),
        ("municipality",),
        ("municipality", "code"),
        ("associations", 0, "key"),
        ("associations", 0, "name"),
        ("schools", 0, "key"),
        ("schools", 0, "departments", 0, "grades"),
        ("offers", 1, "title"),
        ("offers", 1, "association"),
        ("offers", 1, "grades"),
        ("offers", 1, "minutes"),
        ("offers", 1, "place"),
        ("offers", 1, "price"),
        ("needs", 0, "school"),
    ],
)
def test_what_may_not_be_left_out_is_missed(path):
    bundle = small()
    *way, last = path
    parent = bundle
    for step in way:
        parent = parent[step]
    del parent[last]

    assert f"{place_of(path)}: is missing" in messages(bundle)


def test_everything_else_may_be_left_out():
    bundle = {
        "format": "skoleplus-bundle",
        "version": 1,
        "municipality": {"code": "217", "name": "Helsingør"},
        "associations": [{"key": "a1", "name": "Roklubben"}],
        "schools": [{"key": "s1", "name": "Skolen"}],
        "offers": [small()["offers"][1]],
        "needs": [{"key": "n1", "school": "s1", "title": "Ro", "grades": [1, 1], "place": "open"}],
    }

    assert messages(bundle) == []
    del bundle["associations"], bundle["schools"], bundle["offers"], bundle["needs"]
    assert messages(bundle) == []


def test_ten_different_errors_are_ten_places_in_one_run():
    bundle = small()
    put(bundle, ("municipality", "holidays", 0, "from"), "i morgen")
    put(bundle, ("associations", 0, "cvr"), "1")
    put(bundle, ("associations", 0, "email"), "@")
    put(bundle, ("schools", 0, "departments", 0, "grades"), [3, 1])
    put(bundle, (*OFFER, "association"), "a2")
    put(bundle, (*OFFER, "subjects"), ["magi"])
    put(bundle, (*OFFER, "price", "amount"), 1.5)
    put(bundle, (*WINDOW, "weekday"), 0)
    put(bundle, ("offers", 1, "key"), "o1")
    put(bundle, ("needs", 0, "colour"), "red")

    problems = inspect(bundle)

    assert problems.count == 10
    assert len({problem.path for problem in problems}) == 10


def test_a_key_is_used_once_per_list():
    bundle = small()
    bundle["offers"][1]["key"] = "o1"
    bundle["associations"].append({"key": "a1", "name": "Endnu en"})
    bundle["schools"][0]["departments"].append({"key": "d1", "name": "Mellemtrin", "grades": [4, 6]})

    assert messages(bundle) == [
        "associations[1].key: a1 is already used by associations[0]",
        "schools[0].departments[1].key: d1 is already used by departments[0]",
        "offers[1].key: o1 is already used by offers[0]",
    ]


def test_the_same_time_is_listed_once():
    bundle = small()
    bundle["offers"][0]["availability"] *= 2

    assert messages(bundle) == [
        "offers[0].availability[2]: is the same as availability[0]",
        "offers[0].availability[3]: is the same as availability[1]",
    ]


def test_an_offer_has_room_for_a_hundred_dates():
    bundle = small()
    date = bundle["offers"][0]["availability"].pop()
    hours = [f"{hour:02}" for hour in range(7, 17)]
    days = [f"2027-03-{day:02}" for day in range(1, 12)]
    bundle["offers"][0]["availability"] += [
        date | {"date": day, "from": f"{hour}:00", "to": f"{hour}:50"} for day in days for hour in hours
    ]

    text = "offers[0].availability: has 110 dates, 100 is the most"
    assert messages(bundle) == [text]


def test_a_date_without_places_takes_the_largest_group_or_is_an_error():
    bundle = small()
    del bundle["offers"][0]["availability"][1]["capacity"]
    assert messages(bundle) == []

    del bundle["offers"][0]["group"]
    text = "offers[0].availability[1].capacity: is missing: the offer has no group size to take it from"
    assert messages(bundle) == [text]


def test_a_window_too_short_for_a_session_is_remarked_upon():
    bundle = small()
    bundle["offers"][0]["availability"][0]["to"] = "11:00"

    problems = inspect(bundle)

    assert not problems
    assert "can never be booked" in str(problems.remarks[0])
    assert problems.remarks[0].path == "offers[0].availability[0]"


def test_numbers_that_belong_to_somebody_else_in_the_portal_are_refused():
    known = Known(
        subjects=CURRICULUM.subjects,
        areas=CURRICULUM.areas,
        cvr={"13748136": "a7"},
        institution_numbers={"999001": None},
        associations={"a7"},
        offers={"o1": "a7"},
    )

    assert messages(small(), known) == [
        "associations[0].cvr: 13748136 is already in the portal under another key",
        "schools[0].institution_number: 999001 is already in the portal under another key",
        "offers[0].association: the offer belongs to a7 and cannot change hands",
    ]


def test_one_mistake_is_one_error():
    known = Known(
        subjects=CURRICULUM.subjects,
        areas=CURRICULUM.areas,
        institution_numbers={"999001": "s1", "999002": "s2"},
        offers={"o1": "a1", "o2": "a1"},
    )
    bundle = small()
    bundle["schools"].append({"key": "s1", "name": "Strandskolen", "institution_number": "999002"})
    bundle["offers"][1]["association"] = "a99"

    assert messages(bundle, known) == [
        "schools[1].key: s1 is already used by schools[0]",
        'offers[1].association: there is no association "a99"',
    ]


def test_a_bundle_may_point_at_what_the_portal_has_already():
    known = Known(
        subjects=CURRICULUM.subjects,
        areas=CURRICULUM.areas,
        associations={"a1"},
        schools={"s1"},
        departments={("s1", "d1")},
    )
    bundle = small()
    del bundle["associations"], bundle["schools"]

    assert messages(bundle, known) == []
    assert len(messages(bundle)) == 3


def test_codes_of_hidden_parts_of_the_curriculum_are_accepted():
    bundle = small()
    put(bundle, (*OFFER, "subjects"), ["fransk"])
    put(bundle, (*OFFER, "areas"), ["fransk/mundtlig"])

    assert messages(bundle) == []


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "the file is not valid JSON: it ends in the middle"),
        (b"{", "the file is not valid JSON: it ends in the middle"),
        (b'{"offers": [{"key"', "the file is not valid JSON: it ends in the middle"),
        (b"[]", "the file must hold one JSON object, beginning with {"),
        (b"null", "the file must hold one JSON object, beginning with {"),
        (b'{"format": "\xff\xfe"}', "the file is not valid JSON: "),
        (b"PK\x03\x04", "the file is not valid JSON: "),
        (b'{"a": NaN}', "the file is not valid JSON: "),
        (b'{"a": ' + b"9" * 5000 + b"}", "the file holds a number that is too large to read"),
        (
            b'{"a": "' + b"x" * 65_500 + b'", "b": ' + b"9" * 5000 + b"}",
            "the file holds a number that is too",
        ),
        (b'{"a": ' + b"[" * 5000, "a[0][0][0][0][0][0][0][0][0][0][0][0][0]: is nested more than 12 levels"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_line(raw, message):
    problems = inspect_bytes(raw)

    assert str(problems.errors[-1]).startswith(message)
    assert all("\n" not in str(problem) for problem in problems)


def test_garbage_after_the_object_is_noticed():
    problems = inspect_bytes(json.dumps(small()).encode() + b"{}")

    assert "trailing garbage" in str(problems.errors[-1])


def test_a_member_written_twice_is_an_error():
    raw = json.dumps(small()).replace('"code": "217"', '"code": "217", "code": "219"')
    twice = raw[:-1] + ', "version": 1}'

    found = [str(problem) for problem in inspect_bytes(twice.encode())]

    assert "municipality.code: is written twice in the same object" in found
    assert "version: is written twice in the file" in found


def test_a_byte_order_mark_does_no_harm():
    assert not inspect_bytes(b"\xef\xbb\xbf" + json.dumps(small()).encode())


def test_no_message_carries_what_could_disturb_a_terminal():
    bundle = small()
    bundle["\x1b[2J\n" + "x" * 500] = 1
    put(bundle, (*OFFER, "type"), "\x1b]0;title\x07\u202e")

    for message in messages(bundle):
        assert message.isprintable()
        assert len(message) < 200
