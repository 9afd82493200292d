"""The two servers: how each is made, started, asked whether it answers, and addressed."""

import shutil
import signal
import socket
import subprocess
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

import psycopg

from skoleplus.embedded.place import Place, disk_full
from skoleplus.embedded.programs import postgres_version, usable_postgres, usable_redis
from skoleplus.environment import Misconfigured

NAME = "skoleplus"
LAST_WORDS = 10  # lines of a log in which the reason is looked for


class Server(Protocol):
    """What the rest of this package wants to know about a server."""

    name: str
    variable: str
    stop_signal: int
    place: Place

    @property
    def url(self) -> str: ...

    def prepare(self) -> None: ...

    def command(self) -> list[str]: ...

    def stale(self) -> list[Path]: ...

    def answers(self) -> bool: ...


class Postgres:
    name = "postgres"
    variable = "DATABASE_URL"
    stop_signal: int = signal.SIGINT  # a fast stop: clients are sent away, data is written

    def __init__(self, place: Place) -> None:
        self.place = place
        self.data = place.data / f"postgresql-{postgres_version().split('.')[0]}"

    @property
    def url(self) -> str:
        return self.address(NAME)

    def address(self, database: str) -> str:
        # Not in the host's part: a URL's host loses its capital letters.
        return f"postgres://{NAME}@/{database}?host={quote(str(self.place.sockets), safe='')}"

    def prepare(self) -> None:
        """Make the data folder, UTF-8 and sorted the same on every machine, unless it is there."""
        if self.data.exists():
            return
        half = self.data.with_suffix(".half")
        shutil.rmtree(half, ignore_errors=True)
        program = usable_postgres(self.place) / "bin" / "initdb"
        done = subprocess.run(  # noqa: S603
            [program, "--pgdata", half, "--username", NAME, "--auth=trust", "--encoding=UTF8", "--locale=C",
             "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"],
            cwd=self.place.data, capture_output=True, text=True, check=False, **as_user(self.place),
        )  # fmt: skip
        if done.returncode:
            raise Misconfigured(failure(self, done.stdout + done.stderr))
        half.rename(self.data)

    def command(self) -> list[str]:
        sockets = str(self.place.sockets).replace('"', '""')
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": f'"{sockets}"',
            "shared_buffers": "64MB",
            "dynamic_shared_memory_type": "mmap",  # a container's /dev/shm is often tiny
            "jit": "off",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [str(usable_postgres(self.place) / "bin" / "postgres"), "-D", str(self.data), *options]

    def stale(self) -> list[Path]:
        socket_name = self.place.sockets / ".s.PGSQL.5432"
        return [self.data / "postmaster.pid", socket_name, socket_name.with_suffix(".5432.lock")]

    def answers(self) -> bool:
        """Whether it takes connections; makes our database the first time."""
        try:
            with psycopg.connect(self.address("postgres"), autocommit=True, connect_timeout=10) as connection:
                if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
                    connection.execute(f"CREATE DATABASE {NAME}")
        except (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
            return True
        except psycopg.OperationalError:
            return False
        return True


class Redis:
    name = "redis"
    variable = "REDIS_URL"
    stop_signal: int = signal.SIGTERM

    def __init__(self, place: Place) -> None:
        self.place = place
        self.socket = place.sockets / "redis.sock"

    @property
    def url(self) -> str:
        return f"unix://{quote(str(self.socket))}?db=0"

    def prepare(self) -> None:
        """Nothing is kept between two runs: what must not be lost is in the database."""

    def command(self) -> list[str]:
        return [
            str(usable_redis(self.place)),
            *("--port", "0", "--unixsocket", str(self.socket), "--dir", str(self.place.data)),
            *("--save", "", "--appendonly", "no", "--loglevel", "warning"),
        ]

    def stale(self) -> list[Path]:
        return [self.socket]

    def answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(5)
            try:
                connection.connect(str(self.socket))
                connection.sendall(b"PING\r\n")
                return connection.recv(5) == b"+PONG"
            except OSError:
                return False


def as_user(place: Place) -> dict[str, Any]:
    if place.user is None:
        return {}
    return {"user": place.user.pw_uid, "group": place.user.pw_gid, "extra_groups": []}


def failure(server: Server, output: str) -> str:
    """One sentence about a server that did not start, from what it said last."""
    if "No space left on device" in output:
        return disk_full(server.place.home)
    said = [line.strip() for line in output.splitlines() if line.strip()][-LAST_WORDS:] or ["it said nothing"]
    reason = next((line for line in reversed(said) if "FATAL" in line or "error" in line), said[-1])
    return f"The embedded {server.name} did not start: {reason} (log: {server.place.log(server.name)})."
