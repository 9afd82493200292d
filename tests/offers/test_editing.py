"""Beginning an offer and writing in it."""

import threading
import uuid

import pytest
from django.db import connection

from offers import services
from offers.models import Offer
from skoleplus.core.refusals import NotAllowed, Outdated
from skoleplus.screening.enums import State
from tests.factories import AssociationFactory, OfferFactory, UserFactory


def create(association, member, title="Æblemost på ål", **more):
    return services.create_offer(association=association, by=member, words={"title": title}, **more)


def test_an_offer_begins_with_a_draft_and_an_address(association, member):
    offer = create(association, member)
    assert offer.slug == "aeblemost-paa-aal"
    version = offer.versions.get()
    assert (version.state, version.title, version.created_by) == (State.DRAFT, "Æblemost på ål", member)


def test_two_offers_of_one_title_have_two_addresses(association, member):
    assert [create(association, member).slug for _ in range(3)] == [
        "aeblemost-paa-aal",
        "aeblemost-paa-aal-2",
        "aeblemost-paa-aal-3",
    ]


@pytest.mark.parametrize("title", ["", "🚣🚣", "مرحبا"])
def test_a_title_without_letters_has_an_address_too(association, member, title):
    assert create(association, member, title=title).slug == "tilbud"


def test_the_same_form_makes_one_offer(association, member):
    form = uuid.uuid4()
    first = create(association, member, form_id=form)
    second = create(association, member, title="Æblemost", form_id=form)
    assert first == second
    assert second.versions.get().title == "Æblemost"


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_from_eight_connections_makes_one_offer(association, member):
    form = uuid.uuid4()

    def work():
        create(association, member, form_id=form)
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Offer.objects.count() == 1


def test_somebody_elses_form_is_refused(association, member):
    form = uuid.uuid4()
    OfferFactory(association=AssociationFactory(), form_id=form)
    with pytest.raises(NotAllowed):
        create(association, member, form_id=form)


def test_a_stranger_begins_nothing(association):
    with pytest.raises(NotAllowed):
        create(association, UserFactory())
    assert not Offer.objects.exists()


class TestAddress:
    def test_follows_the_title_of_a_draft(self, association, member):
        offer = create(association, member)
        services.save_offer(offer=offer, by=member, words={"title": "Honning"})
        offer.refresh_from_db()
        assert offer.slug == "honning"

    def test_keeps_its_number(self, association, member):
        create(association, member)
        offer = create(association, member)
        services.save_offer(offer=offer, by=member, words={"title": "Æblemost på  ål!"})
        offer.refresh_from_db()
        assert offer.slug == "aeblemost-paa-aal-2"

    def test_stays_once_somebody_has_seen_it(self, published, member):
        before = published.slug
        services.save_offer(offer=published, by=member, words={"title": "Noget helt andet"})
        published.refresh_from_db()
        assert published.slug == before


class TestSaving:
    def test_writes_in_a_draft_beside_the_public_version(self, published, member):
        version = services.save_offer(offer=published, by=member, words={"title": "Ny titel"})
        assert version.state == State.DRAFT
        assert published.versions.published().get().title == "Find vej"

    def test_saying_the_same_makes_no_draft(self, published, member):
        services.save_offer(offer=published, by=member, words={"title": "Find vej"})
        assert published.versions.count() == 1

    def test_is_refused_while_the_consultant_reads(self, sent, member):
        with pytest.raises(Outdated):
            services.save_offer(offer=sent.subject, by=member, words={"title": "Ny titel"})

    def test_is_refused_to_others(self, published):
        with pytest.raises(NotAllowed):
            services.save_offer(offer=published, by=UserFactory(), words={"title": "Ny titel"})


class TestFacts:
    def test_apply_at_once_and_are_logged(self, published, member):
        services.change_facts(offer=published, by=member, facts={"contact_name": "Ole", "notice_days": 14})
        published.refresh_from_db()
        assert (published.contact_name, published.notice_days) == ("Ole", 14)
        assert published.log.get().transition == "change_facts"
        assert published.versions.count() == 1

    def test_nothing_new_is_not_logged(self, published, member):
        services.change_facts(offer=published, by=member, facts={"contact_name": ""})
        assert not published.log.exists()

    def test_apply_while_the_consultant_reads(self, sent, member):
        services.change_facts(offer=sent.subject, by=member, facts={"contact_phone": "49 28 00 00"})
        sent.subject.refresh_from_db()
        assert sent.subject.contact_phone == "49 28 00 00"

    @pytest.mark.parametrize("facts", [{"slug": "x"}, {"state": "paused"}])
    def test_are_only_these(self, published, member, facts):
        with pytest.raises(NotAllowed):
            services.change_facts(offer=published, by=member, facts=facts)


def test_discarding_leaves_the_public_version_alone(published, member):
    version = services.save_offer(offer=published, by=member, words={"title": "Ny titel"})
    services.discard(version=version, by=member)
    assert [row.state for row in published.versions.order_by("number")] == [State.APPROVED, State.DISCARDED]
