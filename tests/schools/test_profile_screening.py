"""The screening of a school's profile."""

import pytest

from schools import services
from skoleplus.core.refusals import NotAllowed
from skoleplus.screening.enums import State
from tests.factories import ConsultantFactory, SchoolFactory, SchoolProfileFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting():
    school = SchoolFactory(name="Bakkeskolen")
    return SchoolProfileFactory(subject=school, name="Ny Bakkeskole", state=State.SUBMITTED)


@pytest.fixture
def consultant(waiting):
    return ConsultantFactory(municipality=waiting.subject.municipality).user


def test_the_name_follows_the_published_version(waiting, consultant):
    services.approve_profile(version=waiting, by=consultant)

    waiting.subject.refresh_from_db()
    assert waiting.subject.name == "Ny Bakkeskole"
    assert list(waiting.subject.versions.published()) == [waiting]


@pytest.mark.parametrize("story", [services.request_profile_changes, services.reject_profile])
def test_what_is_public_stays_when_the_new_text_is_not_approved(waiting, consultant, story):
    story(version=waiting, by=consultant, note="Skriv lidt mere.")

    waiting.subject.refresh_from_db()
    assert waiting.subject.name == "Bakkeskolen"
    assert waiting.newest_note == "Skriv lidt mere."


@pytest.mark.parametrize(
    "story", [services.approve_profile, services.request_profile_changes, services.reject_profile]
)
def test_only_a_consultant_of_the_municipality_decides(waiting, story):
    for stranger in (UserFactory(), ConsultantFactory().user):
        with pytest.raises(NotAllowed):
            story(version=waiting, by=stranger, note="Hej")

    waiting.refresh_from_db()
    assert waiting.state == State.SUBMITTED
