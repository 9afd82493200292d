import pytest
from allauth.account.models import EmailAddress

from tests.factories import AssociationFactory, AssociationMembershipFactory, ConsultantFactory, UserFactory


@pytest.fixture
def person(db):
    """Somebody with a confirmed e-mail address."""
    user = UserFactory(name="Mette Madsen", email="mette@example.org")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def association(db):
    """Not public yet, owned by `owner`."""
    return AssociationFactory(name="Fjordens Roklub", slug="fjordens-roklub", published=None)


@pytest.fixture
def owner(association, person):
    return AssociationMembershipFactory(association=association, user=person).user


@pytest.fixture
def consultant(association):
    return ConsultantFactory(municipality=association.municipality, user__name="Karen Konsulent").user


@pytest.fixture
def words():
    """All a profile needs to be sent."""
    return {
        "name": "Fjordens Roklub",
        "kind": "sport",
        "intro": "Vi ror på fjorden.",
        "about": "Kom **ud** på vandet med os.",
    }
