"""The cache fails soft: with Redis away a page is served, and not a second later."""

import socket
import time

import pytest

from skoleplus.core.cache import SoftRedisCache
from skoleplus.core.limits import demand_patience, within
from skoleplus.core.refusals import Refused


@pytest.fixture
def cache_at(monkeypatch):
    def cache_at(url):
        monkeypatch.setattr(SoftRedisCache, "away_until", 0.0)
        options = {"socket_connect_timeout": 0.3, "socket_timeout": 0.3}
        return SoftRedisCache(url, {"OPTIONS": options, "KEY_PREFIX": "test-soft"})

    return cache_at


def test_with_redis_there_it_is_a_cache(cache_at, settings):
    cache = cache_at(settings.REDIS_URL)
    cache.set("a", 1, 5)
    assert cache.get("a") == 1
    assert cache.add("a", 2) is False
    assert cache.incr("a") == 2
    assert cache.get_many(["a"]) == {"a": 2}
    assert cache.delete("a") is True


def test_with_redis_away_nothing_is_found_and_nobody_is_shut_out(cache_at):
    cache = cache_at("redis://127.0.0.1:1/0")
    cache.set("a", 1)
    assert cache.get("a", "nothing") == "nothing"
    assert cache.add("a", 1) is True
    assert cache.incr("a") == 1
    assert cache.get_many(["a"]) == {}
    assert cache.has_key("a") is False
    assert cache.delete("a") is False
    assert cache.touch("a") is False
    assert cache.set_many({"a": 1}) == []


def test_a_silent_redis_costs_one_wait_however_often_it_is_asked(cache_at):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        cache = cache_at(f"redis://127.0.0.1:{silent.getsockname()[1]}/0")
        started = time.monotonic()
        for _ in range(20):
            cache.get("a")
        assert time.monotonic() - started < 1


def test_limits_count_and_begin_again(time_machine):
    time_machine.move_to("2026-11-23 08:00Z", tick=False)
    assert [within("x", most=2, seconds=60) for _ in range(3)] == [True, True, False]
    assert within("y", most=2, seconds=60)
    time_machine.move_to("2026-11-23 08:02Z", tick=False)
    assert within("x", most=2, seconds=60)


def test_too_much_in_a_short_time_is_refused_in_words(time_machine):
    time_machine.move_to("2027-01-01", tick=False)
    for _ in range(2):
        demand_patience("z", most=2, seconds=60)
    with pytest.raises(Refused, match="Vent"):
        demand_patience("z", most=2, seconds=60)
    time_machine.shift(61)
    demand_patience("z", most=2, seconds=60)
