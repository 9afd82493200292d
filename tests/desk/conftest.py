import pytest

from tests.factories import ConsultantFactory, MunicipalityFactory
from tests.sessions import signed_in


@pytest.fixture
def municipality(db):
    return MunicipalityFactory(name="Fjordby Kommune")


@pytest.fixture
def consultant(municipality):
    return ConsultantFactory(municipality=municipality, user__name="Karen Konsulent").user


@pytest.fixture
def desk(consultant):
    """The consultant's client."""
    return signed_in(consultant, second_factor=True)
