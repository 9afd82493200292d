"""The person's own account, and where one begins after signing in."""

import pytest
from django.urls import reverse

from skoleplus.accounts.models import User
from tests.factories import (
    AssociationFactory,
    AssociationMembershipFactory,
    ConsultantFactory,
    StaffFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/konto/", "/konto/videre/"])
def test_a_visitor_is_asked_to_sign_in_first(client, path):
    response = client.get(path)
    assert response.status_code == 302
    assert response.url == f"/konto/login/?next={path}"


def test_name_and_phone_are_saved(client):
    bo = UserFactory(name="Bo", phone="")
    client.force_login(bo)
    response = client.post("/konto/", {"name": "Bo Ågård", "phone": "+45 49 28 00 00"})
    assert response.url == "/konto/"
    bo.refresh_from_db()
    assert (bo.name, bo.phone) == ("Bo Ågård", "+45 49 28 00 00")
    assert "Bo Ågård" in client.get("/konto/").content.decode()


@pytest.mark.parametrize("phone", ["abc", "12", "1" * 31, "<script>"])
def test_what_is_no_phone_number_is_refused_and_nothing_is_saved(client, phone):
    bo = UserFactory(name="Bo")
    client.force_login(bo)
    response = client.post("/konto/", {"name": "Eva", "phone": phone})
    assert response.status_code == 200
    assert 'value="Eva"' in response.content.decode()
    assert User.objects.get(pk=bo.pk).name == "Bo"


def test_nobody_changes_anybody_else(client):
    eva = UserFactory(name="Eva")
    client.force_login(UserFactory(name="Bo"))
    client.post("/konto/", {"name": "Ida", "phone": "", "pk": eva.pk, "id": eva.pk, "is_staff": "on"})
    eva.refresh_from_db()
    assert eva.name == "Eva"
    assert not User.objects.filter(is_staff=True).exists()


def test_who_belongs_nowhere_is_asked_what_they_want(client):
    client.force_login(UserFactory(name="Bo Ågård"))
    page = client.get("/konto/videre/")
    assert page.status_code == 200
    assert "Bo" in page.content.decode()
    assert "/foreninger/tilmeld/" in page.content.decode()


def test_a_member_begins_with_the_association(client):
    membership = AssociationMembershipFactory(association=AssociationFactory())
    client.force_login(membership.user)
    assert client.get("/konto/videre/").url == "/min-forening/"


def test_a_teacher_begins_with_the_school(client):
    staff = StaffFactory()
    client.force_login(staff.user)
    assert client.get("/konto/videre/").url == reverse("schools:mine")


def test_a_consultant_begins_at_the_desk(client):
    member = ConsultantFactory()
    AssociationMembershipFactory(association=AssociationFactory(), user=member.user)
    client.force_login(member.user)
    assert client.get("/konto/videre/").url == "/konsulent/"
