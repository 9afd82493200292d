"""Joining a school and leaving it: the stories."""

import pytest
from allauth.account.models import EmailAddress

from schools import services
from schools.enums import Role
from schools.models import Membership
from schools.queries import schools_to_join
from skoleplus.accounts.invitations import DeadInvitation, ForSomebodyElse
from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.notifications.models import Mail
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return make.EmailDomainFactory(domain="bakkeskolen.dk").school


def person(email, verified=True):
    user = make.UserFactory(email=email)
    EmailAddress.objects.create(user=user, email=email, verified=verified, primary=True)
    return user


@pytest.mark.parametrize("email", ["mette@bakkeskolen.dk", "METTE@Bakkeskolen.DK"])
def test_a_verified_address_in_the_schools_domain_joins(school, email):
    user = person(email)
    assert list(schools_to_join(user)) == [school]
    membership = services.join_by_domain(school=school, by=user)
    assert membership.role == Role.TEACHER
    assert list(schools_to_join(user)) == []
    assert school.log.get().transition == "join_by_domain"


@pytest.mark.parametrize(
    ("email", "verified"),
    [
        ("mette@bakkeskolen.dk", False),
        ("mette@mail.bakkeskolen.dk", True),
        ("mette@bakkeskolen.dk.example.org", True),
        ("mette@xbakkeskolen.dk", True),
        ("bakkeskolen.dk@example.org", True),
    ],
)
def test_other_addresses_do_not(school, email, verified):
    user = person(email, verified)
    assert list(schools_to_join(user)) == []
    with pytest.raises(NotAllowed):
        services.join_by_domain(school=school, by=user)
    assert not school.memberships.exists()


def test_an_address_that_is_not_in_allauths_table_proves_nothing(school):
    assert list(schools_to_join(make.UserFactory(email="mette@bakkeskolen.dk"))) == []


def test_a_second_verified_address_counts(school):
    user = person("mette@example.org")
    EmailAddress.objects.create(user=user, email="mette@bakkeskolen.dk", verified=True)
    assert services.join_by_domain(school=school, by=user)


def test_joining_twice_is_joining_once_and_a_leader_stays_one(school):
    user = person("lis@bakkeskolen.dk")
    make.StaffFactory(school=school, user=user, role=Role.LEADER)
    assert services.join_by_domain(school=school, by=user).role == Role.LEADER
    assert Membership.objects.count() == 1


def test_a_leader_invites_and_the_invited_mailbox_joins(school):
    leader = make.StaffFactory(school=school, role=Role.LEADER).user
    services.invite_staff(school=school, email="Ny@Example.org", role=Role.TEACHER, by=leader)
    mail = Mail.objects.get()
    token = mail.secrets[0].rstrip("/").rpartition("/")[2]
    assert mail.to == "ny@example.org"

    with pytest.raises(ForSomebodyElse):
        services.accept_invitation(token=token, by=person("anden@example.org"))
    membership = services.accept_invitation(token=token, by=person("ny@example.org"))
    assert (membership.school, membership.role) == (school, Role.TEACHER)
    with pytest.raises(DeadInvitation):
        services.accept_invitation(token=token, by=membership.user)


def test_an_invitation_may_raise_a_teacher_and_lowers_nobody(school):
    leader = make.StaffFactory(school=school, role=Role.LEADER).user
    user = person("ny@example.org")
    services.invite_staff(school=school, email=user.email, role=Role.LEADER, by=leader)
    token = Mail.objects.get().secrets[0].rstrip("/").rpartition("/")[2]
    make.StaffFactory(school=school, user=user)
    assert services.accept_invitation(token=token, by=user).role == Role.LEADER


def test_the_consultant_invites_the_first_leader(school):
    consultant = make.ConsultantFactory(municipality=school.municipality).user
    assert services.invite_staff(school=school, email="lis@example.org", role=Role.LEADER, by=consultant)


def test_others_do_not_invite(school):
    for user in (make.StaffFactory(school=school).user, make.ConsultantFactory().user, make.UserFactory()):
        with pytest.raises(NotAllowed):
            services.invite_staff(school=school, email="ny@example.org", role=Role.TEACHER, by=user)
    assert not Mail.objects.exists()


def test_who_is_there_already_is_not_invited(school):
    leader = make.StaffFactory(school=school, role=Role.LEADER).user
    with pytest.raises(Refused):
        services.invite_staff(school=school, email=leader.email.upper(), role=Role.TEACHER, by=leader)


def test_an_invitation_is_taken_back(school):
    leader = make.StaffFactory(school=school, role=Role.LEADER).user
    invitation = services.invite_staff(school=school, email="ny@example.org", role=Role.TEACHER, by=leader)
    token = Mail.objects.get().secrets[0].rstrip("/").rpartition("/")[2]
    services.revoke_invitation(invitation=invitation, by=leader)
    with pytest.raises(DeadInvitation):
        services.accept_invitation(token=token, by=person("ny@example.org"))


def test_a_leader_removes_a_teacher(school):
    leader = make.StaffFactory(school=school, role=Role.LEADER).user
    teacher = make.StaffFactory(school=school)
    services.remove_staff(membership=teacher, by=leader)
    assert list(school.memberships.values_list("user", flat=True)) == [leader.pk]
    services.remove_staff(membership=teacher, by=leader)
    assert school.log.filter(transition="remove_staff").count() == 1


def test_the_last_leader_stays(school):
    leader = make.StaffFactory(school=school, role=Role.LEADER)
    with pytest.raises(Refused):
        services.remove_staff(membership=leader, by=leader.user)
    other = make.StaffFactory(school=school, role=Role.LEADER)
    services.remove_staff(membership=leader, by=leader.user)
    assert list(school.memberships.all()) == [other]


def test_only_leaders_remove(school):
    teacher = make.StaffFactory(school=school)
    consultant = make.ConsultantFactory(municipality=school.municipality).user
    for user in (make.StaffFactory(school=school).user, consultant, make.StaffFactory(role="leader").user):
        with pytest.raises(NotAllowed):
            services.remove_staff(membership=teacher, by=user)


def test_pressing_twice_sends_one_invitation(school):
    leader = make.StaffFactory(school=school, role=Role.LEADER).user
    for _press in range(2):
        services.invite_staff(school=school, email="ny@example.org", role=Role.TEACHER, by=leader)
    assert Mail.objects.count() == 1


def test_a_school_does_not_invite_without_end(school, monkeypatch):
    monkeypatch.setattr("schools.services.invitations.MOST_OPEN", 1)
    leader = make.StaffFactory(school=school, role=Role.LEADER).user
    services.invite_staff(school=school, email="ny@example.org", role=Role.TEACHER, by=leader)
    with pytest.raises(Refused):
        services.invite_staff(school=school, email="anden@example.org", role=Role.TEACHER, by=leader)
