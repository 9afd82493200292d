"""`make dump-release`: keeps this version's demo database as SQL, for the test beside this."""

import gzip
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DATABASE = "skoleplus_release"
# What changes with every run, and nothing of it is worth keeping.
EMPTY = ("django_session", "django_admin_log")


def main() -> None:
    os.environ.setdefault("SKOLEPLUS_ENV", "development")
    sys.path.insert(0, str(ROOT))
    from skoleplus.embedded import ensure_running, programs

    ensure_running(ROOT)
    here = urlsplit(os.environ["DATABASE_URL"])
    release = here._replace(path=f"/{DATABASE}").geturl()
    with psycopg.connect(here._replace(path="/postgres").geturl(), autocommit=True) as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        admin.execute(f"CREATE DATABASE {DATABASE} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            fill(release)
            target = HERE / f"{version()}.sql.gz"
            target.write_bytes(gzip.compress(dump(programs.postgres_folder(), release), mtime=0))
        finally:
            admin.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} kB")


def fill(url: str) -> None:
    with tempfile.TemporaryDirectory() as media:
        given = {"SKOLEPLUS_ENV": "demo", "DATABASE_URL": url, "MEDIA_ROOT": media}
        subprocess.run(
            [sys.executable, "manage.py", "prepare_demo"], cwd=ROOT, env={**os.environ, **given}, check=True
        )


def dump(postgres: Path, url: str) -> bytes:
    """The database as plain SQL that any PostgreSQL from 15 on takes, whoever owns it."""
    empty = [f"--exclude-table-data={table}" for table in EMPTY]
    done = subprocess.run(
        [postgres / "bin" / "pg_dump", "--inserts", "--rows-per-insert=500", "--no-owner", "--no-privileges",
         "--no-comments", *empty, url],
        capture_output=True, check=True,
    )  # fmt: skip
    return older_servers_too(done.stdout)


def older_servers_too(sql: bytes) -> bytes:
    """Without psql's guard around the whole, and without a setting that PostgreSQL 15 does not know."""
    for line in (rb"\\restrict .*\n", rb"\\unrestrict .*\n", rb"SET transaction_timeout = 0;\n"):
        sql = re.sub(rb"^" + line, b"", sql, count=1, flags=re.MULTILINE)
    return sql


def version() -> str:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


if __name__ == "__main__":
    main()
