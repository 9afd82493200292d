"""Starting from an empty database."""

import os
import shutil
from pathlib import Path

import psycopg
import redis
from psycopg.sql import SQL, Identifier

from skoleplus.environment import Misconfigured, database


def refuse_foreign_database() -> None:
    """Somebody else's database is not ours to drop.

    Raises:
        Misconfigured: DATABASE_URL came from outside.
    """
    if os.environ.get("DATABASE_URL"):
        raise Misconfigured("--reset empties the embedded database only, and DATABASE_URL names another one.")


def empty_database(data_dir: Path) -> None:
    """Drop the embedded database with its pictures and mails, and make an empty one."""
    here = database(os.environ["DATABASE_URL"])
    with psycopg.connect(host=here["HOST"], user=here["USER"], dbname="postgres", autocommit=True) as admin:
        name = Identifier(here["NAME"])
        admin.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        admin.execute(SQL("CREATE DATABASE {}").format(name))
    redis.from_url(os.environ["REDIS_URL"]).flushall()
    for folder in ("media", "mail"):
        shutil.rmtree(data_dir / folder, ignore_errors=True)
