"""The story: an association comes into being."""

import threading
import uuid

import pytest
from django.db import connection

from associations.models import Association
from associations.services import register
from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.screening.enums import State
from tests.factories import AssociationFactory, MunicipalityFactory, UserFactory

FACTS = {"name": "Ålsgårde Sejlklub", "kind": "sport", "email": "sejl@example.org", "contact_name": "Mette"}


def test_makes_the_association_its_owner_and_a_draft(person):
    made = register(by=person, municipality=MunicipalityFactory(), form_id=uuid.uuid4(), **FACTS)

    assert made.slug == "aalsgaarde-sejlklub"
    assert [(row.user, row.role) for row in made.memberships.all()] == [(person, "owner")]
    draft = made.versions.get()
    assert (draft.state, draft.name, draft.kind) == (State.DRAFT, "Ålsgårde Sejlklub", "sport")
    assert made.can_edit(person)
    assert not Association.objects.public().exists()


def test_the_same_form_twice_makes_one(person):
    municipality, form_id = MunicipalityFactory(), uuid.uuid4()
    first = register(by=person, municipality=municipality, form_id=form_id, **FACTS)
    again = register(by=person, municipality=municipality, form_id=form_id, **FACTS)

    assert first == again
    assert Association.objects.count() == 1


def test_somebody_elses_form_is_refused(person):
    form_id = uuid.uuid4()
    register(by=person, municipality=MunicipalityFactory(), form_id=form_id, **FACTS)
    other = UserFactory()
    other.emailaddress_set.create(email=other.email, verified=True)

    with pytest.raises(NotAllowed):
        register(by=other, municipality=MunicipalityFactory(), form_id=form_id, **FACTS)


def test_an_unconfirmed_address_is_refused(db):
    with pytest.raises(NotAllowed, match=r"(Bekræft|Confirm) "):
        register(by=UserFactory(), municipality=MunicipalityFactory(), form_id=uuid.uuid4(), **FACTS)
    assert not Association.objects.exists()


@pytest.mark.parametrize("taken", [{"name": "ålsgårde sejlklub"}, {"cvr": "10103940"}])
def test_a_name_or_number_that_is_taken_is_refused_in_words(person, taken):
    municipality = MunicipalityFactory(contact_email="karen@example.org")
    AssociationFactory(municipality=municipality, **taken)

    with pytest.raises(Refused, match=r"karen@example\.org"):
        register(by=person, municipality=municipality, form_id=uuid.uuid4(), cvr="10103940", **FACTS)
    assert Association.objects.count() == 1


def test_the_same_name_in_another_municipality_gets_another_address(person):
    AssociationFactory(name="Ålsgårde Sejlklub", slug="aalsgaarde-sejlklub")
    made = register(by=person, municipality=MunicipalityFactory(), form_id=uuid.uuid4(), **FACTS)
    assert made.slug == "aalsgaarde-sejlklub-2"


def test_a_name_that_is_a_word_of_our_addresses_gets_another(person):
    facts = FACTS | {"name": "Tilmeld"}
    made = register(by=person, municipality=MunicipalityFactory(), form_id=uuid.uuid4(), **facts)
    assert made.slug == "tilmeld-2"


@pytest.mark.django_db(transaction=True)
def test_six_presses_at_once_make_one(person):
    municipality, form_id = MunicipalityFactory(), uuid.uuid4()
    made, barrier = [], threading.Barrier(6)

    def press():
        barrier.wait()
        try:
            made.append(register(by=person, municipality=municipality, form_id=form_id, **FACTS).pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(made) == 6
    assert len(set(made)) == 1
    assert Association.objects.count() == 1
