"""The demo that runs in a folder, told to the other commands of the folder."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from skoleplus.embedded.place import plain_words
from skoleplus.environment import Misconfigured

FILE = "demo.json"


@contextmanager
def claim(data_dir: Path, addresses: dict[str, str]) -> Iterator[None]:
    """Be the folder's demo until the end of the block.

    Args:
        addresses: the environment variables that other commands shall share with it; SITE_URL is one.

    Raises:
        Misconfigured: one is running already.
    """
    path = data_dir / FILE
    with plain_words(data_dir):
        file = path.open("a+")
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            other = read(path).get("SITE_URL", "")
            raise Misconfigured(
                f"The demo runs in this folder already, at {other}; Ctrl-C stops it there."
            ) from None
        file.truncate(0)
        file.write(json.dumps(addresses))
        file.flush()
        yield


def running(data_dir: Path) -> dict[str, str]:
    """The addresses of the demo that runs here; empty when none does."""
    path = data_dir / FILE
    if not path.exists():
        return {}
    with path.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return read(path)
    return {}


def read(path: Path) -> dict[str, str]:
    try:
        return dict(json.loads(path.read_text()))
    except ValueError:
        return {}  # being written at this moment


def adopt(data_dir: Path) -> None:
    """Let links and mails of this process lead to the demo's addresses."""
    for name, value in running(data_dir).items():
        os.environ.setdefault(name, value)
