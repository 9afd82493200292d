"""The demo municipality, step by step. Every step may be run again."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from handover.demo.dates import moved
from handover.demo.hanging import hang_pictures
from handover.demo.inquiries import put_inquiries
from handover.demo.roles import SCHOOL, put_people
from handover.demo.waiting import put_waiting
from handover.services import import_bundle
from schools.models import School
from schools.services import add_domain, add_origin
from skoleplus.accounts.models import User
from skoleplus.core.clock import today
from skoleplus.municipalities.models import Municipality
from skoleplus.municipalities.services import describe_municipality

BUNDLE = Path(__file__).parent / "helsingoer_bundle.json"
CODE = "217"
DOMAIN = "helsingoerskole.example"
LOOK = {
    "colour": "#0b5f5a",
    "accent_colour": "#c2500f",
    "contact_name": "Karen Konsulent",
    "contact_email": "konsulent@demo.example",
    "contact_phone": "+45 00 00 01 00",
    "contact_hours": "Mandag–torsdag kl. 9–15",
    "address": "Rådhuset, 3000 Helsingør",
}

Say = Callable[[str], None]


def load_demo(say: Say, progress: Say) -> None:
    """Fill an empty portal with a municipality that has offers, people, pictures, and work on every desk.

    Args:
        say: told once for each step.
        progress: told a line now and then within a step.
    """
    say("Schools, associations and offers ...")
    _import(progress)
    municipality = Municipality.objects.get(code=CODE)
    say("People ...")
    people = put_people(municipality)
    _furnish(municipality, people["consultant"])
    say("Pictures ...")
    hang_pictures(municipality, people["consultant"], progress)
    say("Inquiries ...")
    put_inquiries(municipality, people)
    put_waiting(municipality, people)


def _import(progress: Say) -> None:
    """Through the import like any bundle; once only, since people of the demo go on from there."""
    if Municipality.objects.filter(code=CODE).exists():
        return
    bundle = moved(json.loads(BUNDLE.read_text(encoding="utf-8")), today())
    file = io.BytesIO(json.dumps(bundle, ensure_ascii=False).encode())
    import_bundle(file=file, by=None, publish=True, progress=progress)


def _furnish(municipality: Municipality, by: User) -> None:
    describe_municipality(municipality=municipality, by=None, **LOOK)
    school = School.objects.get(municipality=municipality, key=SCHOOL)
    add_domain(school=school, domain=DOMAIN, by=by)
    for origin in _origins():
        add_origin(school=school, origin=origin, by=by)


def _origins() -> list[str]:
    """Where a page that shows the school's frame may come from: this machine, by either name."""
    site = urlsplit(settings.SITE_URL)
    port = f":{site.port}" if site.port else ""
    return [f"{site.scheme}://{host}{port}" for host in ("localhost", "127.0.0.1")]
