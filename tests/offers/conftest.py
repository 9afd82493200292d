import pytest
from allauth.account.models import EmailAddress
from django.utils import translation

from offers import services
from tests.factories import (
    AssociationFactory,
    AssociationMembershipFactory,
    ConsultantFactory,
    OfferFactory,
    OfferVersionFactory,
    UserFactory,
    WindowFactory,
)


@pytest.fixture
def english():
    """Sentences as they stand in the code."""
    with translation.override("en"):
        yield


@pytest.fixture
def association(db):
    return AssociationFactory(name="Orienteringsklubben Nord", slug="nord")


@pytest.fixture
def member(association):
    """Somebody who writes for the association, with a confirmed address."""
    user = UserFactory(name="Mette Madsen", email="mette@example.org")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    AssociationMembershipFactory(association=association, user=user)
    return user


@pytest.fixture
def consultant(association):
    return ConsultantFactory(municipality=association.municipality, user__name="Karen Konsulent").user


@pytest.fixture
def draft(association):
    """An offer that was never public, with all six questions answered."""
    offer = OfferFactory(association=association, published=None)
    WindowFactory(offer=offer)
    return OfferVersionFactory(subject=offer, state="draft", title="Find vej i skoven")


@pytest.fixture
def published(association):
    """A public offer with a weekly window."""
    return WindowFactory(offer=OfferFactory(association=association, published__title="Find vej")).offer


@pytest.fixture
def sent(draft, member, consultant):
    return services.submit_offer(version=draft, by=member)


@pytest.fixture
def browser(client, member):
    """A client that is signed in as the member."""
    client.force_login(member)
    return client
