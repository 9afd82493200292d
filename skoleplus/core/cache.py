"""A Redis cache that fails soft: a page never breaks because Redis is away."""

import logging
import time
from typing import Any, ClassVar

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

REST = 10.0  # seconds without trying after Redis was found away: a page asks more than once


class SoftRedisCache(RedisCache):
    """Reads find nothing and writes do nothing while Redis cannot be reached."""

    away_until: ClassVar[float] = 0.0

    def _soft(self, method: str, fallback: Any, *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() < SoftRedisCache.away_until:
            return fallback
        try:
            return getattr(super(), method)(*args, **kwargs)
        except (RedisError, OSError) as problem:
            SoftRedisCache.away_until = time.monotonic() + REST
            log.warning("cache unavailable: %s", type(problem).__name__)
            return fallback

    def add(self, *args: Any, **kwargs: Any) -> bool:
        # True: "nobody holds it". A rate limit then lets people in rather than shutting everybody out.
        return self._soft("add", True, *args, **kwargs)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return self._soft("get", default, key, default, version)

    def set(self, *args: Any, **kwargs: Any) -> None:
        self._soft("set", None, *args, **kwargs)

    def touch(self, *args: Any, **kwargs: Any) -> bool:
        return self._soft("touch", False, *args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> bool:
        return self._soft("delete", False, *args, **kwargs)

    def get_many(self, *args: Any, **kwargs: Any) -> dict[Any, Any]:
        return self._soft("get_many", {}, *args, **kwargs)

    def set_many(self, *args: Any, **kwargs: Any) -> list[Any]:
        return self._soft("set_many", [], *args, **kwargs)

    def delete_many(self, *args: Any, **kwargs: Any) -> None:
        self._soft("delete_many", None, *args, **kwargs)

    def has_key(self, *args: Any, **kwargs: Any) -> bool:
        return self._soft("has_key", False, *args, **kwargs)

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        return self._soft("incr", delta, key, delta, version)

    def clear(self) -> bool:  # type: ignore[override]
        return self._soft("clear", False)
