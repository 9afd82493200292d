"""Which municipality a page is about."""

import pytest
from django.http import HttpResponse

from skoleplus.municipalities.middleware import MunicipalityMiddleware
from tests.factories import MunicipalityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page_of(rf, settings):
    """The municipality a page sees that is called under a host name."""
    settings.ALLOWED_HOSTS = ["*"]

    def page_of(host):
        request = rf.get("/", headers={"Host": host})
        MunicipalityMiddleware(lambda request: HttpResponse())(request)
        return request.municipality

    return page_of


def test_the_host_name_decides_else_it_is_the_first(page_of):
    first, second = MunicipalityFactory(), MunicipalityFactory(host="plus.ny.example")
    assert page_of("plus.ny.example") == second
    assert page_of("plus.ny.example:8000") == second
    assert page_of("other.example") == first


def test_an_empty_installation_has_none(page_of):
    assert not page_of("localhost")


def test_it_is_asked_for_once_and_only_when_needed(page_of, django_assert_num_queries):
    MunicipalityFactory()
    with django_assert_num_queries(0):
        municipality = page_of("localhost")
    with django_assert_num_queries(1):
        assert municipality.name
        assert municipality.code
