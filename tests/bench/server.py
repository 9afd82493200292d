"""The production web server on a free port of the loopback, and what its workers weigh."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from skoleplus.serving import web_command

HOST = "127.0.0.1"
PATIENCE = 60  # seconds until the server must answer


@dataclass(frozen=True)
class Server:
    port: int
    pid: int

    def cpu_seconds(self) -> float:
        """What the workers have computed so far; other processes of the machine do not blur it."""
        ticks = 0
        for pid in _children(self.pid):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def worker_megabytes(self) -> list[float]:
        """What each worker adds to the machine's memory: its own pages and its part of the shared ones."""
        return sorted(_proportional_size(pid) / 1024 for pid in _children(self.pid))


@contextlib.contextmanager
def running(database: str, *, workers: int) -> Iterator[Server]:
    """Serve the named database as production does, with static files collected beside it."""
    port = _free_port()
    with tempfile.TemporaryDirectory(prefix="skoleplus-bench-") as folder:
        environment = _environment(database, port, folder)
        collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"]
        subprocess.run(collect, env=environment, check=True)
        process = subprocess.Popen(
            web_command([f"{HOST}:{port}"], workers=workers), env=environment, start_new_session=True
        )
        try:
            _wait(process, port)
            yield Server(port, process.pid)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def _environment(database: str, port: int, folder: str) -> dict[str, str]:
    return os.environ | {
        "SKOLEPLUS_ENV": "production",
        "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
        "DATABASE_URL": urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}").geturl(),
        "SECRET_KEY": "for the benchmark only, on this machine only",
        "ALLOWED_HOSTS": HOST,
        "SITE_URL": f"http://{HOST}:{port}",
        "EMAIL_URL": "smtp://127.0.0.1:9",
        "STATIC_ROOT": str(Path(folder) / "static"),
        "MEDIA_ROOT": str(Path(folder) / "media"),
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"http://{HOST}:{port}/tom/", timeout=5).close()
            return
        time.sleep(0.2)
    raise SystemExit("The web server did not start.")


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in found]


def _proportional_size(pid: int) -> int:
    """In kilobytes; the whole resident size where the kernel does not say the part."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))
