"""One database is migrated once; every test process gets a clone of it.

The template keeps until a migration or a package changes, so the next run starts at once.
"""

import hashlib
import importlib.metadata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg.sql import SQL, Identifier, Literal

ROOT = Path(__file__).resolve().parent.parent
# The numbers of our advisory locks: one for making the template, one per clone in use.
TEMPLATE_LOCK, CLONE_LOCK = 1, 2


@contextmanager
def cloned_database() -> Iterator[str]:
    """Point Django at a fresh clone of the template. Yields its name.

    A clone belongs to whoever holds its lock, so any number of runs may share a server, and what a killed run
    left is taken over by the next.
    """
    settings = connections["default"].settings_dict
    name = settings["NAME"]
    with closing(server(settings)) as admin:
        template = ensure_template(admin, name)
        clone = claim_name(admin, f"test_{name}")
        run(admin, "DROP DATABASE IF EXISTS {} WITH (FORCE)", clone)
        run(admin, "CREATE DATABASE {} TEMPLATE {}", clone, template)
        point_to(clone)
        try:
            yield clone
        finally:
            point_to(name)
            run(admin, "DROP DATABASE {} WITH (FORCE)", clone)


def server(settings: dict[str, Any], database: str = "postgres") -> psycopg.Connection[Any]:
    """A connection of our own, beside Django's."""
    parts = {"host": settings["HOST"], "port": settings["PORT"], "user": settings["USER"]}
    given = {key: value for key, value in parts.items() if value}
    return psycopg.connect(dbname=database, password=settings["PASSWORD"] or None, autocommit=True, **given)


def run(admin: psycopg.Connection[Any], statement: str, *names: str) -> None:
    admin.execute(SQL(statement).format(*map(Identifier, names)))


def point_to(name: str) -> None:
    connection = connections["default"]
    connection.close()
    if hasattr(connection, "close_pool"):
        connection.close_pool()
    connection.settings_dict["NAME"] = name


def ensure_template(admin: psycopg.Connection[Any], name: str) -> str:
    """Migrate the template unless it is of today. Whoever comes second waits."""
    template, print_ = f"test_{name}_template", fingerprint()
    key = lock_key(template)
    admin.execute("SELECT pg_advisory_lock(%s, %s)", [TEMPLATE_LOCK, key])
    try:
        if mark_of(admin, template) != print_:
            run(admin, "DROP DATABASE IF EXISTS {} WITH (FORCE)", template)
            run(admin, "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'", template)
            point_to(template)
            call_command("migrate", verbosity=0, interactive=False)
            point_to(name)
            admin.execute(SQL("COMMENT ON DATABASE {} IS {}").format(Identifier(template), Literal(print_)))
    finally:
        admin.execute("SELECT pg_advisory_unlock(%s, %s)", [TEMPLATE_LOCK, key])
    return template


def mark_of(admin: psycopg.Connection[Any], database: str) -> str | None:
    query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    row = admin.execute(query, [database]).fetchone()
    return row[0] if row else None


def claim_name(admin: psycopg.Connection[Any], prefix: str) -> str:
    """The first clone's name that no living run has; ours until our connection closes."""
    for number in range(100):
        name = f"{prefix}_{number}"
        taken = admin.execute("SELECT pg_try_advisory_lock(%s, %s)", [CLONE_LOCK, lock_key(name)]).fetchone()
        if taken and taken[0]:
            return name
    raise RuntimeError(f"100 test runs at once on the databases {prefix}_*?")


def lock_key(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], signed=True)


def fingerprint() -> str:
    """What the template depends on: our migrations, and the packages that bring theirs."""
    digest = hashlib.sha256()
    for path in sorted(ROOT.glob("**/migrations/*.py")):
        if ".venv" not in path.parts:
            digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    for package in ("Django", "django-allauth"):
        digest.update(importlib.metadata.version(package).encode())
    return digest.hexdigest()
