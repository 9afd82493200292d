"""The web server's command line, in one place for the demo, the container and the benchmark.

`python -m skoleplus.serving ADDRESS [ADDRESS ...]` becomes the web server.
"""

import os
import sys
from collections.abc import Sequence


def web_command(addresses: Sequence[str], *, workers: int = 2, threads: int = 4) -> list[str]:
    """What to run for a production web server.

    Args:
        addresses: where it listens, as "127.0.0.1:8000" or "[::1]:8000".
        workers: processes; about one per core.
        threads: requests at a time in each; they mostly wait for the database.
    """
    binds = [part for address in addresses for part in ("--bind", address)]
    return [
        *(sys.executable, "-m", "gunicorn", "skoleplus.wsgi:application", *binds),
        *("--worker-class", "gthread", "--workers", str(workers), "--threads", str(threads)),
        # One import for all workers; what they never change stays shared memory.
        *("--preload", "--no-control-socket", "--graceful-timeout", "5", "--keep-alive", "5"),
    ]


if __name__ == "__main__":
    command = web_command(sys.argv[1:], workers=int(os.environ.get("WEB_CONCURRENCY", "2")))
    os.execv(command[0], command)  # noqa: S606
