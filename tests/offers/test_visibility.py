"""One rule each: queryset and predicate agree for every role, every state, offers and pictures."""

import pytest
from django.contrib.auth.models import AnonymousUser

from offers import rules
from offers.models import Offer, OfferVersion, Picture
from skoleplus.core.clock import now
from skoleplus.municipalities.enums import Role as MunicipalRole
from skoleplus.screening.enums import PublicState, State
from tests.factories import (
    AssociationFactory,
    AssociationMembershipFactory,
    ConsultantFactory,
    MunicipalityFactory,
    OfferFactory,
    OfferVersionFactory,
    StaffFactory,
    UserFactory,
)

VERSIONS = [
    (),
    *((state,) for state in State),
    (State.APPROVED, State.DRAFT),
    (State.SUPERSEDED, State.APPROVED),
]
OWN = {"member", "consultant", "administrator"}


def picture_of(offer, version):
    size = {"width": 1, "height": 1, "digest": str(version.pk)}
    made = Picture.objects.create(offer=offer, alt="a", credit="b", state="ready", uploaded_at=now(), **size)
    version.pictures.add(made)
    return made


@pytest.fixture
def scene(db):
    """An offer for every state of itself, its association and its versions, and somebody of every role."""
    municipality = MunicipalityFactory()
    offers, pictures = {}, {}
    member = UserFactory()
    for association_state, published in [
        *((state, True) for state in PublicState),
        (PublicState.PUBLIC, False),
    ]:
        association = AssociationFactory(municipality=municipality, state=association_state)
        if not published:
            association.versions.update(state=State.SUPERSEDED)
        AssociationMembershipFactory(association=association, user=member)
        shown = association_state == PublicState.PUBLIC and published
        for state in PublicState:
            for versions in VERSIONS:
                offer = OfferFactory(association=association, state=state, published=None)
                open_offer = shown and state == PublicState.PUBLIC and State.APPROVED in versions
                offers[offer] = open_offer
                for version_state in versions:
                    version = OfferVersionFactory(subject=offer, state=version_state)
                    pictures[picture_of(offer, version)] = open_offer and version_state == State.APPROVED
    people = {
        "nobody": AnonymousUser(),
        "stranger": UserFactory(),
        "teacher": StaffFactory(school__municipality=municipality).user,
        "member": member,
        "member elsewhere": AssociationMembershipFactory().user,
        "consultant": ConsultantFactory(municipality=municipality).user,
        "administrator": ConsultantFactory(municipality=municipality, role=MunicipalRole.ADMINISTRATOR).user,
        "consultant elsewhere": ConsultantFactory().user,
        "operator": UserFactory(is_staff=True, is_superuser=True),
    }
    return offers, pictures, people


def test_offers(scene):
    offers, _pictures, people = scene
    for role, user in people.items():
        seen = set(Offer.objects.visible_to(user))
        for offer, is_open in offers.items():
            expected = is_open or role in OWN
            assert (offer in seen) == rules.can_view(user, offer) == expected, (role, offer)


def test_pictures(scene):
    _offers, pictures, people = scene
    for role, user in people.items():
        seen = set(Picture.objects.visible_to(user))
        for picture, is_open in pictures.items():
            expected = is_open or role in OWN
            assert (picture in seen) == rules.can_view_picture(user, picture) == expected, (role, picture)


def test_public_versions_are_the_approved_ones_of_public_offers(scene):
    offers, _pictures, _people = scene
    shown = set(OfferVersion.objects.public())
    assert {version.subject for version in shown} == {offer for offer, is_open in offers.items() if is_open}
    assert {version.state for version in shown} == {State.APPROVED}
