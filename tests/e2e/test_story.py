"""The whole story of three people: an association's form, the screening, a teacher's inquiry."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from collaborations.models import Collaboration
from offers.models import Booking, Picture
from offers.services import process_picture
from tests.e2e import association, desk, school
from tests.e2e.conftest import Town
from tests.e2e.people import Person, link_in, newest_mail, sign_in
from tests.e2e.visitor import Visitor

ROWER = Person("Rikke Roer", "rikke@fjordensroklub.dk")
TEACHER = Person("Mette Madsen", "mette@bakkeskolen.dk")

WAYS = {
    "on a wide screen": {"width": 1280},
    "on a phone": {"width": 390},
    "without script": {"width": 390, "scripts": False},
    "by keyboard alone": {"width": 1280, "keyboard": True},
}


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def people(request: pytest.FixtureRequest, visit: Callable[..., Visitor]) -> list[Visitor]:
    """Three browsers of one kind: the association's, the consultant's, the teacher's."""
    return [visit(**request.param) for _person in range(3)]


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "baad.jpg"
    Image.new("RGB", (1200, 800), "#2a6f97").save(path)
    return path


def test_from_the_form_to_the_agreement(town: Town, people: list[Visitor], picture: Path) -> None:
    rower, consultant, teacher = people

    association.register(rower, ROWER)
    association.write_profile(rower, "Vi ror.")
    sign_in(consultant, town.consultant)
    desk.request_changes(consultant, association.NAME, "Skriv, hvem I ror med.")

    rower.open(link_in(newest_mail(ROWER.email), "/min-forening/"))
    rower.reads("Skriv, hvem I ror med.")
    association.write_profile(rower, "Vi ror med alle fra ni år.")
    desk.approve(consultant, association.NAME)

    association.go_home(rower)
    association.declare(rower)
    association.make_offer(rower)
    association.add_picture(rower, picture)
    process_picture(Picture.objects.get().pk)
    association.send_offer(rower)
    desk.approve(consultant, association.TITLE)

    school.find_offer(teacher)
    school.ask_before_joining(teacher, TEACHER)
    school.send_inquiry(teacher)

    mail = newest_mail(ROWER.email, "spørger jer")
    assert mail.reply_to == TEACHER.email
    by_link = rower
    by_link.context.clear_cookies()
    by_link.open(link_in(mail, "/svar/forening/"))
    by_link.reads(school.MESSAGE, "Du behøver ikke at logge ind.")
    association.answer_other_time(by_link)
    by_link.reads("Tak for svaret")

    teacher.open(link_in(newest_mail(TEACHER.email, "foreslår en anden tid"), "/samarbejder/"))
    teacher.reads("Fjordens Roklub foreslår en anden tid", "Så når vi at sætte bådene i vandet.")
    school.accept(teacher)
    teacher.reads("Det er en aftale.", "I har en aftale", ROWER.email)

    assert Collaboration.objects.agreed().count() == Booking.objects.count() == 1
    for person in (ROWER, TEACHER):
        assert "STATUS:CONFIRMED" in newest_mail(person.email, "Aftalt").calendar
