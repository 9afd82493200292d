"""Counting attempts in the cache, so that nobody tries for ever.

Fails soft: while Redis is away everybody is let in. Nothing but patience may depend on it; what must never
happen is guarded in the database.
"""

from django.core.cache import cache
from django.utils.translation import gettext as _

from skoleplus.core.refusals import Refused


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


def demand_patience(key: str, *, most: int, seconds: int) -> None:
    """Count one attempt at what a person may well do often, but no program should do all night.

    Raises:
        Refused: there have been more than `most` in so many seconds.
    """
    if not within(key, most=most, seconds=seconds):
        raise Refused(
            _("That was a lot in a short time. Wait a while and try again; nothing you sent is lost.")
        )
