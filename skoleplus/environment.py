"""What the environment must say, and the one sentence for each thing that is missing."""

import os
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

import dj_database_url


class Env(StrEnum):
    PRODUCTION = "production"
    DEMO = "demo"
    DEVELOPMENT = "development"


class Misconfigured(SystemExit):
    """Ends the process with one sentence on standard error, without a traceback."""


def read_env() -> Env:
    """Which of the three ways of running this process is.

    Raises:
        Misconfigured: SKOLEPLUS_ENV names none of them.
    """
    value = os.environ.get("SKOLEPLUS_ENV", "production")
    try:
        return Env(value)
    except ValueError:
        names = ", ".join(Env)
        raise Misconfigured(f"SKOLEPLUS_ENV is {value!r}; it must be one of {names}.") from None


REQUIRED_IN_PRODUCTION = {
    "SECRET_KEY": "a long random text that nobody else knows",
    "ALLOWED_HOSTS": "the host names the portal answers to, separated by commas",
    "DATABASE_URL": "the PostgreSQL database, as postgres://user:password@host/name",
    "REDIS_URL": "the Redis server, as redis://host:6379/0",
    "EMAIL_URL": "the mail server, as smtp://user:password@host:587?tls=1",
    "SITE_URL": "the address people see, as https://skoleplus.example.dk",
}


# What an address may begin with, where it is one.
SCHEMES = {
    "DATABASE_URL": ("postgres", "postgresql"),
    "REDIS_URL": ("redis", "rediss", "unix"),
    "EMAIL_URL": ("smtp", "smtps"),
    "SITE_URL": ("http", "https"),
}


def require(name: str, env: Env, default: str = "") -> str:
    """The value of an environment variable that production cannot do without.

    Args:
        name: one of REQUIRED_IN_PRODUCTION.
        default: what development and demo use when it is not set.

    Raises:
        Misconfigured: it is missing in production, or it is no address where it must be one.
    """
    value = os.environ.get(name, "").strip()
    if not value and env is Env.PRODUCTION:
        raise Misconfigured(f"{name} is not set. Production needs it: {REQUIRED_IN_PRODUCTION[name]}.")
    if value and name in SCHEMES and not is_address(value, SCHEMES[name]):
        # Without the value: it may hold a password.
        raise Misconfigured(f"{name} cannot be understood. It must be {REQUIRED_IN_PRODUCTION[name]}.")
    return value or default


def is_address(value: str, schemes: tuple[str, ...]) -> bool:
    """Whether it begins as it must and names a host; a server of this machine may name a socket instead."""
    try:
        parts = urlsplit(value)
        has_place = bool(parts.hostname or parts.path.strip("/"))
        return parts.scheme in schemes and has_place and parts.port != 0
    except ValueError:  # a port that is no number, half an IPv6 address
        return False


def flag(name: str, default: bool = False) -> bool:
    value = os.environ.get(name)
    return default if value is None else value.lower() in ("1", "true", "yes", "on")


def listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def database(url: str) -> dict[str, Any]:
    """Django's settings for a database URL. A socket's folder may be named as `?host=/run/postgresql`."""
    found: dict[str, Any] = {**dj_database_url.parse(url)}
    options = found.setdefault("OPTIONS", {})
    found["HOST"] = options.pop("host", found["HOST"])
    return found


def broker(redis_url: str) -> str:
    """The same Redis in Celery's words, which differ for a socket."""
    scheme, _, rest = redis_url.partition("://")
    return f"redis+socket://{rest.replace('db=', 'virtual_host=')}" if scheme == "unix" else redis_url
