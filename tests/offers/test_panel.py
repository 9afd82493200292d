"""What an association's own page says of its offers."""

import pytest
from django.urls import reverse

from offers import panels, standing
from tests.factories import OfferFactory, OfferVersionFactory


def page(association):
    return reverse("associations:page", args=[association.slug])


def offers_of(association, number):
    for _ in range(number):
        offer = OfferFactory(association=association)
        OfferVersionFactory(subject=offer, state="draft")


def test_invites_to_the_first_offer(browser, association):
    text = browser.get(page(association)).text
    assert reverse("offer_editor:new", args=[association.slug]) in text


def test_what_waits_for_the_association_stands_first(association):
    public = OfferFactory(association=association)
    draft = OfferFactory(association=association, published=None)
    OfferVersionFactory(subject=draft, state="changes_requested")
    OfferFactory(association=association)
    rows = panels.association(None, association).context["rows"]
    assert rows[0]["offer"] == draft
    assert public in [row["offer"] for row in rows[1:]]


def test_an_approved_offer_of_a_hidden_association_is_not_called_public(association):
    offer = OfferFactory(association=association)
    assert standing.of_offer(offer).is_public
    association.versions.update(state="superseded")
    assert not standing.of_offer(offer).is_public
    assert panels.association(None, association).context["rows"][0]["standing"].row is standing.HIDDEN


def test_discarded_beginnings_and_others_offers_are_left_out(association):
    OfferVersionFactory(subject__association=association, state="discarded", subject__published=None)
    OfferFactory()
    assert panels.association(None, association).context["rows"] == []


@pytest.mark.parametrize("number", [1, 3])
def test_costs_the_same_for_one_and_three(association, number, django_assert_num_queries):
    offers_of(association, number)
    with django_assert_num_queries(3):
        panels.association(None, association)
