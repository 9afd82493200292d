import pytest

from associations.models import Association
from skoleplus.core.slugs import danish_slug, free_slug
from tests.factories import AssociationFactory


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Ålsgårde Sejlklub", "aalsgaarde-sejlklub"),
        ("Æblerne & Bønnerne", "aeblerne-boennerne"),
        ("  --  ", ""),
        ("🏓", ""),
        ("a" * 300, "a" * 100),
    ],
)
def test_spells_danish_letters_out(text, slug):
    assert danish_slug(text) == slug


@pytest.mark.django_db
def test_a_taken_slug_gets_a_number():
    AssociationFactory(slug="roklubben")
    AssociationFactory(slug="roklubben-2")
    assert free_slug(Association, "Roklubben", fallback="forening") == "roklubben-3"
    assert free_slug(Association, "🏓", fallback="forening") == "forening"
