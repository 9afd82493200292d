"""Pages the long story does not pass: accessible, no wider than the window, the policy silent."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest

from collaborations import services
from offers import availability
from schools.services import add_domain, add_origin, invite_staff
from skoleplus.core.clock import today
from tests import factories as make
from tests.e2e.conftest import Town
from tests.e2e.people import come_in, link_in, newest_mail
from tests.e2e.visitor import Visitor

TEACHER = ["/min-skole/bakkeskolen/", "/min-skole/bakkeskolen/klasser/{klasse}/", "/samarbejder/"]
TEACHER += [
    "/samarbejder/{samarbejde}/",
    "/tilbud/{tilbud}/forespoergsel/",
    "/tilbud/{forloeb}/forespoergsel/",
]
LEADER = ["/min-skole/bakkeskolen/medarbejdere/", "/min-skole/bakkeskolen/opsaetning/"]
MEMBER = ["/samarbejder/forening/", "/samarbejder/{samarbejde}/"]
NEWCOMER = ["/min-skole/tilslut/", "/tilbud/{tilbud}/forespoergsel/", "/konto/videre/"]
CONSULTANT = ["/samarbejder/", "/samarbejder/{samarbejde}/", *LEADER]


@pytest.fixture
def names(town: Town) -> dict[str, Any]:
    member = make.AssociationMembershipFactory(association__municipality=town.municipality)
    offer = make.OfferFactory(association=member.association)
    course = make.OfferFactory(association=member.association, published__sessions=4)
    for row in (offer, course):
        make.WindowFactory(offer=row)
    make.FixedDateFactory(offer=offer)
    teacher = make.StaffFactory(school=town.school).user
    leader = make.StaffFactory(school=town.school, role="leader").user
    add_domain(school=town.school, by=leader, domain="bakke.dk")
    add_origin(school=town.school, by=leader, origin="https://intranet.example")
    invite_staff(school=town.school, by=leader, email="ny@example.org", role="teacher")
    time = availability.free_times(offer, today(), today() + dt.timedelta(weeks=8))[0]
    asked = services.ask(
        by=teacher,
        offer=offer,
        school=town.school,
        school_class=town.school.classes.get(),
        pupils=24,
        time=time.key,
        message="Vi vil gerne ud.",
        form_id=uuid.uuid4(),
    )
    return {
        "tilbud": offer.slug,
        "forloeb": course.slug,
        "klasse": town.school.classes.get().pk,
        "samarbejde": asked.pk,
        "teacher": teacher,
        "leader": leader,
        "member": member.user,
        "newcomer": make.UserFactory(),
        "consultant": make.ConsultantFactory(municipality=town.municipality).user,
    }


@pytest.mark.parametrize("width", [1280, 390])
def test_looked_at(names: dict[str, Any], visit: Callable[..., Visitor], width: int) -> None:
    roles = {
        "teacher": TEACHER,
        "leader": LEADER,
        "member": MEMBER,
        "newcomer": NEWCOMER,
        "consultant": CONSULTANT,
    }
    for role, paths in roles.items():
        visitor = visit(width=width)
        come_in(visitor, names[role])
        for path in paths:
            visitor.open(path.format(**names))
            visitor.look()

    visitor = visit(width=width)
    link = link_in(newest_mail(names["member"].email), "/svar/forening/")
    visitor.open(link)
    visitor.unfold("Foreslå en anden tid")
    visitor.unfold("Nej, ikke denne gang")
    visitor.look()
    visitor.press("Ja, det passer os")
    visitor.reads("Tak for svaret")
    visitor.open(link)
    visitor.said.clear()  # 410 is meant
    visitor.reads("Linket kan ikke bruges")
