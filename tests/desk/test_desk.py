"""The page that says what waits."""

import datetime as dt

import pytest
from django.urls import reverse

from desk import queue
from skoleplus.core.clock import now
from skoleplus.municipalities.enums import Role
from skoleplus.screening.enums import State
from tests.factories import (
    AssociationFactory,
    AssociationMembershipFactory,
    AssociationProfileFactory,
    ConsultantFactory,
    OfferFactory,
    OfferVersionFactory,
    SchoolFactory,
    SchoolProfileFactory,
    StaffFactory,
)
from tests.sessions import signed_in

URL = reverse("desk:desk")


@pytest.fixture
def three(municipality):
    """One of each kind, sent 1, 2 and 3 days ago."""
    association = AssociationFactory(municipality=municipality, name="Roklubben")
    school = SchoolFactory(municipality=municipality, name="Bakkeskolen", published=None)
    offer = OfferFactory(association=association)
    ago = [now() - dt.timedelta(days=days) for days in (1, 2, 3)]
    return [
        OfferVersionFactory(subject=offer, title="Ro med os", state=State.SUBMITTED, submitted_at=ago[2]),
        SchoolProfileFactory(subject=school, state=State.SUBMITTED, submitted_at=ago[1]),
        AssociationProfileFactory(subject=association, state=State.SUBMITTED, submitted_at=ago[0]),
    ]


def test_oldest_first_with_what_it_is(desk, consultant, three):
    page = desk.get(URL)

    rows = list(page.context["page"])
    assert [(row["room"], row["pk"]) for row in rows] == [
        ("tilbud", three[0].pk),
        ("skole", three[1].pk),
        ("forening", three[2].pk),
    ]
    assert [(row["called"], row["whose"]) for row in rows] == [
        ("Ro med os", "Roklubben"),
        ("Bakkeskolen", "Bakkeskolen"),
        ("Roklubben", "Roklubben"),
    ]
    assert [(row["renewed"], row["again"]) for row in rows] == [(True, False), (False, False), (True, False)]
    assert "3 dage" in page.content.decode()


def test_sent_again_after_changes_or_a_rejection(consultant, municipality):
    for state in (State.CHANGES_REQUESTED, State.REJECTED):
        association = AssociationFactory(municipality=municipality, published=None)
        version = AssociationProfileFactory(subject=association, state=state)
        if state == State.REJECTED:
            version = AssociationProfileFactory(subject=association, state=State.SUBMITTED)
        else:
            version.log.create(
                transition="request_changes", from_state="submitted", to_state=state, by=consultant, at=now()
            )
            version.state = State.SUBMITTED
            version.save()
    assert [row["again"] for row in queue.waiting(consultant)] == [True, True]


def test_the_numbers_count_what_is_there(desk, three, municipality):
    returned = AssociationFactory(municipality=municipality, published=None)
    AssociationProfileFactory(subject=returned, state=State.CHANGES_REQUESTED)
    page = desk.get(URL)
    assert page.context["waiting"] == 3
    assert page.context["returned"] == 1
    assert page.context["oldest"] == three[0].submitted_at
    assert [kind["waiting"] for kind in page.context["kinds"]] == [1, 1, 1]


def test_says_that_nothing_waits(desk):
    page = desk.get(URL)
    assert page.context["waiting"] == 0
    assert list(page.context["page"]) == []
    assert list(page.context["decided"]) == []


def test_drafts_and_other_municipalities_are_not_there(desk, consultant, municipality):
    AssociationProfileFactory(subject__municipality=municipality, state=State.DRAFT)
    AssociationProfileFactory(state=State.SUBMITTED)
    SchoolProfileFactory(state=State.SUBMITTED)
    OfferVersionFactory(state=State.SUBMITTED)
    assert list(queue.waiting(consultant)) == []


def test_administrators_have_it_too(municipality, three):
    administrator = ConsultantFactory(municipality=municipality, role=Role.ADMINISTRATOR).user
    assert len(signed_in(administrator, second_factor=True).get(URL).context["page"]) == 3


@pytest.mark.parametrize("who", ["owner", "teacher"])
def test_does_not_exist_for_others(client, municipality, who):
    somebody = {
        "owner": lambda: AssociationMembershipFactory(association__municipality=municipality).user,
        "teacher": lambda: StaffFactory(school__municipality=municipality).user,
    }[who]()
    client.force_login(somebody)
    assert client.get(URL).status_code == 404


def test_leads_a_visitor_to_sign_in(client, db):
    page = client.get(URL)
    assert page.status_code == 302
    assert page.url.startswith(reverse("account_login"))


def test_shows_nothing_before_the_second_factor(client, consultant, three):
    client.force_login(consultant)
    assert client.get(URL).status_code == 302


@pytest.mark.parametrize("rows", [1, 30])
def test_asks_the_database_the_same_number_of_times(
    desk, municipality, consultant, rows, django_assert_num_queries
):
    for _number in range(rows):
        version = AssociationProfileFactory(
            subject__municipality=municipality, subject__published=None, state=State.SUBMITTED
        )
        version.log.create(transition="reject", from_state="x", to_state="y", by=consultant, at=now())
    with django_assert_num_queries(10):
        desk.get(URL)
