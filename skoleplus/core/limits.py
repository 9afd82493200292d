"""Counting attempts in the cache, so that nobody tries for ever.

Fails soft: while Redis is away everybody is let in. Nothing but patience may depend on it; what must never
happen is guarded in the database.
"""

from django.core.cache import cache


def spent(key: str, *, most: int) -> bool:
    """Whether so many attempts have been counted already; counts none itself."""
    return cache.get(f"limit:{key}", 0) >= most


def within(key: str, *, most: int, seconds: int) -> bool:
    """Count one attempt; False when there have been too many.

    Args:
        key: what is counted, as "link:203.0.113.7".
        most: so many are allowed …
        seconds: … in so long, counted from the first.
    """
    key = f"limit:{key}"
    if cache.add(key, 1, seconds):
        return True
    try:
        return cache.incr(key) <= most
    except ValueError:
        # It ran out between the two calls: a new period begins.
        return True
