"""The demo as a process: what it says when it cannot start, and that it leaves nothing behind."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from handover.demo import processes
from handover.demo.assets import are_collected, remember
from skoleplus.embedded.neighbour import claim, running
from tests.browser import free_port

ROOT = Path(__file__).resolve().parents[2]
NAMED = (
    "DATABASE_URL",
    "REDIS_URL",
    "SITE_URL",
    "EMAIL_URL",
    "SKOLEPLUS_ENV",
    "DJANGO_SETTINGS_MODULE",
    "DEBUG",
)


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if name not in NAMED}
    return {**clean, "SKOLEPLUS_DATA_DIR": str(data_dir), **more}


def refusal(data_dir: Path, *arguments: str, **more: str) -> str:
    """What the demo says when it does not start."""
    done = subprocess.run(
        [sys.executable, "-m", "handover.demo", *arguments],
        cwd=ROOT, env=environment(data_dir, **more), capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.strip()


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])
def test_a_busy_port_gets_one_sentence(tmp_path: Path, address: str) -> None:
    with socket.create_server((address, 0)) as taken:
        port = taken.getsockname()[1]
        said = refusal(tmp_path, "--port", str(port))
    assert said.startswith(f"Port {port} is in use.")


def test_a_second_start_in_the_folder_gets_one_sentence(tmp_path: Path) -> None:
    # On the port of the first, too: that it runs already says more than that its port is in use.
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        claim(tmp_path, {"SITE_URL": "http://localhost:4711"}),
    ):
        said = refusal(tmp_path, "--port", str(taken.getsockname()[1]))
    assert said == "The demo runs in this folder already, at http://localhost:4711; Ctrl-C stops it there."


def test_somebody_elses_database_is_not_emptied(tmp_path: Path) -> None:
    said = refusal(
        tmp_path,
        "--reset",
        "--port",
        str(free_port()),
        DATABASE_URL="postgres://a@b/c",
        REDIS_URL="redis://b",
    )
    assert said.startswith("--reset empties the embedded database only")


def test_a_folder_that_is_a_file_gets_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert "Set SKOLEPLUS_DATA_DIR to a folder of yours." in refusal(tmp_path / "data")


def test_other_commands_of_the_folder_share_its_addresses(tmp_path: Path) -> None:
    assert running(tmp_path) == {}
    with claim(tmp_path, {"SITE_URL": "http://localhost:4711"}):
        assert running(tmp_path) == {"SITE_URL": "http://localhost:4711"}
    assert running(tmp_path) == {}


def test_static_files_are_collected_again_when_a_source_changes(tmp_path: Path) -> None:
    source = tmp_path / "static" / "a.css"
    source.parent.mkdir()
    source.write_text("a")
    assert not are_collected(tmp_path, tmp_path)
    remember(tmp_path, tmp_path)
    assert are_collected(tmp_path, tmp_path)
    source.write_text("ab")
    assert not are_collected(tmp_path, tmp_path)


STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]).pid, flush=True)
time.sleep(600)
"""


def test_whoever_does_not_end_is_ended_with_all_of_its_own(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(processes, "GRACE_SECONDS", 0.5)
    log = tmp_path / "log"
    child = processes.Child("stubborn", [sys.executable, "-c", STUBBORN], log=log)
    while not log.read_text().strip():
        time.sleep(0.02)
    grandchild = int(log.read_text())
    processes.stop([child])
    assert child.process.returncode == -signal.SIGKILL
    assert not is_alive(grandchild)


PARENT = """
import sys, time
from pathlib import Path
from handover.demo.processes import Child
child = Child("child", [sys.executable, "-c", "import time; time.sleep(600)"], log=Path(sys.argv[1]))
print(child.process.pid, flush=True)
time.sleep(600)
"""


def test_children_end_when_the_demo_is_killed(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path / "log")], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    child = int(parent.stdout.readline())
    assert is_alive(child)
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 10
    while is_alive(child):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that only waits to be read off does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.soak
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_the_whole_demo_starts_answers_and_leaves_nothing(tmp_path: Path, ending: int) -> None:
    """Once from nothing, once again on what is there, ended in every way."""
    for attempt in range(2):
        port = free_port()
        log = (tmp_path / f"out-{attempt}").open("w+")
        demo = subprocess.Popen(
            [sys.executable, "-m", "handover.demo", "--port", str(port)],
            cwd=ROOT, env=environment(tmp_path / "data"), stdout=log, stderr=log, text=True,
        )  # fmt: skip
        wait_for_answer(port, demo, log.name)
        logins = urllib.request.urlopen(f"http://localhost:{port}/demo/").read().decode()
        assert re.search(r"<code>\d{6}</code>", logins)
        shared = json.loads((tmp_path / "data" / "demo.json").read_text())
        assert shared["SITE_URL"] == f"http://localhost:{port}"
        time.sleep(3)  # worker and beat are still on their way
        family = descendants(demo.pid)
        assert len(family) >= 10
        demo.send_signal(ending)
        demo.wait(30)
        deadline = time.monotonic() + 20
        while alive := [pid for pid in family if is_alive(pid)]:
            assert time.monotonic() < deadline, alive
            time.sleep(0.1)


def wait_for_answer(port: int, demo: subprocess.Popen, log: str) -> None:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        assert demo.poll() is None, Path(log).read_text()
        try:
            assert urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz").read() == b"ok\n"
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(Path(log).read_text())


def descendants(pid: int) -> set[int]:
    found: set[int] = set()
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        found |= {int(child)} | descendants(int(child))
    return found
