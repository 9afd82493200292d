"""Who works for a municipality, and when its schools are closed."""

import datetime as dt

import pytest

from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.municipalities import services
from skoleplus.municipalities.enums import Role
from skoleplus.municipalities.models import Holiday, Member
from skoleplus.notifications.models import Mail
from tests.factories import ConsultantFactory, MunicipalityFactory, UserFactory

pytestmark = pytest.mark.django_db

AUTUMN = {"name": "Efterårsferie", "first_day": dt.date(2026, 10, 12), "last_day": dt.date(2026, 10, 18)}


@pytest.fixture
def administrator():
    return ConsultantFactory(role=Role.ADMINISTRATOR)


def test_an_administrator_adds_a_consultant_who_is_told(administrator):
    eva = UserFactory(email="eva@example.dk")
    member = services.add_member(
        municipality=administrator.municipality, user=eva, role=Role.CONSULTANT, by=administrator.user
    )
    assert member.role == Role.CONSULTANT
    mail = Mail.objects.get(to="eva@example.dk")
    assert administrator.municipality.name in mail.subject
    assert "/konto/login/" in mail.text
    assert "/konto/login/" in mail.html


def test_added_twice_is_added_and_told_once(administrator):
    eva = UserFactory()
    for _ in range(2):
        services.add_member(
            municipality=administrator.municipality, user=eva, role=Role.CONSULTANT, by=administrator.user
        )
    assert Member.objects.filter(user=eva).count() == 1
    assert Mail.objects.count() == 1


@pytest.mark.parametrize("who", ["consultant", "neighbour", "stranger"])
def test_only_its_own_administrators_may(administrator, who):
    municipality = administrator.municipality
    actor = {
        "consultant": lambda: ConsultantFactory(municipality=municipality).user,
        "neighbour": lambda: ConsultantFactory(role=Role.ADMINISTRATOR).user,
        "stranger": UserFactory,
    }[who]()
    holiday = services.add_holiday(municipality=municipality, by=None, **AUTUMN)
    attempts = [
        lambda: services.add_member(municipality=municipality, user=actor, role=Role.CONSULTANT, by=actor),
        lambda: services.remove_member(member=administrator, by=actor),
        lambda: services.add_holiday(municipality=municipality, by=actor, **AUTUMN | {"name": "X"}),
        lambda: services.remove_holiday(holiday=holiday, by=actor),
    ]
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()
    assert Holiday.objects.count() == 1
    assert Member.objects.filter(pk=administrator.pk).exists()
    assert not Mail.objects.exists()


def test_the_operator_may_without_an_account():
    member = services.add_member(
        municipality=MunicipalityFactory(), user=UserFactory(), role=Role.ADMINISTRATOR, by=None
    )
    services.remove_member(member=member, by=None)
    assert not Member.objects.exists()


def test_a_role_is_taken_away_and_told(administrator):
    member = ConsultantFactory(municipality=administrator.municipality)
    services.remove_member(member=member, by=administrator.user)
    assert not Member.objects.filter(user=member.user).exists()
    assert Mail.objects.get().to == member.user.email


def test_somebody_must_administer(administrator):
    with pytest.raises(Refused):
        services.remove_member(member=administrator, by=administrator.user)
    assert Member.objects.filter(pk=administrator.pk).exists()


def test_one_of_two_administrators_may_leave(administrator):
    ConsultantFactory(municipality=administrator.municipality, role=Role.ADMINISTRATOR)
    services.remove_member(member=administrator, by=administrator.user)
    assert Member.objects.filter(role=Role.ADMINISTRATOR).count() == 1


def test_a_holiday_covers_its_first_and_last_day(administrator):
    services.add_holiday(municipality=administrator.municipality, by=administrator.user, **AUTUMN)
    covering = Holiday.objects.covering
    assert covering(dt.date(2026, 10, 12), dt.date(2026, 10, 12)).exists()
    assert covering(dt.date(2026, 10, 18), dt.date(2026, 10, 30)).exists()
    assert not covering(dt.date(2026, 10, 19), dt.date(2026, 10, 30)).exists()
    assert not covering(dt.date(2026, 10, 1), dt.date(2026, 10, 11)).exists()


def test_a_holiday_is_refused_in_words(administrator):
    municipality, by = administrator.municipality, administrator.user
    services.add_holiday(municipality=municipality, by=by, **AUTUMN)
    with pytest.raises(Refused, match="Efterårsferie"):
        services.add_holiday(municipality=municipality, by=by, **AUTUMN)
    with pytest.raises(Refused):
        services.add_holiday(
            municipality=municipality,
            name="X",
            first_day=AUTUMN["last_day"],
            last_day=AUTUMN["first_day"],
            by=by,
        )
    assert Holiday.objects.count() == 1


def test_a_holiday_is_removed(administrator):
    holiday = services.add_holiday(municipality=administrator.municipality, by=None, **AUTUMN)
    services.remove_holiday(holiday=holiday, by=administrator.user)
    assert not Holiday.objects.exists()
