"""The association answers and the school decides: the stories."""

import datetime as dt

import pytest

from collaborations import services
from collaborations.enums import Side, State
from offers.models import Booking
from offers.services import NotFree
from skoleplus.core.refusals import NotAllowed, Outdated, Refused
from skoleplus.notifications.models import Mail
from tests import factories as make
from tests.collaborations.conftest import make_scene, newest


@pytest.fixture
def asked(scene):
    return scene.ask()


def test_yes_accepts_the_first_proposal(scene, asked):
    services.say_yes(collaboration=asked, by=scene.member, note="Vi glæder os.")

    asked.refresh_from_db()
    assert asked.state == State.PROPOSAL
    assert asked.proposals.get().association_accepted_at
    mail = newest(scene.teacher.email, "yes")
    assert mail.reply_to == scene.member.email
    assert "/svar/skole/" in mail.text
    assert "STATUS:TENTATIVE" in mail.calendar


def test_another_time_is_a_second_proposal(scene, asked):
    other = scene.times[-1]
    services.propose_other_time(
        collaboration=asked, by=scene.member, time=other, note="Den dag har vi stævne."
    )

    asked.refresh_from_db()
    first, second = asked.proposals.all()
    assert asked.state == State.COUNTER_PROPOSAL
    assert (second.number, second.side) == (2, Side.ASSOCIATION)
    assert second.association_accepted_at
    assert not second.school_accepted_at
    assert second.sessions.get().starts_at.strftime("%Y-%m-%dT%H:%M") == other
    assert second.pupils == first.pupils
    assert "Den dag har vi stævne." in newest(scene.teacher.email, "other_time").text


def test_the_association_may_open_a_date_of_its_own(scene, asked):
    day = scene.offer.windows.get().first_day + dt.timedelta(days=1)
    services.propose_other_time(collaboration=asked, by=scene.member, own_day=day, own_start=dt.time(12, 30))
    date = scene.offer.fixed_dates.get()
    assert (date.day, date.starts, date.ends, date.capacity) == (day, dt.time(12, 30), dt.time(14), 24)

    services.accept(collaboration=asked, by=scene.teacher)
    assert Booking.objects.get().fixed_date == date


def test_an_own_date_inside_a_window_opens_nothing(scene, asked):
    day = scene.offer.windows.get().first_day + dt.timedelta(weeks=1)
    services.propose_other_time(collaboration=asked, by=scene.member, own_day=day, own_start=dt.time(10, 15))
    assert not scene.offer.fixed_dates.exists()


@pytest.mark.parametrize(("days", "start"), [(-400, dt.time(12)), (1, dt.time(23, 30))])
def test_an_own_date_that_cannot_be_is_refused(scene, asked, days, start):
    day = scene.offer.windows.get().first_day + dt.timedelta(days=days)
    with pytest.raises(NotFree):
        services.propose_other_time(collaboration=asked, by=scene.member, own_day=day, own_start=start)
    assert not scene.offer.fixed_dates.exists()


def test_the_same_time_is_no_other_time(scene, asked):
    with pytest.raises(Refused):
        services.propose_other_time(collaboration=asked, by=scene.member, time=scene.times[0])


def test_notice_does_not_bind_the_association(scene, asked):
    scene.offer.notice_days = 60
    scene.offer.save()
    services.say_yes(collaboration=asked, by=scene.member)
    asked.refresh_from_db()
    assert asked.state == State.PROPOSAL


def test_no_ends_it_with_a_word(scene, asked):
    services.say_no(collaboration=asked, by=scene.member, note="Vi mangler folk.")
    asked.refresh_from_db()
    assert asked.state == State.DECLINED
    mail = newest(scene.teacher.email, "declined")
    assert "Vi mangler folk." in mail.text
    assert "STATUS:CANCELLED" in mail.calendar


def test_accepting_holds_the_time_and_tells_both(scene, asked):
    services.say_yes(collaboration=asked, by=scene.member)
    services.accept(collaboration=asked, by=scene.teacher)

    asked.refresh_from_db()
    proposal = asked.proposals.get()
    assert asked.state == State.AGREED
    assert asked.agreed_at
    assert proposal.school_accepted_at
    assert proposal.association_accepted_at
    session = asked.sessions.get()
    assert session.booking.during.lower == session.starts_at == proposal.sessions.get().starts_at
    for person in (scene.teacher, scene.member):
        assert "STATUS:CONFIRMED" in newest(person.email, "agreed").calendar
    assert Mail.objects.count() == 5


def test_a_course_holds_every_session(db):
    scene = make_scene(published__sessions=3)
    asked = scene.ask()
    services.say_yes(collaboration=asked, by=scene.member)
    services.accept(collaboration=asked, by=scene.leader)
    assert asked.sessions.count() == Booking.objects.count() == 3


