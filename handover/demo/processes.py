"""The processes that the demo consists of. None outlives it, however it ends."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from skoleplus.embedded.keeper import die_with_parent

GRACE_SECONDS = 8
LAST_WORDS = 12  # lines shown of a process that ended by itself


class Child:
    """One process with a session of its own, so that Ctrl-C reaches us alone and we end it in order.

    Args:
        name: for people ("web server").
        log: where its output goes; None leaves it on the terminal.
        keep_open: file descriptors it inherits.
    """

    def __init__(
        self, name: str, command: Sequence[str], *, log: Path | None = None, keep_open: Sequence[int] = ()
    ) -> None:
        self.name = name
        self.log = log
        output = None if log is None else log.open("wb")
        try:
            self.process = subprocess.Popen(  # noqa: S603
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output and subprocess.STDOUT,
                preexec_fn=lambda: die_with_parent(signal.SIGTERM),
                pass_fds=keep_open,
                start_new_session=True,
            )
        finally:
            if output:
                output.close()

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    def failure(self) -> str:
        """What to say about a process that should not have ended so."""
        said = ""
        if self.log is not None:
            lines = self.log.read_text(errors="replace").splitlines()[-LAST_WORDS:]
            said = "".join(f"\n  {line}" for line in lines) + f"\n(the whole: {self.log})"
        return f"The {self.name} ended with status {self.process.returncode}.{said}"

    def signal_group(self, signum: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signum)


def stop(children: Iterable[Child]) -> None:
    """End the processes: ask all of them, wait a little, then end whatever is left of them and of theirs."""
    children = list(children)
    for child in children:
        if child.running:
            child.process.terminate()
    deadline = time.monotonic() + GRACE_SECONDS
    while any(child.running for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    for child in children:
        child.signal_group(signal.SIGKILL)
        child.process.wait()
