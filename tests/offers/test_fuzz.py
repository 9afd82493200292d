"""Anything at all sent to the offer's forms: never a server error, never something that was not said."""

import uuid

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offers import steps
from offers.models import Offer, OfferVersion

NASTY = st.sampled_from(
    [
        "", " ", "\0", "0", "-1", "9" * 400, "1e9", "NaN", "🚣‍♀️", "\u202eabc", "\ud83d", "<script>", "'; --",
        "2027-02-30", "9999-12-31", "0001-01-01", "24:00", "08:00", "10:00", "2-0", "true", "on", "free",
        "hourly", "school", "å" * 9000,
    ]
)  # fmt: skip
ANYTHING = NASTY | st.text(max_size=40)
NAMES = sorted(
    {name for step in steps.STEPS.values() if step.form for name in step.form.base_fields}
    | {f"week-{name}" for name in ("slots", "first_day", "last_day", "parallel")}
    | {f"window-{name}" for name in ("weekday", "starts", "ends", "first_day", "last_day", "parallel")}
    | {f"date-{name}" for name in ("day", "starts", "ends", "capacity")}
    | {f"terms-{name}" for name in ("notice_days", "instructors", "lanes")}
    | {"later", "stay", "alt", "credit", "file", "csrfmiddlewaretoken"}
)
SENT = st.dictionaries(st.sampled_from(NAMES), ANYTHING | st.lists(ANYTHING, max_size=3), max_size=12)
ADDRESSES = st.sampled_from(
    ["nyt", "tider", "billeder", *(step.slug for step in steps.STEPS.values() if step.form)]
)


@pytest.mark.parametrize("htmx", [False, True])
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(where=ADDRESSES, sent=SENT)
def test_no_form_breaks(htmx, where, sent, browser, draft):
    base = reverse("offer_editor:overview", args=["nord", draft.subject.pk])
    new = reverse("offer_editor:new", args=["nord", uuid.uuid4()])
    address = new if where == "nyt" else f"{base}{where}/"
    sent = {name: _clean(value) for name, value in sent.items()}
    response = browser.post(address, sent, headers={"HX-Request": "true"} if htmx else {})
    assert response.status_code in (200, 302)
    assert browser.get(base).status_code in (200, 404)


def _clean(value):
    """What a browser can send at all: lone halves of a character become a question mark."""
    if isinstance(value, list):
        return [_clean(part) for part in value]
    return value.encode("utf-8", "replace").decode()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(min_size=1, max_size=80))
def test_a_title_is_stored_as_typed_or_refused(title, browser, association):
    title = _clean(title)
    response = browser.post(
        reverse("offer_editor:new", args=["nord", uuid.uuid4()]),
        {"title": title, "summary": "Kort", "description": ""},
    )
    if response.status_code == 302:
        stored = OfferVersion.objects.latest("pk").title
        assert stored == title.strip()
        assert Offer.objects.latest("pk").slug.isascii()
    else:
        assert "title" in response.context["form"].errors
