"""A room that invites, as small as it can be."""

from django.urls import include, path, reverse

from associations.enums import Role
from associations.models import Membership, MembershipInvitation
from skoleplus.accounts import invitations
from skoleplus.accounts.views import invitation_page
from skoleplus.core.clock import now


def accept(*, token, by):
    invitation = invitations.accept(MembershipInvitation, token=token, by=by)
    return Membership.objects.create(
        association=invitation.association, user=by, role=Role.EDITOR, since=now()
    )


def page(request, token):
    return invitation_page(
        request,
        model=MembershipInvitation,
        token=token,
        what=lambda invitation: invitation.association.name,
        accept=accept,
        done=lambda membership: reverse("home"),
    )


urlpatterns = [path("invitation/<str:token>/", page, name="invitation"), path("", include("skoleplus.urls"))]
