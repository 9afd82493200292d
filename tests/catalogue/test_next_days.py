"""The offer page names the next free days, each once."""

import datetime as dt

import pytest
from django.test import Client

from offers.models import Window
from tests import factories


@pytest.mark.django_db
def test_one_line_per_day(client: Client) -> None:
    offer = factories.OfferFactory()
    day = dt.date.today() + dt.timedelta(days=30)
    Window.objects.create(
        offer=offer, weekday=day.isoweekday(), starts=dt.time(9), ends=dt.time(12), first_day=day,
        last_day=day + dt.timedelta(weeks=2),
    )  # fmt: skip
    page = client.get(f"/tilbud/{offer.slug}/")
    times = page.context["times"]
    assert len(times) == len({time.day for time in times}) == 3
    assert {time.note for time in times} == {"også senere på dagen"}
