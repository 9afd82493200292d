"""What the embedded servers say when they cannot be: one sentence each."""

import errno
import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from skoleplus.embedded import place, programs
from skoleplus.environment import Misconfigured

Usage = namedtuple("Usage", "total used free")


def test_missing_postgres_wheel(monkeypatch) -> None:
    monkeypatch.setattr(programs, "wheel_folder", lambda package: None)
    with pytest.raises(
        Misconfigured, match=r"not installed\. Run `uv sync --group embedded`, or set DATABASE_URL"
    ):
        programs.postgres_folder()


def test_redis_comes_from_the_machine_where_there_is_no_wheel(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(programs, "wheel_folder", lambda package: None)
    own = tmp_path / "redis-server"
    own.write_text("")
    own.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert programs.redis_server() == own


def test_no_redis_at_all(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(programs, "wheel_folder", lambda package: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Misconfigured, match=r"use Python 3\.11 or 3\.12, or set REDIS_URL"):
        programs.redis_server()


def test_too_little_space(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**9, 10**9, 12_000_000))
    with pytest.raises(Misconfigured, match=r"The disk is full: .* needs 150 MB free, 12 MB are left\."):
        place.check_space(tmp_path / "not" / "there" / "yet")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full: "),
        (errno.EDQUOT, "The disk is full: "),
        (errno.EACCES, "Cannot write to "),
        (errno.EROFS, "Cannot write to "),
        (errno.EIO, "Cannot use "),
    ],
)
def test_troubles_with_the_folder_become_a_sentence(tmp_path: Path, number: int, words: str) -> None:
    with pytest.raises(Misconfigured, match=words), place.plain_words(tmp_path):
        raise OSError(number, "as the machine says it", str(tmp_path))
