"""Keeps one server running as long as anybody uses it. A script of its own that needs nothing but Python.

Whoever uses the server holds a shared lock on the users' file. The keeper asks for that lock alone; the
moment it gets it, nobody is left, and it stops the server. The kernel gives up the locks of a process however
it ends, so a `kill -9` leaves nothing behind. Every process of the server inherits the lock on the server's
file, so a new server never meets the last breath of an earlier one.
"""

import argparse
import contextlib
import ctypes
import fcntl
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

POLL_SECONDS = 0.1
STOP_SECONDS = 20
# A server that ends this soon after its start will not do better the next time.
SHORT_LIFE_SECONDS = 3
PR_SET_PDEATHSIG = 1


class Asked(BaseException):
    """Somebody asked the keeper to end."""


def die_with_parent(signum: int) -> None:
    """Have Linux send `signum` to this process when its parent ends, however it ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signum)


def start(options: argparse.Namespace, users: int) -> subprocess.Popen[bytes]:
    """Start the server, as another user if one is named, with the server's lock in its hands.

    Raises:
        Asked: nobody needs it any more.
    """
    as_user: dict[str, Any] = {}
    if options.user:
        uid, gid = options.user.split(":")
        as_user = {"user": int(uid), "group": int(gid), "extra_groups": []}
    with options.server_lock.open("a") as lock:
        # Waits until the last process of an earlier server has gone.
        fcntl.flock(lock, fcntl.LOCK_EX)
        # If another keeper kept that server and is leaving, this waits for it.
        fcntl.flock(users, fcntl.LOCK_SH)
        if unused(users):
            raise Asked
        fcntl.flock(users, fcntl.LOCK_UN)
        for path in options.stale:
            # What a killed server left would only make the next one hesitate.
            path.unlink(missing_ok=True)
        return subprocess.Popen(  # noqa: S603
            options.command,
            stdin=subprocess.DEVNULL,
            preexec_fn=lambda: die_with_parent(options.stop_signal),
            pass_fds=[lock.fileno()],
            start_new_session=True,
            umask=0o077,
            **as_user,
        )


def stop(server: subprocess.Popen[bytes], stop_signal: int) -> None:
    server.send_signal(stop_signal)
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def unused(users: int) -> bool:
    """Whether nobody holds the users' lock; from then on we do, and newcomers wait until we have ended."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def keep(options: argparse.Namespace, users: int) -> int:
    """Run the server until nobody uses it; start it again if it crashes. Returns an exit status."""
    while True:
        started = time.monotonic()
        server = start(options, users)
        try:
            while server.poll() is None:
                if unused(users):
                    raise Asked
                time.sleep(POLL_SECONDS)
        except Asked:
            stop(server, options.stop_signal)
            return 0
        if time.monotonic() - started < SHORT_LIFE_SECONDS:
            return server.returncode or 1


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--users-lock", type=Path, required=True, help="held by everybody who uses the server"
    )
    parser.add_argument("--server-lock", type=Path, required=True, help="held by the server's own processes")
    parser.add_argument("--stop-signal", type=int, required=True)
    parser.add_argument("--user", default="", help="uid:gid to run the server as")
    parser.add_argument("--stale", type=Path, action="append", default=[], help="removed before a start")
    parser.add_argument("command", nargs="+")
    return parser.parse_args()


def main() -> int:
    def asked(*_: object) -> None:
        raise Asked

    for signum in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(signum, asked)
    options = read_options()
    with options.users_lock.open("a") as users, contextlib.suppress(Asked):
        return keep(options, users.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