def test_a_time_that_is_gone_is_refused_and_nothing_changes(scene):
    other_class = make.SchoolClassFactory(school=scene.school, name="4.B")
    time = scene.times[0]
    first, second = scene.ask(time=time), scene.ask(time=time, school_class=other_class)
    for asked in (first, second):
        services.say_yes(collaboration=asked, by=scene.member)
    services.accept(collaboration=first, by=scene.teacher)

    with pytest.raises(NotFree):
        services.accept(collaboration=second, by=scene.teacher)
    second.refresh_from_db()
    assert second.state == State.PROPOSAL
    assert second.agreed_at is None
    assert Booking.objects.count() == 1


def test_yes_to_a_time_that_is_gone_is_refused(scene):
    other_class = make.SchoolClassFactory(school=scene.school, name="4.B")
    time = scene.times[0]
    first, second = scene.ask(time=time), scene.ask(time=time, school_class=other_class)
    services.say_yes(collaboration=first, by=scene.member)
    services.accept(collaboration=first, by=scene.teacher)
    with pytest.raises(NotFree):
        services.say_yes(collaboration=second, by=scene.member)
    second.refresh_from_db()
    assert second.state == State.REQUESTED


def test_one_class_is_not_agreed_twice_at_one_time(db):
    scene = make_scene()
    scene.offer.windows.update(parallel=2)
    first, second = scene.ask(time=scene.times[0]), scene.ask(time=scene.times[-1])
    services.say_yes(collaboration=first, by=scene.member)
    services.propose_other_time(
        collaboration=second,
        by=scene.member,
        time=first.newest_proposal.sessions.get().starts_at.strftime("%Y-%m-%dT%H:%M"),
    )
    services.accept(collaboration=first, by=scene.teacher)
    with pytest.raises(services.Duplicate):
        services.accept(collaboration=second, by=scene.teacher)


def test_the_school_may_decline(scene, asked):
    services.say_yes(collaboration=asked, by=scene.member)
    services.turn_down(collaboration=asked, by=scene.leader, note="Vi er på lejrskole.")
    asked.refresh_from_db()
    assert asked.state == State.DECLINED
    assert "Vi er på lejrskole." in newest(scene.member.email, "declined").text


def test_the_school_may_withdraw_before_it_is_agreed(scene, asked):
    services.withdraw(collaboration=asked, by=scene.teacher)
    asked.refresh_from_db()
    assert asked.state == State.WITHDRAWN
    assert newest(scene.member.email, "withdrawn")


def test_what_is_agreed_is_not_withdrawn(scene, asked):
    services.say_yes(collaboration=asked, by=scene.member)
    services.accept(collaboration=asked, by=scene.teacher)
    with pytest.raises(Outdated):
        services.withdraw(collaboration=asked, by=scene.teacher)


def test_an_answer_is_given_once(scene, asked):
    services.say_yes(collaboration=asked, by=scene.member)
    with pytest.raises(Outdated):
        services.say_no(collaboration=asked, by=scene.member)
    asked.refresh_from_db()
    assert asked.state == State.PROPOSAL


@pytest.mark.parametrize("story", [services.say_yes, services.say_no])
@pytest.mark.parametrize("who", ["teacher", "leader", "stranger", "consultant"])
def test_only_the_association_answers(scene, asked, story, who):
    with pytest.raises(NotAllowed):
        story(collaboration=asked, by=_person(scene, who))


@pytest.mark.parametrize("story", [services.accept, services.turn_down, services.withdraw])
@pytest.mark.parametrize("who", ["member", "colleague", "stranger", "consultant"])
def test_only_the_school_decides(scene, asked, story, who):
    services.say_yes(collaboration=asked, by=scene.member)
    with pytest.raises(NotAllowed):
        story(collaboration=asked, by=_person(scene, who))


def _person(scene, who):
    if who == "stranger":
        return make.UserFactory()
    if who == "consultant":
        return make.ConsultantFactory(municipality=scene.school.municipality).user
    if who == "colleague":
        return make.StaffFactory(school=scene.school).user
    return getattr(scene, who)


def test_a_teacher_who_has_left_decides_no_more_and_the_leaders_are_asked(scene, asked):
    scene.school.memberships.filter(user=scene.teacher).delete()
    asked = type(asked).objects.get(pk=asked.pk)
    services.say_yes(collaboration=asked, by=scene.member)
    assert newest(scene.leader.email, "yes")
    assert not Mail.objects.filter(to=scene.teacher.email, event__contains=".yes:").exists()
    teacher = type(scene.teacher).objects.get(pk=scene.teacher.pk)
    with pytest.raises(NotAllowed):
        services.accept(collaboration=asked, by=teacher)
