"""Bring the database up to date and fill it with what the demo shows. Safe to run again."""

import hashlib
import logging
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection

from handover.demo.loading import BUNDLE

# Title, command, its arguments.
CONTENT: list[tuple[str, str, list[str]]] = [
    ("Curriculum", "load_curriculum", []),
    ("Demo municipality", "load_demo", []),
]


class Command(BaseCommand):
    help = "Migrate, and load the curriculum and the demo municipality unless they are there."

    def handle(self, *args: Any, **options: Any) -> None:
        # One sentence at the end says it; the pool would repeat it at every attempt.
        logging.getLogger("psycopg.pool").setLevel(logging.ERROR)
        try:
            self.prepare()
        except OperationalError as error:
            raise CommandError(f"The database does not do its work: {error}") from None

    def prepare(self) -> None:
        self.step("Database", "migrate", ["--no-input", "--verbosity=0"])
        print_ = fingerprint()
        if mark() == print_:
            return
        for title, command, arguments in CONTENT:
            if command in get_commands():
                self.step(title, command, arguments)
        set_mark(print_)

    def step(self, title: str, command: str, arguments: list[str]) -> None:
        started = time.monotonic()
        self.stdout.write(f"{title} ...")
        self.stdout.flush()
        call_command(command, *arguments, stdout=self.stdout, stderr=self.stderr)
        self.stdout.write(f"    {time.monotonic() - started:.1f} s")


def fingerprint() -> str:
    """Changes when the demo's content does."""
    digest = hashlib.sha256(
        repr([(command, command in get_commands()) for _, command, _ in CONTENT]).encode()
    )
    for path in (BUNDLE, Path(settings.BASE_DIR) / "skoleplus" / "curriculum" / "data" / "curriculum.json"):
        if path.exists():
            digest.update(path.read_bytes())
    return f"demo {digest.hexdigest()[:16]}"


def mark() -> str | None:
    """What was loaded last, from the database itself, so that it goes when the database goes."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
        )
        return cursor.fetchone()[0]


def set_mark(text: str) -> None:
    with connection.cursor() as cursor:
        name = connection.ops.quote_name(connection.settings_dict["NAME"])
        cursor.execute(f"COMMENT ON DATABASE {name} IS %s", [text])
