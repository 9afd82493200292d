"""A teacher asks: the story."""

import datetime as dt
import uuid

import pytest

from collaborations import services
from collaborations.enums import Side, State
from collaborations.models import Collaboration
from offers.services import NotFree
from schools.models import SchoolClass
from skoleplus.core.clock import at
from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.municipalities.models import Holiday
from skoleplus.notifications.models import Mail
from skoleplus.screening.enums import PublicState
from tests import factories as make
from tests.collaborations.conftest import make_scene, newest


def test_an_inquiry_holds_the_schools_first_proposal(scene):
    asked = scene.ask(pupils=20)

    proposal = asked.proposals.get()
    assert asked.state == State.REQUESTED
    assert (proposal.number, proposal.side, proposal.pupils) == (1, Side.SCHOOL, 20)
    assert proposal.school_accepted_at
    assert not proposal.association_accepted_at
    assert len(proposal.sessions.all()) == 1


def test_the_price_is_written_down_as_it_was(db):
    scene = make_scene(
        published__price_model="fixed", published__price_amount=2500, published__price_per="pupil"
    )
    asked = scene.ask(pupils=20)
    assert asked.newest_proposal.price == 20 * 2500


def test_a_course_asks_for_all_its_sessions(db):
    scene = make_scene(published__sessions=3)
    starts = [row.starts_at for row in scene.ask().newest_proposal.sessions.all()]
    assert len(starts) == 3
    assert starts == sorted(starts)


def test_the_association_gets_a_link_and_the_teacher_a_receipt(scene):
    asked = scene.ask()

    inquiry, receipt = newest(scene.member.email, "inquiry"), newest(scene.teacher.email, "receipt")
    assert inquiry.reply_to == scene.teacher.email
    assert "/svar/forening/" in inquiry.text
    assert scene.teacher.phone in inquiry.text
    assert "/svar/" not in receipt.text
    assert f"/samarbejder/{asked.pk}/" in receipt.text
    assert "STATUS:TENTATIVE" in inquiry.calendar
    assert Mail.objects.count() == 2


def test_without_members_the_public_mailbox_is_asked(scene):
    scene.offer.association.memberships.all().delete()
    scene.ask()
    assert newest(scene.offer.association.email, "inquiry")


def test_without_any_mailbox_the_consultant_hears_of_it(scene):
    association = scene.offer.association
    association.memberships.all().delete()
    association.email = ""
    association.save()
    scene.ask()
    assert newest("konsulent@example.org", "unreachable")


def test_the_same_form_makes_one_inquiry(scene):
    form_id, time = uuid.uuid4(), scene.times[0]
    first = scene.ask(form_id=form_id, time=time)
    assert scene.ask(form_id=form_id, time=time) == first
    assert Collaboration.objects.count() == 1
    assert Mail.objects.count() == 2


def test_somebody_elses_form_id_does_not_open_their_inquiry(scene):
    asked = scene.ask()
    other = make.StaffFactory(school=scene.school).user
    with pytest.raises(Refused):
        scene.ask(by=other, form_id=asked.form_id, time=scene.times[0])


def test_a_new_class_is_written_down_once_per_school(scene):
    asked = scene.ask(school_class=services.NewClass("5.b", 5, 21), time=scene.times[0])
    again = scene.ask(school_class=services.NewClass("5B", 5, 21), time=scene.times[-1])
    assert asked.school_class == again.school_class
    assert scene.school.classes.filter(grade=5).count() == 1


def test_two_schools_4a_are_two_classes(scene):
    other = make.StaffFactory(school__municipality=scene.school.municipality)
    asked = scene.ask()
    theirs = scene.ask(
        by=other.user, school=other.school, school_class=services.NewClass("4.A", 4, 18), time=scene.times[0]
    )
    assert asked.school_class != theirs.school_class
    assert theirs.school_class.school == other.school
    assert SchoolClass.objects.filter(name="4.A").count() == 2


def test_a_class_of_another_school_is_refused(scene):
    with pytest.raises(NotAllowed):
        scene.ask(school_class=make.SchoolClassFactory())


@pytest.mark.parametrize("who", ["stranger", "member", "staff elsewhere", "consultant"])
def test_only_the_schools_staff_may_ask(scene, who):
    people = {
        "stranger": make.UserFactory,
        "member": lambda: scene.member,
        "staff elsewhere": lambda: make.StaffFactory().user,
        "consultant": lambda: make.ConsultantFactory(municipality=scene.school.municipality).user,
    }
    with pytest.raises(NotAllowed):
        scene.ask(by=people[who]())


@pytest.mark.parametrize("state", [PublicState.PAUSED, PublicState.SUSPENDED])
def test_an_offer_that_is_not_public_takes_no_inquiries(scene, state):
    time = scene.times[0]
    scene.offer.state = state
    scene.offer.save()
    with pytest.raises(Refused):
        scene.ask(time=time)


def test_a_suspended_school_cannot_ask(scene):
    scene.school.state = PublicState.SUSPENDED
    scene.school.save()
    with pytest.raises(Refused):
        scene.ask()


def test_more_pupils_than_the_offer_takes_are_refused(db):
    scene = make_scene(published__group_max=20)
    with pytest.raises(Refused, match="20"):
        scene.ask(pupils=21)


def _key(day: dt.date) -> str:
    return at(day, dt.time(10)).strftime("%Y-%m-%dT%H:%M")


def _past(scene):
    return _key(scene.offer.windows.get().first_day - dt.timedelta(weeks=52))


def _holiday(scene):
    day = scene.offer.windows.get().first_day
    Holiday.objects.create(
        municipality=scene.school.municipality, name="Vinterferie", first_day=day, last_day=day
    )
    return _key(day)


def _too_late(scene):
    scene.offer.notice_days = 60
    scene.offer.save()
    return _key(scene.offer.windows.get().first_day)


def _full(scene):
    first = scene.ask()
    services.say_yes(collaboration=first, by=scene.member)
    services.accept(collaboration=first, by=scene.teacher)
    return _key(scene.offer.windows.get().first_day)


def _closed(scene):
    return _key(scene.offer.windows.get().first_day + dt.timedelta(days=1))


@pytest.mark.parametrize("wish", [_past, _holiday, _too_late, _full, _closed, lambda scene: "vrøvl"])
def test_a_wish_that_cannot_be_had_is_refused_in_words(scene, wish):
    other_class = make.SchoolClassFactory(school=scene.school, name="4.B")
    before = (time := wish(scene)) and Collaboration.objects.count()
    with pytest.raises(NotFree) as refusal:
        scene.ask(time=time, school_class=other_class)
    assert str(refusal.value)
    assert Collaboration.objects.count() == before


def test_a_live_twin_is_told(scene):
    time = scene.times[0]
    first = scene.ask(time=time)
    with pytest.raises(services.Duplicate) as refusal:
        scene.ask(time=time)
    assert refusal.value.twin == first


def test_what_was_declined_can_be_asked_again(scene):
    time = scene.times[0]
    services.say_no(collaboration=scene.ask(time=time), by=scene.member)
    assert scene.ask(time=time).state == State.REQUESTED


def test_somebody_elses_form_is_refused_and_tells_nothing(scene):
    used = scene.ask().form_id
    with pytest.raises(Refused) as refused:
        scene.ask(by=scene.leader, form_id=used, time=scene.times[5])
    assert "slidt op" in str(refused.value)
    assert Collaboration.objects.count() == 1
