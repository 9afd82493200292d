"""Something on the consultant's desk: texts that people of the demo have written and sent."""

import datetime as dt
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from associations.models import Association
from associations.services import submit_profile, write_profile
from handover.demo.roles import ASSOCIATION
from offers.models import Offer, OfferVersion
from offers.services import add_window, create_offer, request_offer_changes, save_offer, submit_offer
from skoleplus.accounts.models import User
from skoleplus.core.clock import today
from skoleplus.curriculum.models import Subject
from skoleplus.municipalities.models import Municipality

People = dict[str, User]

INDOOR = {
    "title": "Roning på land – find takten sammen",
    "summary": "Fire romaskiner i gymnastiksalen, et fælles tempo og en tur på 2.000 meter som hold.",
    "description": (
        "Vi kommer med fire romaskiner og viser, hvordan man ror sammen uden at være på vandet.\n\n"
        "- Teknik i små hold\n- Puls og pauser\n- Et fælles løb, hvor alle bidrager"
    ),
    "type": "visit",
    "grade_from": 4,
    "grade_to": 7,
    "minutes": 90,
    "group_min": 10,
    "group_max": 28,
    "place": "school",
    "school_provides": "En gymnastiksal og idrætstøj.",
    "brings": "Fire romaskiner og to instruktører.",
    "price_model": "free",
    "languages": ["da"],
}
POLO = {
    "title": "Kajakpolo i svømmehallen",
    "summary": "Bold, kajak og samarbejde i det varme vand.",
    "description": "Vi spiller kajakpolo i korte kampe.",
    "type": "excursion",
    "grade_from": 7,
    "grade_to": 9,
    "minutes": 90,
    "place": "elsewhere",
    "place_note": "Svømmehallen, indgang ved parkeringspladsen.",
    "price_model": "hourly",
    "price_amount": 20000,
    "price_per": "hour",
    "instructors": 2,
    "languages": ["da"],
}
NOTE = "Det lyder skønt! Skriv, hvor godt eleverne skal kunne svømme, og hvad klassen skal have med."


def put_waiting(municipality: Municipality, people: People) -> None:
    """A profile and two offers that wait, and one offer that has come back with a note."""
    association = Association.objects.get(municipality=municipality, key=ASSOCIATION)
    _changed_profile(association, people["owner"])
    _new_offer(association, people["owner"], "indoor", INDOOR)
    _changed_offer(association, people["editor"])
    polo = _new_offer(association, people["editor"], "polo", POLO)
    if polo is not None:
        request_offer_changes(version=polo, by=people["consultant"], note=NOTE)


def _changed_profile(association: Association, by: User) -> None:
    if association.versions.filter(edited_by=by).exists():
        return
    present = association.versions.published().get()
    words = {
        "about": present.about + "\n\nFra foråret har vi også to kajakker til elever, der sidder i kørestol.",
        "resources": present.resources + " To kajakker med rygstøtte.",
    }
    submit_profile(version=write_profile(association=association, by=by, words=words), by=by)


def _new_offer(association: Association, by: User, name: str, words: dict[str, Any]) -> OfferVersion | None:
    """A new offer, sent; None when it was there already."""
    if Offer.objects.filter(form_id=_form(name)).exists():
        return None
    subjects = list(Subject.objects.shown().filter(code="idraet"))
    offer = create_offer(
        association=association, by=by, form_id=_form(name), words={**words, "subjects": subjects}
    )
    add_window(offer=offer, by=by, **_window())
    return submit_offer(version=offer.versions.get(), by=by)


def _changed_offer(association: Association, by: User) -> None:
    offer = Offer.objects.get(association=association, key="o03")
    if offer.versions.filter(edited_by=by).exists():
        return
    words = {
        "summary": "Gangen bliver til et sund: alle klasser ror på skift, og en tavle følger båden over."
    }
    submit_offer(version=save_offer(offer=offer, by=by, words=words), by=by)


def _window() -> dict[str, Any]:
    """Thursday mornings for ten weeks, a month from now."""
    first = today() + dt.timedelta(weeks=4)
    return {
        "weekday": 4,
        "starts": dt.time(9),
        "ends": dt.time(12),
        "first_day": first,
        "last_day": first + dt.timedelta(weeks=10),
        "parallel": 1,
    }


def _form(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"skoleplus-demo/{name}")
