"""Invitations, shown with the associations' own: one live link, spent once, by the right person."""

import datetime as dt
import threading

import pytest
from allauth.account.models import EmailAddress
from django.db import connection

from associations.enums import Role
from associations.models import MembershipInvitation
from skoleplus.accounts import invitations
from skoleplus.accounts.invitations import DeadInvitation, ForSomebodyElse
from skoleplus.accounts.models import User
from tests.factories import AssociationFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def invite():
    association = AssociationFactory()
    owner = UserFactory()

    def invite(email="Bo@Example.dk", role=Role.EDITOR):
        return invitations.invite(
            MembershipInvitation,
            email=email,
            by=owner,
            scope={"association": association},
            grant={"role": role},
        )

    return invite


def accept(token, by):
    return invitations.accept(MembershipInvitation, token=token, by=by)


def test_the_invited_person_accepts_and_the_mailbox_is_proved(invite):
    new = invite()
    bo = UserFactory(email="bo@example.dk")
    accepted = accept(new.token, bo)
    assert accepted.accepted_by == bo
    assert accepted.role == Role.EDITOR
    assert EmailAddress.objects.get(user=bo, email="bo@example.dk").verified


def test_the_token_itself_is_not_stored(invite):
    new = invite()
    assert new.token not in str(MembershipInvitation.objects.values().get())


def test_another_verified_mailbox_of_the_person_counts(invite):
    bo = UserFactory(email="privat@example.dk")
    EmailAddress.objects.create(user=bo, email="bo@example.dk", verified=True)
    assert accept(invite().token, bo).accepted_by == bo


def test_an_unverified_second_mailbox_does_not(invite):
    bo = UserFactory(email="privat@example.dk")
    EmailAddress.objects.create(user=bo, email="bo@example.dk", verified=False)
    with pytest.raises(ForSomebodyElse):
        accept(invite().token, bo)


def test_somebody_else_is_told_whose_it_is(invite):
    with pytest.raises(ForSomebodyElse, match=r"bo@example\.dk"):
        accept(invite().token, UserFactory(email="eva@example.dk"))


def test_a_second_invitation_replaces_the_first(invite):
    first = invite(role=Role.EDITOR)
    second = invite(role=Role.OWNER)
    assert first.invitation.pk == second.invitation.pk
    with pytest.raises(DeadInvitation):
        accept(first.token, bo())
    assert accept(second.token, bo()).role == Role.OWNER


def bo():
    return User.objects.filter(email="bo@example.dk").first() or UserFactory(email="bo@example.dk")


def test_sent_again_after_it_expired(invite, time_machine):
    time_machine.move_to("2026-11-23 08:00Z", tick=False)
    new = invite()
    time_machine.shift(dt.timedelta(days=31))
    with pytest.raises(DeadInvitation) as refusal:
        invitations.find(MembershipInvitation, token=new.token)
    assert refusal.value.invitation == new.invitation
    again = invitations.resend(invitation=new.invitation, by=None)
    assert accept(again.token, bo()).accepted_at


def test_used_twice_is_refused(invite):
    new = invite()
    accept(new.token, bo())
    with pytest.raises(DeadInvitation):
        accept(new.token, bo())


def test_taken_back(invite):
    new = invite()
    invitations.revoke(invitation=new.invitation)
    invitations.revoke(invitation=new.invitation)  # twice is the same as once
    with pytest.raises(DeadInvitation):
        accept(new.token, bo())
    with pytest.raises(DeadInvitation):
        invitations.resend(invitation=new.invitation, by=None)


def test_what_was_accepted_cannot_be_taken_back(invite):
    new = invite()
    accept(new.token, bo())
    with pytest.raises(DeadInvitation):
        invitations.revoke(invitation=new.invitation)


def test_the_four_deaths_have_different_words(invite, time_machine):
    time_machine.move_to("2026-11-23 08:00Z", tick=False)
    words = set()
    for kill in ("unknown", "accepted", "revoked", "expired"):
        new = invite(email=f"{kill}@example.dk")
        token = "nonsense" if kill == "unknown" else new.token
        if kill == "accepted":
            accept(token, UserFactory(email="accepted@example.dk"))
        if kill == "revoked":
            invitations.revoke(invitation=new.invitation)
        if kill == "expired":
            time_machine.shift(dt.timedelta(days=31))
        with pytest.raises(DeadInvitation) as refusal:
            invitations.find(MembershipInvitation, token=token)
        words.add(str(refusal.value))
    assert len(words) == 4


@pytest.mark.django_db(transaction=True)
def test_two_who_invite_the_same_mailbox_at_once_leave_one_live_link(invite):
    links = []

    def one():
        links.append(invite())
        connection.close()

    threads = [threading.Thread(target=one) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(links) == 6
    assert MembershipInvitation.objects.count() == 1
    alive = 0
    for new in links:
        try:
            invitations.find(MembershipInvitation, token=new.token)
            alive += 1
        except DeadInvitation:
            pass
    assert alive == 1


@pytest.mark.django_db(transaction=True)
def test_pressed_by_six_at_once_is_accepted_once(invite):
    new = invite()
    person = bo()
    results = []

    def one():
        try:
            results.append(accept(new.token, person))
        except DeadInvitation as refusal:
            results.append(refusal)
        connection.close()

    threads = [threading.Thread(target=one) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(isinstance(result, DeadInvitation) for result in results) == 5
    assert len(results) == 6
