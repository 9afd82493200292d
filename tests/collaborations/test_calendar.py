"""The dates of a collaboration as iCalendar."""

from icalendar import Calendar

from collaborations import services
from collaborations.calendar import calendar
from tests.collaborations.conftest import make_scene


def _events(collaboration):
    return Calendar.from_ical(calendar(collaboration)).walk("VEVENT")


def test_a_session_keeps_its_uid_and_grows_in_sequence(scene):
    asked = scene.ask()
    wish = _events(asked)[0]
    services.propose_other_time(collaboration=asked, by=scene.member, time=scene.times[-1])
    proposed = _events(asked)[0]
    services.accept(collaboration=asked, by=scene.teacher)
    agreed = _events(asked)[0]

    assert wish["uid"] == proposed["uid"] == agreed["uid"]
    assert wish["sequence"] < proposed["sequence"] < agreed["sequence"]
    assert [row["status"] for row in (wish, proposed, agreed)] == ["TENTATIVE", "TENTATIVE", "CONFIRMED"]
    session = asked.sessions.get()
    assert agreed["dtstart"].dt == session.starts_at
    assert agreed["dtend"].dt == session.ends_at


def test_every_session_of_a_course_has_its_own_uid(db):
    events = _events(make_scene(published__sessions=4).ask())
    assert len({event["uid"] for event in events}) == 4


def test_what_came_to_nothing_is_cancelled(scene):
    asked = scene.ask()
    services.withdraw(collaboration=asked, by=scene.teacher)
    text = Calendar.from_ical(calendar(asked))
    assert text["method"] == "CANCEL"
    assert text.walk("VEVENT")[0]["status"] == "CANCELLED"
