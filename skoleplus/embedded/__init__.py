"""PostgreSQL and Redis for a newcomer. Nothing imports this in production.

The first process of a folder starts the servers, the next ones join, and the last one out stops them.
"""

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import TextIOWrapper
from pathlib import Path

from skoleplus.embedded import keeper
from skoleplus.embedded.neighbour import adopt
from skoleplus.embedded.place import (
    Place,
    belongs,
    check_space,
    find_place,
    plain_words,
    prepare,
    take_over,
)
from skoleplus.embedded.servers import Postgres, Redis, Server, failure
from skoleplus.environment import Misconfigured

START_SECONDS = 60
STOP_SECONDS = 30
LONGEST_LOG = 1_000_000

# The locks that say we use a server; the keepers live and leave by them.
held: dict[str, TextIOWrapper] = {}
joined: dict[str, Server] = {}
keepers: list[subprocess.Popen[bytes]] = []


def ensure_running(base_dir: Path) -> None:
    """Start or join the servers that the environment does not name, and name them in the environment.

    Processes that we start inherit their addresses; they do not count as users of their own.

    Args:
        base_dir: the checkout; the servers' data is in SKOLEPLUS_DATA_DIR, or in `.skoleplus` below it.

    Raises:
        Misconfigured: one sentence on why it cannot be.
    """
    missing: list[type[Postgres | Redis]] = [
        kind for kind in (Postgres, Redis) if not os.environ.get(kind.variable)
    ]
    folder = data_dir(base_dir)
    place = find_place(folder)
    with plain_words(folder):
        prepare(place, folder)
        if not belongs(place, folder):
            move_in(place, folder)
        servers: list[Server] = [kind(place) for kind in missing]
        for server in servers:
            join(server)
        if not all(server.answers() for server in servers):
            with alone(place.home / "start.lock"):
                start(servers)
    for server in servers:
        os.environ[server.variable] = server.url
    adopt(folder)


def data_dir(base_dir: Path) -> Path:
    """Where everything of this checkout lives that is not in git."""
    return Path(os.environ.get("SKOLEPLUS_DATA_DIR") or base_dir / ".skoleplus").resolve()


def join(server: Server) -> None:
    """Say that we use a server. Waits while an earlier one is being stopped."""
    lock = server.place.users_lock(server.name).open("a")
    fcntl.flock(lock, fcntl.LOCK_SH)
    held[server.name] = lock
    joined[server.name] = server


def leave() -> None:
    """Give the servers up, and wait until they have stopped if nobody else uses them."""
    last = []
    for name, lock in held.items():
        if keeper.unused(lock.fileno()):
            last.append(joined[name])
        lock.close()
    held.clear()
    deadline = time.monotonic() + STOP_SECONDS
    for server in last:
        while not stopped(server) and time.monotonic() < deadline:
            time.sleep(0.05)
    for process in keepers:
        process.poll()


def stopped(server: Server) -> bool:
    """Whether no process of the server is left."""
    with server.place.server_lock(server.name).open("a") as lock:
        return keeper.unused(lock.fileno())


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Let one process at a time through."""
    with path.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def move_in(place: Place, data_dir: Path) -> None:
    """Take root's place over from a folder that has gone.

    Raises:
        Misconfigured: its servers are in use.
    """
    with alone(place.home / "start.lock"), ExitStack() as stack:
        if belongs(place, data_dir):
            return
        for kind in (Postgres, Redis):
            lock = stack.enter_context(place.users_lock(kind.name).open("a"))
            if not keeper.unused(lock.fileno()):
                raise Misconfigured(
                    f"Servers of an earlier {data_dir} are still in use; stop what runs there."
                )
        take_over(place, data_dir)


def start(servers: list[Server]) -> None:
    """Start those that do not answer, all at once.

    Raises:
        Misconfigured: one did not come up.
    """
    missing = [server for server in servers if not server.answers()]
    for server in missing:
        check_space(server.place.home)
        server.prepare()
    launched = [(server, launch(server)) for server in missing]
    for server, process in launched:
        wait_for(server, process)


def launch(server: Server) -> "subprocess.Popen[bytes]":
    """Start a server's keeper, out of reach of this terminal's Ctrl-C."""
    place = server.place
    stale = [part for path in server.stale() for part in ("--stale", str(path))]
    user = [] if place.user is None else ["--user", f"{place.user.pw_uid}:{place.user.pw_gid}"]
    log_file = place.log(server.name)
    if log_file.exists() and log_file.stat().st_size > LONGEST_LOG:
        log_file.unlink()
    with log_file.open("ab") as log:
        process = subprocess.Popen(  # noqa: S603
            [
                *(sys.executable, "-I", "-S", keeper.__file__),
                *("--users-lock", str(place.users_lock(server.name))),
                *("--server-lock", str(place.server_lock(server.name))),
                *("--stop-signal", str(int(server.stop_signal)), *user, *stale),
                *("--", *server.command()),
            ],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            cwd=place.home,
        )
    keepers.append(process)
    return process


def wait_for(server: Server, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_SECONDS
    while not server.answers():
        if process.poll() is not None or time.monotonic() > deadline:
            raise Misconfigured(failure(server, server.place.log(server.name).read_text(errors="replace")))
        time.sleep(0.02)
