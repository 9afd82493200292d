"""The operator's pages: behind the second factor, and for looking."""

import pytest

from tests.factories import AssociationFactory, AssociationMembershipFactory, UserFactory
from tests.sessions import signed_in

PAGES = ["/drift/", "/drift/associations/association/", "/drift/municipalities/municipality/"]


@pytest.fixture
def operator(db):
    return UserFactory(is_staff=True, is_superuser=True)


@pytest.mark.parametrize("page", PAGES)
def test_opens_after_the_second_factor(operator, page):
    assert signed_in(operator, second_factor=True).get(page).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_password_alone_is_not_enough(operator, page):
    assert signed_in(operator).get(page).url.startswith("/konto/2fa/")


def test_has_no_sign_in_of_its_own(client, db):
    """The admin's own form knows no second factor."""
    assert client.get("/drift/", follow=True).redirect_chain[-1][0].startswith("/konto/")
    assert client.post("/drift/login/", {"username": "a", "password": "b"}).url.startswith("/konto/")


def test_is_closed_to_everybody_else(db):
    member = signed_in(AssociationMembershipFactory().user)
    assert member.get("/drift/").status_code in (302, 403)
    assert member.get("/drift/associations/association/").status_code in (302, 403)


def test_an_association_is_shown_and_cannot_be_changed(operator):
    association = AssociationFactory(name="Roklubben")
    page = f"/drift/associations/association/{association.pk}/change/"
    client = signed_in(operator, second_factor=True)
    assert "Roklubben" in client.get(page).content.decode()
    assert client.post(page, {"name": "Andet"}).status_code == 403
    assert client.get("/drift/associations/association/add/").status_code == 403
