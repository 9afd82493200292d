"""Every release's demo database can be brought to today, and nothing in it is lost."""

import gzip
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connections

from tests.database import claim_name, point_to, run, server

DUMPS = sorted(Path(__file__).parent.glob("*.sql.gz"))
# Django keeps these for itself, and they grow with every release.
DJANGOS_OWN = {"django_migrations", "django_content_type", "auth_permission"}
# Tables that a later release gave up on purpose, with the release that did.
GIVEN_UP: dict[str, str] = {}


@pytest.fixture
def empty_database(django_db_setup: None, django_db_blocker) -> Iterator[psycopg.Connection]:
    """An empty database that Django is pointed at, open for plain SQL."""
    settings = connections["default"].settings_dict
    before = settings["NAME"]
    with django_db_blocker.unblock(), closing(server(settings)) as admin:
        name = claim_name(admin, "test_release")
        run(admin, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        run(admin, "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'", name)
        point_to(name)
        try:
            with closing(server(settings, name)) as plain:
                yield plain
        finally:
            point_to(before)
            ContentType.objects.clear_cache()
            run(admin, "DROP DATABASE {} WITH (FORCE)", name)


def counts(connection: psycopg.Connection) -> dict[str, int]:
    """Rows per table."""
    query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    names = {row[0] for row in connection.execute(query)} - DJANGOS_OWN
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def test_there_is_a_dump_of_the_first_release() -> None:
    if not DUMPS:
        pytest.skip("no release yet")
    assert DUMPS[0].name == "0.1.0.sql.gz"


@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: path.name.removesuffix(".sql.gz"))
def test_release_upgrades_without_loss(dump: Path, empty_database: psycopg.Connection) -> None:
    empty_database.execute(gzip.decompress(dump.read_bytes()).decode())
    empty_database.execute("RESET ALL")  # a dump names every schema, and leaves us without one
    before = counts(empty_database)
    assert sum(before.values()) > 1000
    call_command("migrate", interactive=False, verbosity=0)
    after = counts(empty_database)
    assert {name: after.get(name) for name in before if name not in GIVEN_UP} == {
        name: number for name, number in before.items() if name not in GIVEN_UP
    }
