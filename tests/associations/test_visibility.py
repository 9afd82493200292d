"""One rule: the queryset and the predicate agree for every role and every state."""

import pytest
from django.contrib.auth.models import AnonymousUser

from associations import rules
from associations.models import Association
from skoleplus.accounts.models import User
from skoleplus.municipalities.enums import Role as MunicipalRole
from skoleplus.screening.enums import PublicState, State
from tests.factories import (
    AssociationFactory,
    AssociationMembershipFactory,
    AssociationProfileFactory,
    ConsultantFactory,
    MunicipalityFactory,
    StaffFactory,
    UserFactory,
)

VERSIONS = [
    (),
    *((state,) for state in State),
    (State.APPROVED, State.DRAFT),
    (State.SUPERSEDED, State.APPROVED),
]
SEEN_BY_ALL = {(State.APPROVED,), (State.APPROVED, State.DRAFT), (State.SUPERSEDED, State.APPROVED)}


@pytest.fixture
def scene(db):
    """An association for every public state and every history of versions, and somebody of every role."""
    municipality = MunicipalityFactory()
    associations = {}
    for public in PublicState:
        for versions in VERSIONS:
            association = AssociationFactory(municipality=municipality, state=public, published=None)
            for state in versions:
                AssociationProfileFactory(subject=association, state=state)
            associations[association] = (public, versions)
    people = {
        "nobody": AnonymousUser(),
        "stranger": UserFactory(),
        "teacher": StaffFactory(school__municipality=municipality).user,
        "owner": UserFactory(),
        "editor": UserFactory(),
        "member elsewhere": AssociationMembershipFactory().user,
        "consultant": ConsultantFactory(municipality=municipality).user,
        "administrator": ConsultantFactory(municipality=municipality, role=MunicipalRole.ADMINISTRATOR).user,
        "consultant elsewhere": ConsultantFactory().user,
        "operator": UserFactory(is_staff=True, is_superuser=True),
    }
    for association in associations:
        for role in ("owner", "editor"):
            AssociationMembershipFactory(association=association, user=people[role], role=role)
    return associations, people


ALL = {"owner", "editor", "consultant", "administrator"}


def test_queryset_and_predicate_agree(scene):
    associations, people = scene
    for role, somebody in people.items():
        user = User.objects.get(pk=somebody.pk) if somebody.pk else somebody
        seen = set(Association.objects.visible_to(user))
        for association, (public, versions) in associations.items():
            expected = role in ALL or (public == PublicState.PUBLIC and versions in SEEN_BY_ALL)
            facts = (role, public, versions)
            assert (association in seen) is expected, facts
            assert rules.can_view(user, association) is expected, facts


def test_only_members_write(scene):
    associations, people = scene
    for association in associations:
        writers = {role for role, user in people.items() if rules.may_edit(user, association)}
        managers = {role for role, user in people.items() if rules.may_manage_members(user, association)}
        assert writers == {"owner", "editor"}
        assert managers == {"owner"}
