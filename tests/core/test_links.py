"""Signed links: one purpose, one person, one use; dead ones say why; GET only shows."""

import datetime as dt
import threading

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client

from skoleplus.core import links
from skoleplus.core.client import client_ip
from skoleplus.core.link_pages import MOST_PER_HOUR
from skoleplus.core.links import DeadLink
from skoleplus.core.models import LinkUse, SignedLink

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.bad_urls")]


def make(**more):
    fields = {
        "purpose": "test.answer",
        "object_id": 7,
        "email": "bo@example.dk",
        "valid_for": dt.timedelta(days=20),
    }
    return links.make(**fields | more)


def test_get_shows_any_number_of_times_and_a_button_spends_it_once(client):
    address = f"/answer/{make().token}/"
    for _ in range(3):
        assert client.get(address).content == b"shown 7"
    assert not LinkUse.objects.exists()
    assert client.post(address).content == b"answered 7"
    assert LinkUse.objects.get().ip == "127.0.0.1"
    again = client.post(address)
    assert again.status_code == 410
    assert SignedLink.objects.get().used_at


def test_only_a_hash_is_stored():
    new = make()
    assert new.token not in str(SignedLink.objects.values().get())


def test_a_link_opens_nothing_else():
    new = make(purpose="test.other")
    with pytest.raises(DeadLink):
        links.read(purpose="test.answer", token=new.token)


def test_the_four_deaths_have_different_words(time_machine):
    time_machine.move_to("2026-11-23 08:00Z", tick=False)
    used, revoked, expired = make(object_id=1), make(object_id=2), make(object_id=3)
    links.use(purpose="test.answer", token=used.token)
    assert links.revoke(purpose="test.answer", object_id=2) == 1
    time_machine.shift(dt.timedelta(days=21))
    words = set()
    for token in ("nonsense", used.token, revoked.token, expired.token):
        with pytest.raises(DeadLink) as refusal:
            links.read(purpose="test.answer", token=token)
        words.add(str(refusal.value))
    assert len(words) == 4


def test_a_refused_story_leaves_the_link_alive():
    new = make()
    with transaction.atomic():
        links.use(purpose="test.answer", token=new.token)
        transaction.set_rollback(True)
    assert links.read(purpose="test.answer", token=new.token)
    assert not LinkUse.objects.exists()


def test_revoking_leaves_used_ones_and_other_objects_alone():
    used, other = make(), make(object_id=8)
    links.use(purpose="test.answer", token=used.token)
    assert links.revoke(purpose="test.answer", object_id=7) == 0
    assert links.read(purpose="test.answer", token=other.token)


@pytest.mark.parametrize("token", ["nonsense", "alive"])
def test_the_page_is_not_kept_indexed_or_handed_on(client, token):
    response = client.get(f"/answer/{make().token if token == 'alive' else token}/")
    assert response["Referrer-Policy"] == "strict-origin"
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies


def test_trying_for_ever_is_stopped_and_others_are_not(client):
    for _ in range(MOST_PER_HOUR):
        assert client.get("/answer/guess/").status_code == 410
    assert client.get("/answer/guess/").status_code == 429
    assert client.get(f"/answer/{make().token}/").status_code == 429
    other = Client(REMOTE_ADDR="203.0.113.7")
    assert other.get("/answer/guess/").status_code == 410
    cache.clear()
    assert client.get("/answer/guess/").status_code == 410


def test_many_who_answer_from_one_address_are_not_stopped(client, monkeypatch):
    monkeypatch.setattr("skoleplus.core.link_pages.MOST_PER_HOUR", 3)
    for _ in range(10):
        assert client.post(f"/answer/{make().token}/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_twelve_who_press_at_once_spend_it_once():
    new = make()
    results = []

    def one():
        try:
            results.append(links.use(purpose="test.answer", token=new.token))
        except DeadLink as refusal:
            results.append(refusal)
        connection.close()

    threads = [threading.Thread(target=one) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 12
    assert sum(isinstance(result, SignedLink) for result in results) == 1
    assert LinkUse.objects.count() == 1


def test_dead_links_are_tidied_away_in_their_time(time_machine):
    time_machine.move_to("2026-11-23 08:00Z", tick=False)
    links.use(purpose="test.answer", token=make(object_id=1).token)
    make(object_id=2)
    make(object_id=3, valid_for=dt.timedelta(days=365))
    time_machine.shift(dt.timedelta(days=49))
    links.tidy()
    assert set(SignedLink.objects.values_list("object_id", flat=True)) == {1, 2, 3}
    time_machine.shift(dt.timedelta(days=2))
    links.tidy()
    assert set(SignedLink.objects.values_list("object_id", flat=True)) == {1, 3}
    time_machine.shift(dt.timedelta(days=150))
    links.tidy()
    assert set(SignedLink.objects.values_list("object_id", flat=True)) == {3}
    assert not LinkUse.objects.exists()


@pytest.mark.parametrize(
    ("behind_proxy", "remote", "forwarded", "expected"),
    [
        (False, "203.0.113.7", "1.1.1.1", "203.0.113.7"),
        (True, "10.0.0.1", "6.6.6.6, 203.0.113.7", "203.0.113.7"),
        (True, "10.0.0.1", "", "10.0.0.1"),
        (True, "", "2001:db8::1", "2001:db8::1"),
        (False, "", "", ""),
        (True, "", "nonsense", ""),
    ],
)
def test_the_callers_address(rf, settings, behind_proxy, remote, forwarded, expected):
    settings.BEHIND_PROXY = behind_proxy
    request = rf.get("/", REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=forwarded)
    assert client_ip(request) == expected
