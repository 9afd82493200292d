"""A few collaborations in every state, on times that are really free."""

import datetime as dt
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from collaborations.models import Collaboration
from collaborations.services import NewClass, accept, ask, propose_other_time, say_no, say_yes
from handover.demo.roles import OTHER_SCHOOL, SCHOOL
from offers.availability import FreeTime, free_times
from offers.models import Offer
from schools.models import School
from skoleplus.accounts.models import User
from skoleplus.core.clock import today
from skoleplus.municipalities.models import Municipality

People = dict[str, User]
A_YEAR = dt.timedelta(days=366)


@dataclass(frozen=True)
class Inquiry:
    """Who asks for what, and how far it has come: asked, yes, other time, no, agreed."""

    offer: str
    teacher: str
    school_class: NewClass
    message: str
    answer: str = "asked"
    note: str = ""


INQUIRIES = (
    Inquiry("o01", "teacher", NewClass("7.B", 7, 24), "Vi har vand som tema og vil så gerne ud på sundet."),
    Inquiry("o03", "colleague", NewClass("6.A", 6, 22), "Kan romaskinerne stå i aulaen?"),
    Inquiry("o02", "teacher", NewClass("8.A", 8, 12), "Halvdelen af klassen har valgt friluftsliv.", "yes"),
    Inquiry(
        "o01",
        "colleague",
        NewClass("6.B", 6, 20),
        "Vi kan bedst om formiddagen.",
        "other time",
        "Den dag er vores styrmænd på kursus. Passer det jer senere?",
    ),
    Inquiry("o03", "teacher", NewClass("5.A", 5, 26), "Vi glæder os!", "agreed"),
    Inquiry("o01", "teacher", NewClass("9.C", 9, 23), "En sidste tur sammen før prøverne.", "agreed"),
    Inquiry("o03", "teacher", NewClass("4.A", 4, 25), "Gerne før ferien.", "no", "Vi er for få den uge."),
    Inquiry("o79", "teacher", NewClass("3.B", 3, 21), "Vi læser om bier lige nu."),
    Inquiry("o07", "colleague", NewClass("5.C", 5, 27), "Hele årgangen vil gerne med."),
)  # fmt: skip


def put_inquiries(municipality: Municipality, people: People) -> None:
    """Ask and answer; what was asked before is left as it stands, and what has no free time is left out."""
    schools = {school.key: school for school in School.objects.filter(municipality=municipality)}
    for number, inquiry in enumerate(INQUIRIES):
        school = schools[SCHOOL if inquiry.teacher == "teacher" else OTHER_SCHOOL]
        _ask(municipality, school, people, number, inquiry)


def _ask(municipality: Municipality, school: School, people: People, number: int, inquiry: Inquiry) -> None:
    form = uuid5(NAMESPACE_URL, f"skoleplus-demo/inquiry/{number}")
    if Collaboration.objects.filter(form_id=form).exists():
        return
    offer = Offer.objects.select_related("association").get(
        association__municipality=municipality, key=inquiry.offer
    )
    times = _times(offer, inquiry.school_class.pupils)
    if len(times) < 2:
        return
    collaboration = ask(
        by=people[inquiry.teacher],
        offer=offer,
        school=school,
        school_class=inquiry.school_class,
        pupils=inquiry.school_class.pupils,
        time=times[0].key,
        message=inquiry.message,
        form_id=form,
    )
    _answer(collaboration, people, inquiry, times[-1])


def _times(offer: Offer, pupils: int) -> list[FreeTime]:
    """One free time a day, the first half dozen."""
    found: dict[dt.date, FreeTime] = {}
    for time in free_times(offer, today(), today() + A_YEAR, pupils=pupils, limit=60):
        found.setdefault(time.day, time)
    return list(found.values())[:6]


def _answer(collaboration: Collaboration, people: People, inquiry: Inquiry, later: FreeTime) -> None:
    owner = people["owner"]
    if inquiry.answer == "no":
        say_no(collaboration=collaboration, by=owner, note=inquiry.note)
    elif inquiry.answer == "other time":
        propose_other_time(collaboration=collaboration, by=owner, time=later.key, note=inquiry.note)
    elif inquiry.answer in ("yes", "agreed"):
        say_yes(collaboration=collaboration, by=owner)
        if inquiry.answer == "agreed":
            accept(collaboration=collaboration, by=people[inquiry.teacher])
