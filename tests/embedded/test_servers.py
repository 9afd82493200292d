"""The embedded servers, as a newcomer's processes meet them. No mocks: every test starts real ones."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import psycopg
import pytest
import redis

from skoleplus.embedded.place import find_place

ROOT = Path(__file__).resolve().parents[2]
SERVERS = ("DATABASE_URL", "REDIS_URL", "SKOLEPLUS_DATA_DIR")


class User:
    """A process that uses the servers of a folder."""

    living: ClassVar[list["User"]] = []

    def __init__(self, folder: Path, **environment: str) -> None:
        own = {name: value for name, value in os.environ.items() if name not in SERVERS}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.embedded.user", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**own, **environment},
        )
        self.living.append(self)

    def ready(self) -> "User":
        line = self.process.stdout.readline().split()
        assert line, self.process.stderr.read()
        self.database, self.redis = line
        return self

    def goes(self) -> None:
        self.process.communicate(timeout=40)

    def refused(self) -> str:
        """What it said when it did not come up: one sentence, and a status that scripts can see."""
        _, said = self.process.communicate(timeout=60)
        assert self.process.returncode == 1
        assert said.count("\n") == 1, said
        return said.strip()


def query(user: User, statement: str) -> list[tuple]:
    with psycopg.connect(user.database, autocommit=True) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


def processes(folder: Path) -> set[int]:
    """The processes that name this folder's servers on their command line."""
    home = str(find_place(folder / ".skoleplus").home)
    found = subprocess.run(["pgrep", "-f", "--", home], capture_output=True, text=True, check=False)
    return {int(pid) for pid in found.stdout.split()}


def wait_until(condition: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    for user in User.living:
        user.process.kill()
        user.process.communicate()
    User.living.clear()
    wait_until(lambda: not processes(tmp_path))
    place = find_place(tmp_path / ".skoleplus")
    if place.user:
        shutil.rmtree(place.home, ignore_errors=True)


def test_first_starts_second_joins_last_stops(folder: Path) -> None:
    first = User(folder).ready()
    query(first, "CREATE TABLE kept AS SELECT 'Åse' AS name")
    second = User(folder).ready()
    assert second.database == first.database
    first.goes()
    assert query(second, "SELECT name FROM kept") == [("Åse",)]
    assert redis.from_url(second.redis).ping()
    second.goes()
    wait_until(lambda: not processes(folder), 2)
    third = User(folder).ready()
    assert query(third, "SELECT name FROM kept") == [("Åse",)]
    third.goes()


def test_many_at_once_share_one_server(folder: Path) -> None:
    users = [User(folder) for _ in range(5)]
    starts = {query(user.ready(), "SELECT pg_postmaster_start_time()")[0] for user in users}
    assert len(starts) == 1
    for user in users:
        user.goes()


def test_database_is_utf8_and_sorts_the_same_everywhere(folder: Path) -> None:
    user = User(folder, LANG="da_DK.ISO-8859-1", LC_ALL="POSIX").ready()
    row = query(user, "SELECT getdatabaseencoding(), datlocprovider, datlocale FROM pg_database LIMIT 1")
    assert row == [("UTF8", "b", "C.UTF-8")]
    query(user, "CREATE EXTENSION pg_trgm")
    query(user, "CREATE EXTENSION btree_gist")
    user.goes()


def test_killed_user_leaves_no_server(folder: Path) -> None:
    user = User(folder).ready()
    assert processes(folder)
    user.process.kill()
    user.process.wait()
    wait_until(lambda: not processes(folder))


@pytest.mark.parametrize("victim", ["/postgres", "redis-server", "keeper.py"])
def test_killed_server_is_recovered_at_the_next_start(folder: Path, victim: str) -> None:
    first = User(folder).ready()
    query(first, "CREATE TABLE kept AS SELECT 1 AS one")
    for pid in processes(folder):
        command = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
        if any(part.endswith(victim) for part in command[:4]):
            os.kill(pid, signal.SIGKILL)
    second = User(folder).ready()
    assert query(second, "SELECT one FROM kept") == [(1,)]
    assert redis.from_url(second.redis).ping()
    first.goes()
    second.goes()


def test_crashed_database_comes_back_under_its_users(folder: Path) -> None:
    user = User(folder).ready()
    started = query(user, "SELECT pg_postmaster_start_time()")
    time.sleep(3)  # one that ends sooner is given up
    postmaster = find_place(folder / ".skoleplus").data / "postgresql-18" / "postmaster.pid"
    os.kill(int(postmaster.read_text().split()[0]), signal.SIGKILL)

    def back() -> bool:
        try:
            return query(user, "SELECT pg_postmaster_start_time()") > started
        except psycopg.OperationalError:
            return False

    wait_until(back)
    user.goes()


def test_long_folder_with_spaces_and_danish_letters(folder: Path) -> None:
    deep = folder / "Åben Skole, forår" / ("x" * 90)
    deep.mkdir(parents=True)
    user = User(deep).ready()
    assert query(user, "SELECT 1") == [(1,)]
    assert redis.from_url(user.redis).ping()
    user.goes()
    place = find_place(deep / ".skoleplus")
    wait_until(lambda: not processes(deep))
    shutil.rmtree(place.sockets, ignore_errors=True)
    if place.user:
        shutil.rmtree(place.home)


def test_no_permission_is_changed_outside_what_it_makes(folder: Path) -> None:
    closed = folder / "closed" / "checkout"
    closed.mkdir(parents=True)
    closed.parent.chmod(0o700)
    before = {path: stat.S_IMODE(path.stat().st_mode) for path in [closed, *closed.parents]}
    old = os.umask(0o077)
    try:
        user = User(closed).ready()
    finally:
        os.umask(old)
    assert query(user, "SELECT 1") == [(1,)]
    user.goes()
    assert {path: stat.S_IMODE(path.stat().st_mode) for path in before} == before
    wait_until(lambda: not processes(closed))
    place = find_place(closed / ".skoleplus")
    if place.user:
        shutil.rmtree(place.home)


def test_data_dir_may_be_elsewhere(folder: Path) -> None:
    elsewhere = folder / ".skoleplus"
    user = User(folder / "checkout", SKOLEPLUS_DATA_DIR=str(elsewhere)).ready()
    assert not (folder / "checkout").exists()
    assert elsewhere.exists()
    user.goes()


def test_named_servers_are_left_alone(folder: Path) -> None:
    user = User(folder, DATABASE_URL="postgres://elsewhere/db").ready()
    assert user.database == "postgres://elsewhere/db"
    assert redis.from_url(user.redis).ping()
    commands = [Path(f"/proc/{pid}/cmdline").read_text() for pid in processes(folder)]
    assert not any("/bin/postgres" in command for command in commands)
    user.goes()


def test_folder_that_is_a_file_gives_one_sentence(folder: Path) -> None:
    (folder / ".skoleplus").write_text("not a folder")
    assert "Set SKOLEPLUS_DATA_DIR to a folder of yours." in User(folder).refused()


def test_fresh_folder_of_the_same_name_starts_empty(folder: Path) -> None:
    first = User(folder).ready()
    query(first, "CREATE TABLE old AS SELECT 1")
    first.goes()
    shutil.rmtree(folder / ".skoleplus")
    second = User(folder).ready()
    assert query(second, "SELECT count(*) FROM pg_tables WHERE tablename = 'old'") == [(0,)]
    second.goes()
