"""Small bundles for tests, and the reading of them."""

import copy
import io
import json
from typing import Any

from handover.bundle.inspection import Inspection
from handover.bundle.known import Known
from handover.bundle.problems import Problems

CURRICULUM = Known(subjects={"idraet", "dansk", "fransk"}, areas={"idraet/krop", "fransk/mundtlig"})

SMALL: dict[str, Any] = {
    "format": "skoleplus-bundle",
    "version": 1,
    "municipality": {
        "code": "217",
        "name": "Helsingør Kommune",
        "holidays": [{"name": "Vinterferie", "from": "2027-02-13", "to": "2027-02-21"}],
    },
    "associations": [
        {
            "key": "a1",
            "name": "Fjordens Roklub",
            "kind": "sport",
            "cvr": "13748136",
            "email": "kontakt@example.org",
            "phone": "+4512345678",
            "address": "Havnevej 1",
            "postcode": "3000",
            "city": "Helsingør",
            "lat": 56.036,
            "lon": 12.613,
            "profile": {"intro": "Vi ror.", "about": "Hele året.", "terms": "Gratis.", "resources": "Både."},
            "attested_until": "2027-08-31",
            "attested_on": "2026-09-01",
            "attested_by": "Formanden",
        }
    ],
    "schools": [
        {
            "key": "s1",
            "name": "Bakkeskolen",
            "institution_number": "999001",
            "postcode": "3060",
            "departments": [{"key": "d1", "name": "Indskoling", "grades": [0, 3]}],
        }
    ],
    "offers": [
        {
            "key": "o1",
            "association": "a1",
            "title": "Ro en tur",
            "summary": "En formiddag på vandet.",
            "grades": [4, 6],
            "subjects": ["idraet"],
            "areas": ["idraet/krop"],
            "minutes": 90,
            "group": [10, 28],
            "place": "association",
            "price": {"model": "hourly", "amount": 20000, "per": "hour", "instructors": 2},
            "languages": ["da", "en"],
            "availability": [
                {
                    "weekday": 2,
                    "from": "10:00",
                    "to": "12:00",
                    "start": "2027-02-01",
                    "end": "2027-04-30",
                    "parallel": 2,
                },
                {"date": "2027-03-11", "from": "09:00", "to": "11:00", "capacity": 28},
            ],
        },
        {
            "key": "o2",
            "association": "a1",
            "title": "Romaskiner på skolen",
            "grades": [0, 9],
            "minutes": 60,
            "place": "school",
            "price": {"model": "free"},
        },
    ],
    "needs": [
        {
            "key": "n1",
            "school": "s1",
            "department": "d1",
            "title": "Motionsdag",
            "grades": [2, 2],
            "pupils": 24,
            "from": "2027-03-01",
            "to": "2027-03-05",
            "subjects": ["idraet"],
            "place": "school",
            "budget": None,
        }
    ],
}


def small() -> dict[str, Any]:
    """A bundle of one association, one school, two offers and one need, to be changed at will."""
    return copy.deepcopy(SMALL)


def inspect_bytes(raw: bytes, known: Known = CURRICULUM) -> Problems:
    problems = Problems()
    Inspection(io.BytesIO(raw), known, problems, lambda line: None).run()
    return problems


def inspect(bundle: Any, known: Known = CURRICULUM) -> Problems:
    return inspect_bytes(json.dumps(bundle, ensure_ascii=False).encode(), known)


def messages(bundle: Any, known: Known = CURRICULUM) -> list[str]:
    return [str(problem) for problem in inspect(bundle, known)]
