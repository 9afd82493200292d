"""robots.txt and sitemap.xml: everything public, and nothing else."""

import xml.etree.ElementTree as ET

import pytest

from skoleplus.screening.enums import PublicState
from tests.factories import AssociationFactory, OfferFactory, SchoolFactory

pytestmark = pytest.mark.django_db


def test_robots(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert "Sitemap: http://localhost:8000/sitemap.xml" in response.content.decode()
    assert not response.cookies


def test_sitemap(client):
    association = AssociationFactory(slug="roklubben")
    OfferFactory(association=association, slug="kajak")
    OfferFactory(association=association, slug="kladde", published=None)
    OfferFactory(association=association, slug="pause", state=PublicState.PAUSED)
    SchoolFactory(slug="strandskolen")
    response = client.get("/sitemap.xml")
    found = {
        element.text.removeprefix("http://localhost:8000")
        for element in ET.fromstring(response.content).iter()
        if element.tag.endswith("loc")
    }
    assert {"/tilbud/kajak/", "/foreninger/roklubben/", "/skoler/strandskolen/", "/tilbud/"} <= found
    assert not {"/tilbud/kladde/", "/tilbud/pause/"} & found
