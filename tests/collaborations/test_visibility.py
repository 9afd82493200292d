"""Who sees a collaboration: the queryset and the predicate agree for every role and state."""

import pytest

from collaborations import rules
from collaborations.enums import State
from collaborations.models import Collaboration
from skoleplus.accounts.models import User
from skoleplus.core.clock import now
from tests import factories as make
from tests.sessions import signed_in

pytestmark = pytest.mark.django_db

SEES = {"teacher", "leader", "member", "editor", "consultant", "administrator"}
ROLES = {
    "teacher": lambda c: make.StaffFactory(school=c.school, user=c.requested_by).user,
    "leader": lambda c: make.StaffFactory(school=c.school, role="leader").user,
    "member": lambda c: make.AssociationMembershipFactory(association=c.offer.association).user,
    "editor": lambda c: (
        make.AssociationMembershipFactory(association=c.offer.association, role="editor").user
    ),
    "consultant": lambda c: make.ConsultantFactory(municipality=c.school.municipality).user,
    "administrator": lambda c: (
        make.ConsultantFactory(municipality=c.school.municipality, role="administrator").user
    ),
    "colleague": lambda c: make.StaffFactory(school=c.school).user,
    "teacher who left": lambda c: c.requested_by,
    "leader elsewhere": lambda c: make.StaffFactory(role="leader").user,
    "member elsewhere": lambda c: make.AssociationMembershipFactory().user,
    "consultant elsewhere": lambda c: make.ConsultantFactory().user,
    "stranger": lambda c: make.UserFactory(),
    "nobody": lambda c: None,
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("state", State)
def test_queryset_and_predicate_agree(role, state):
    collaboration = make.CollaborationFactory(state=state, agreed_at=now() if state == State.AGREED else None)
    user = ROLES[role](collaboration)
    user = user and User.objects.get(pk=user.pk)

    seen = collaboration in Collaboration.objects.visible_to(user)
    assert seen == (role in SEES)
    if user:
        assert rules.can_view(user, collaboration) == seen


@pytest.mark.parametrize("role", ROLES)
def test_the_page_follows(client, role):
    collaboration = make.CollaborationFactory()
    user = ROLES[role](collaboration)
    url = f"/samarbejder/{collaboration.pk}/"
    if user is None:
        assert client.get(url).status_code == 302
        return
    page = signed_in(user, second_factor=True).get(url)
    assert page.status_code == (200 if role in SEES else 404)


def test_contact_data_are_between_the_two_parties():
    collaboration = make.CollaborationFactory()
    teacher = ROLES["teacher"](collaboration)
    url = f"/samarbejder/{collaboration.pk}/"
    assert teacher.email in signed_in(ROLES["member"](collaboration)).get(url).text
    assert collaboration.offer.association.email in signed_in(teacher).get(url).text
    onlooker = signed_in(ROLES["consultant"](collaboration), second_factor=True).get(url).text
    assert teacher.email not in onlooker


@pytest.mark.parametrize("role", ROLES)
def test_lists_follow(role):
    collaboration = make.CollaborationFactory()
    user = ROLES[role](collaboration)
    if user is None:
        return
    page = signed_in(user, second_factor=True).get("/samarbejder/", follow=True)
    assert (f"/samarbejder/{collaboration.pk}/" in page.text) == (role in SEES)
