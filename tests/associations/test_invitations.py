"""Others are invited, accept, or are taken off the list."""

import re

import pytest
from django.urls import reverse

from associations import queries, services
from skoleplus.accounts.invitations import DeadInvitation, ForSomebodyElse
from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.notifications.models import Mail
from tests.factories import AssociationMembershipFactory, UserFactory


def invite(association, owner, email="ny@example.org", role="editor"):
    return services.invite_member(association=association, by=owner, email=email, role=role)


def token():
    text = Mail.objects.filter(event__startswith="associations.invitation").latest("pk").text
    return re.search(r"/foreninger/invitation/([^/\s]+)/", text)[1]


def test_the_mail_brings_the_link_that_makes_a_member(association, owner):
    invitation = invite(association, owner)
    new = UserFactory(email="ny@example.org")

    membership = services.accept_invitation(token=token(), by=new)
    assert (membership.association, membership.role) == (association, "editor")
    assert association.can_edit(new)
    assert Mail.objects.get().to == invitation.email
    assert not queries.open_invitations(association).exists()


def test_the_link_is_blanked_once_the_mail_is_sent(association, owner):
    invite(association, owner)
    assert Mail.objects.get().secrets == [token()]


def test_works_once_and_for_the_invited_mailbox_only(association, owner):
    invite(association, owner)
    link = token()
    with pytest.raises(ForSomebodyElse):
        services.accept_invitation(token=link, by=UserFactory())
    services.accept_invitation(token=link, by=UserFactory(email="ny@example.org"))
    with pytest.raises(DeadInvitation):
        services.accept_invitation(token=link, by=UserFactory(email="NY2@example.org"))
    assert association.memberships.count() == 2


def test_pressing_twice_sends_one_mail(association, owner):
    assert invite(association, owner) == invite(association, owner)
    assert Mail.objects.count() == 1


def test_an_editor_invited_as_owner_becomes_one(association, owner):
    editor = AssociationMembershipFactory(association=association, role="editor", user__email="e@example.org")
    with pytest.raises(Refused):
        invite(association, owner, email="e@example.org", role="owner")
    editor.user.email = "other@example.org"
    editor.user.save()
    invite(association, owner, email="other2@example.org", role="owner")
    editor.user.emailaddress_set.create(email="other2@example.org", verified=True)
    services.accept_invitation(token=token(), by=editor.user)
    editor.refresh_from_db()
    assert editor.role == "owner"


def test_taken_back_is_dead(association, owner):
    invitation = invite(association, owner)
    services.revoke_invitation(invitation=invitation, by=owner)
    with pytest.raises(DeadInvitation):
        services.accept_invitation(token=token(), by=UserFactory(email="ny@example.org"))


def test_only_owners_invite_and_take_back(association, owner):
    editor = AssociationMembershipFactory(association=association, role="editor").user
    invitation = invite(association, owner)
    for somebody in (editor, UserFactory()):
        with pytest.raises(NotAllowed):
            invite(association, somebody, email="x@example.org")
        with pytest.raises(NotAllowed):
            services.revoke_invitation(invitation=invitation, by=somebody)


def test_the_list_of_open_invitations_has_an_end(association, owner, monkeypatch):
    monkeypatch.setattr("associations.services.people.MOST_OPEN", 2)
    invite(association, owner, email="1@example.org")
    invite(association, owner, email="2@example.org")
    with pytest.raises(Refused):
        invite(association, owner, email="3@example.org")


def test_the_page_shows_and_a_button_accepts(client, association, owner):
    invite(association, owner)
    url = reverse("associations:accept_invitation", args=[token()])
    new = UserFactory(email="ny@example.org")
    client.force_login(new)

    assert association.name in client.get(url).content.decode()
    assert not association.memberships.filter(user=new).exists()
    answer = client.post(url)
    assert answer.url == reverse("associations:page", args=[association.slug])
    assert association.memberships.filter(user=new).exists()


def test_the_people_page_invites_and_takes_back(client, association, owner):
    client.force_login(owner)
    url = reverse("associations:people", args=[association.slug])
    client.post(url, {"email": "ny@example.org", "role": "editor"})
    assert "ny@example.org" in client.get(url).content.decode()
    invitation = association.invitations.get()
    client.post(reverse("associations:revoke_invitation", args=[association.slug, invitation.pk]))
    assert not queries.open_invitations(association).exists()

    wrong = client.post(url, {"email": "ny@", "role": "editor"})
    assert "email" in wrong.context["form"].errors
    assert "ny@" in wrong.content.decode()


def test_a_foreign_invitation_is_not_there(client, association, owner):
    client.force_login(owner)
    other = AssociationMembershipFactory()
    invitation = invite(other.association, other.user)
    assert (
        client.post(
            reverse("associations:revoke_invitation", args=[association.slug, invitation.pk])
        ).status_code
        == 404
    )
