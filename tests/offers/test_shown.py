"""Pictures as pages show them."""

import pytest
from django.urls import reverse

from offers import services
from offers.models import Picture
from offers.shown import shown
from skoleplus.screening import services as screening
from tests.offers.images import uploaded


@pytest.mark.parametrize(
    ("width", "real"),
    [(300, [300]), (400, [400]), (640, [400, 640]), (1000, [400, 800, 1000]), (4000, [400, 800, 1600])],
)
def test_each_copy_is_listed_once_with_its_real_width(width, real):
    found = shown(Picture(width=width, height=width // 2, alt="Kortet", credit="Ole"))
    assert [int(part.split(" ")[-1][:-1]) for part in found.webp.split(", ")] == real
    assert found.avif == found.webp.replace(".webp", ".avif")
    assert (found.width, found.height) == (min(width, 800), min(width, 800) // 2)


@pytest.mark.django_db
def test_the_catalogue_and_the_offers_page_show_the_published_pictures(client, draft, member):
    made = services.add_picture(version=draft, by=member, file=uploaded(), alt="Kortet", credit="Ole Olsen")
    services.process_picture(made.pk)
    screening.submit(version=draft, by=member)
    services.approve_offer(version=draft, by=None, as_system=True)
    listed = client.get(reverse("offers:list")).text
    assert f"/billeder/{made.pk}/800.webp" in listed
    detail = client.get(reverse("offers:detail", args=[draft.subject.slug])).text
    assert 'alt="Kortet"' in detail
    assert "Ole Olsen" in detail
    assert f'property="og:image" content="http://localhost:8000/billeder/{made.pk}/1600.webp"' in detail
