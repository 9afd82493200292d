"""The stamp changes with everything a public page can show, and with nothing else."""

import datetime as dt

import pytest
from django.db import connection

from offers.catalogue.stamp import stamp
from offers.models import Offer, OfferVersion
from schools.models import School
from skoleplus.screening.enums import PublicState, State
from tests.factories import (
    AssociationFactory,
    FixedDateFactory,
    OfferFactory,
    OfferVersionFactory,
    SchoolFactory,
    UserFactory,
    WindowFactory,
)

pytestmark = pytest.mark.django_db
MOMENT = dt.datetime(2027, 3, 1, 9, 1, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    """The clock stands still."""
    clock = {"now": MOMENT}
    monkeypatch.setattr("offers.catalogue.stamp.now", lambda: clock["now"])
    return clock


@pytest.fixture
def offer():
    return OfferFactory()


@pytest.mark.parametrize(
    "change",
    [
        lambda offer: Offer.objects.update(state=PublicState.SUSPENDED),
        lambda offer: offer.association._meta.model.objects.update(name="Nyt navn"),
        lambda offer: offer.association._meta.model.objects.update(state=PublicState.PAUSED),
        lambda offer: OfferVersion.objects.update(state=State.SUPERSEDED),
        lambda offer: WindowFactory(offer=offer),
        lambda offer: FixedDateFactory(offer=offer),
        lambda offer: OfferFactory(association=offer.association),
        lambda offer: offer.association.municipality._meta.model.objects.update(colour="#123456"),
    ],
    ids=["offer", "name", "association", "version", "window", "date", "another offer", "municipality"],
)
def test_a_change_changes_it(offer, change):
    before = stamp()
    change(offer)
    assert stamp() != before


def test_a_change_back_is_a_change():
    offer = OfferFactory(state=PublicState.PAUSED)
    seen = {stamp()}
    for state in (PublicState.PUBLIC, PublicState.PAUSED):
        Offer.objects.filter(pk=offer.pk).update(state=state)
        seen.add(stamp())
    assert len(seen) == 3


def test_a_deleted_row_changes_it(offer):
    window = WindowFactory(offer=offer)
    before = stamp()
    window.delete()
    assert stamp() != before


def test_what_nobody_sees_does_not(offer):
    draft = OfferVersionFactory(subject=offer, state=State.DRAFT)
    before = stamp()
    OfferVersion.objects.filter(pk=draft.pk).update(title="Nye ord")
    UserFactory()
    SchoolFactory(municipality=offer.association.municipality, published=None)
    assert stamp() == before


def test_more_models_on_demand(offer):
    school = SchoolFactory(municipality=offer.association.municipality)
    before = stamp(School)
    School.objects.filter(pk=school.pk).update(name="Strandskolen")
    assert stamp(School) != before


def test_time_passes(noon):
    before = stamp()
    noon["now"] = MOMENT + dt.timedelta(minutes=3)
    assert stamp() == before
    noon["now"] = MOMENT + dt.timedelta(minutes=5)
    assert stamp() != before


def test_one_statement(django_assert_num_queries):
    AssociationFactory()
    with django_assert_num_queries(1):
        stamp()


@pytest.mark.django_db(transaction=True)
def test_what_is_not_committed_is_not_seen(offer):
    before = stamp()
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("UPDATE offers_offer SET state = 'paused'")
            assert stamp() == before
            cursor.execute("COMMIT")
        assert stamp() != before
    finally:
        other.close()
