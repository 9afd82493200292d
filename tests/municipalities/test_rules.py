"""Who works for a municipality; asked of the database once per request."""

import pytest
from django.contrib.auth.models import AnonymousUser

from skoleplus.accounts.models import User
from skoleplus.municipalities import rules
from skoleplus.municipalities.emails import consultants
from skoleplus.municipalities.enums import Role
from tests.factories import ConsultantFactory, MunicipalityFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "consultant", "administrator"),
    [(Role.CONSULTANT, True, False), (Role.ADMINISTRATOR, True, True)],
)
def test_what_a_role_is(role, consultant, administrator):
    member = ConsultantFactory(role=role)
    own, other = member.municipality, MunicipalityFactory()
    assert rules.is_consultant(member.user, own) is consultant
    assert rules.is_administrator(member.user, own) is administrator
    assert rules.works_for_a_municipality(member.user)
    assert not rules.is_consultant(member.user, other)
    assert not rules.is_administrator(member.user, other)


@pytest.mark.parametrize("user", [None, AnonymousUser(), "person", "operator"])
def test_who_is_none(user):
    municipality = MunicipalityFactory()
    if user == "person":
        user = UserFactory()
    if user == "operator":
        user = UserFactory(is_staff=True, is_superuser=True)
    assert not rules.is_consultant(user, municipality)
    assert not rules.is_administrator(user, municipality)
    assert not rules.works_for_a_municipality(user)


def test_roles_are_read_once(django_assert_num_queries):
    member = ConsultantFactory()
    user = User.objects.get(pk=member.user_id)
    with django_assert_num_queries(1):
        for _ in range(3):
            rules.is_consultant(user, member.municipality)
            rules.works_for_a_municipality(user)


def test_the_consultants_are_written_to_else_the_contact():
    municipality = MunicipalityFactory(contact_email="kontakt@example.dk")
    assert [who.email for who in consultants(municipality)] == ["kontakt@example.dk"]
    member = ConsultantFactory(municipality=municipality)
    ConsultantFactory(municipality=municipality, role=Role.ADMINISTRATOR)
    ConsultantFactory(municipality=municipality, user=UserFactory(is_active=False))
    assert [who.email for who in consultants(municipality)] == [member.user.email]
