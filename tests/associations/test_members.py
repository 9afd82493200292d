"""People of an association leave it."""

import threading

import pytest
from django.db import connection
from django.utils.functional import SimpleLazyObject

from associations.models import Membership
from associations.services import remove_member
from skoleplus.core.refusals import NotAllowed, Refused
from tests.factories import AssociationFactory, AssociationMembershipFactory, UserFactory


@pytest.fixture
def editor(association):
    return AssociationMembershipFactory(association=association, role="editor")


def test_an_owner_removes_an_editor_once(association, owner, editor):
    remove_member(membership=editor, by=owner)
    remove_member(membership=editor, by=owner)

    assert not association.memberships.filter(user=editor.user).exists()
    assert association.log.filter(transition="remove_member").count() == 1


def test_the_last_owner_stays(association, owner, editor):
    membership = association.memberships.get(user=owner)
    with pytest.raises(Refused):
        remove_member(membership=membership, by=owner)
    assert association.memberships.filter(user=owner).exists()


def test_editors_and_strangers_remove_nobody(association, owner, editor):
    for somebody in (editor.user, UserFactory()):
        with pytest.raises(NotAllowed):
            remove_member(membership=association.memberships.get(user=owner), by=somebody)


@pytest.mark.django_db(transaction=True)
def test_two_owners_who_remove_each_other_leave_one():
    association = AssociationFactory()
    one, two = (AssociationMembershipFactory(association=association) for _ in range(2))
    barrier, refusals = threading.Barrier(2), []

    def press(membership, by):
        barrier.wait()
        try:
            remove_member(membership=membership, by=by)
        except Refused as refusal:
            refusals.append(refusal)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=press, args=[two, one.user]),
        threading.Thread(target=press, args=[one, two.user]),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Membership.objects.filter(association=association).count() == 1
    assert len(refusals) == 1


def test_who_was_an_owner_a_moment_ago_removes_nobody(association, owner, editor):
    request_user = SimpleLazyObject(lambda: owner)
    assert association.can_edit(request_user)
    association.memberships.filter(user=owner).update(role="editor")
    with pytest.raises(NotAllowed):
        remove_member(membership=editor, by=request_user)
