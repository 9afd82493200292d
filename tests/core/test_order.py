import pytest

from associations.models import Association
from skoleplus.core.order import danish
from tests.factories import AssociationFactory


@pytest.mark.django_db
def test_danish_letters_come_last_and_aa_is_aa():
    names = ["Ålsgårde", "Aarhus", "Ærø", "Zebra", "Ørsted", "abe", "Bål", "Émile"]
    for name in names:
        AssociationFactory(name=name)
    ordered = Association.objects.order_by(danish("name"), "pk").values_list("name", flat=True)
    assert list(ordered) == ["abe", "Bål", "Émile", "Zebra", "Ærø", "Ørsted", "Ålsgårde", "Aarhus"]
