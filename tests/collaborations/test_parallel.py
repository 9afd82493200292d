"""Many people press at once: real connections, real locks."""

import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from collaborations import services
from collaborations.enums import State
from collaborations.models import Collaboration
from offers.models import Booking
from schools.models import SchoolClass
from skoleplus.core.models import SignedLink
from skoleplus.core.refusals import Refused
from skoleplus.notifications.models import Mail
from tests import factories as make
from tests.collaborations.conftest import link_of, make_scene, newest

pytestmark = pytest.mark.django_db(transaction=True)


def together(*calls):
    """Run all calls at the same moment, each in a connection of its own; returns results or refusals."""
    start = threading.Barrier(len(calls))

    def run(call):
        try:
            start.wait(timeout=10)
            return call()
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def test_the_last_lane_goes_to_one_of_two_schools():
    scene = make_scene()
    time = scene.times[0]
    askers = [(scene.school, scene.teacher)]
    other = make.StaffFactory(school__municipality=scene.school.municipality)
    askers.append((other.school, other.user))
    asked = []
    for school, teacher in askers:
        row = scene.ask(by=teacher, school=school, school_class=services.NewClass("4.A", 4, 24), time=time)
        services.say_yes(collaboration=row, by=scene.member)
        asked.append((row, teacher))

    results = together(
        *(
            lambda row=row, who=who: services.accept(collaboration=fresh(row), by=fresh(who))
            for row, who in asked
        )
    )

    states = sorted(Collaboration.objects.values_list("state", flat=True))
    assert states == [State.AGREED, State.PROPOSAL]
    assert Booking.objects.count() == 1
    refusals = [row for row in results if isinstance(row, Refused)]
    assert len(refusals) == 1
    assert str(refusals[0])


def test_both_schools_press_on_their_pages():
    scene = make_scene()
    other = make.StaffFactory(school__municipality=scene.school.municipality)
    time = scene.times[0]
    pressed = []
    for school, teacher in ((scene.school, scene.teacher), (other.school, other.user)):
        row = scene.ask(by=teacher, school=school, school_class=services.NewClass("4.A", 4, 24), time=time)
        services.say_yes(collaboration=row, by=scene.member)
        client = Client()
        client.force_login(teacher)
        pressed.append((client, f"/samarbejder/{row.pk}/"))

    pages = together(*(lambda c=c, url=url: c.post(url, {"move": "accept"}) for c, url in pressed))

    assert sorted(page.status_code for page in pages) == [200, 302]
    assert Collaboration.objects.agreed().count() == 1


def test_one_form_sent_ten_times_makes_one_inquiry_and_one_class():
    scene = make_scene()
    form_id, time = uuid.uuid4(), scene.times[0]
    new = services.NewClass("5.B", 5, 21)
    results = together(*(lambda: scene.ask(form_id=form_id, time=time, school_class=new) for _ in range(10)))
    assert len({row.pk for row in results}) == 1
    assert Collaboration.objects.count() == 1
    assert SchoolClass.objects.filter(name="5.B").count() == 1
    assert Mail.objects.count() == 2


def test_one_link_pressed_twice_answers_once():
    scene = make_scene()
    scene.ask()
    link = link_of(newest(scene.member.email, "inquiry"))
    pages = together(
        lambda: Client().post(link, {"move": "say_yes"}), lambda: Client().post(link, {"move": "say_no"})
    )
    assert sorted(page.status_code for page in pages) == [200, 410]
    assert SignedLink.objects.filter(used_at__isnull=False).count() == 1


def test_two_members_answer_at_once():
    scene = make_scene()
    members = [scene.member]
    members += [make.AssociationMembershipFactory(association=scene.offer.association).user for _ in range(3)]
    asked = scene.ask()
    links = [link_of(newest(member.email, "inquiry")) for member in members]
    pages = together(*(lambda link=link: Client().post(link, {"move": "say_yes"}) for link in links))
    assert sorted(page.status_code for page in pages) == [200, 410, 410, 410]
    assert asked.log.filter(transition="say_yes").count() == 1
    assert Mail.objects.filter(event__startswith="collaborations.yes").count() == 1


def test_yes_and_withdrawal_meet():
    scene = make_scene()
    asked = scene.ask()
    results = together(
        lambda: services.say_yes(collaboration=fresh(asked), by=fresh(scene.member)),
        lambda: services.withdraw(collaboration=fresh(asked), by=fresh(scene.teacher)),
    )
    asked.refresh_from_db()
    # A yes may still be withdrawn; a withdrawal cannot be said yes to.
    assert asked.state == State.WITHDRAWN
    assert sum(isinstance(row, Refused) for row in results) <= 1
