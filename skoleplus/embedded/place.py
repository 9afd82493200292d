"""Where the servers of one folder live, and as whom they run."""

import errno
import hashlib
import os
import pwd
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from skoleplus.environment import Misconfigured

ROOTS_PLACE = Path("/var/lib/skoleplus")
# A socket's path must fit into 108 bytes; PostgreSQL adds its own name to the folder's.
LONGEST_SOCKET_FOLDER = 80
SPACE_NEEDED_MB = 150


@dataclass(frozen=True)
class Place:
    """Folders of the servers, all made by us.

    `user` is None when they run as ourselves. PostgreSQL refuses root, so root runs them as `nobody`: every
    Linux has it, and nobody wants an account added to his machine for having looked at a demo.
    """

    home: Path
    user: pwd.struct_passwd | None

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def sockets(self) -> Path:
        near = self.home / "run"
        if len(os.fsencode(near)) <= LONGEST_SOCKET_FOLDER:
            return near
        return Path("/tmp") / f"skoleplus-{os.geteuid()}-{fingerprint(self.home)}"  # noqa: S108  owner is checked

    def log(self, server: str) -> Path:
        return self.home / f"{server}.log"

    def users_lock(self, server: str) -> Path:
        return self.home / f"{server}.users"

    def server_lock(self, server: str) -> Path:
        return self.home / f"{server}.lock"


def fingerprint(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def find_place(data_dir: Path) -> Place:
    """Where the servers of `data_dir` live: inside it, or for root below /var/lib.

    Root's servers run as somebody else, who may not be let into the folder that the checkout lies in (a home
    folder is often closed), and opening other people's folders is not ours to do.

    Raises:
        Misconfigured: root, on a machine without the account `nobody`.
    """
    if os.geteuid() != 0:
        return Place(data_dir / "servers", None)
    try:
        user = pwd.getpwnam("nobody")
    except KeyError:
        raise Misconfigured(
            "PostgreSQL does not run as root, and this machine has no account named nobody to run it as. "
            "Run as another user, or set DATABASE_URL and REDIS_URL."
        ) from None
    return Place(ROOTS_PLACE / fingerprint(data_dir), user)


def make_folder(path: Path, mode: int, user: pwd.struct_passwd | None = None) -> None:
    """Make a folder with exactly this mode, whatever the umask; leave one that exists as it is."""
    if path.is_dir():
        return
    try:
        path.mkdir(mode=0o700, parents=True)
    except FileExistsError:
        return  # somebody else was quicker; if it is a file, whoever uses it will say so
    if user is not None:
        os.chown(path, user.pw_uid, user.pw_gid)
    path.chmod(mode)


def prepare(place: Place, data_dir: Path) -> None:
    """Make the folders of a place.

    Raises:
        Misconfigured: the socket folder belongs to somebody else.
        OSError: no space, no permission.
    """
    make_folder(data_dir, 0o700)
    if place.user is not None:
        make_folder(ROOTS_PLACE, 0o755)
    make_folder(place.home, 0o755)
    make_folder(place.data, 0o700, place.user)
    make_folder(place.sockets, 0o700, place.user)
    owner = os.geteuid() if place.user is None else place.user.pw_uid
    found = place.sockets.lstat()
    if found.st_uid != owner or place.sockets.is_symlink() or found.st_mode & 0o077:
        raise Misconfigured(f"{place.sockets} is not ours alone; remove it and start again.")


def belongs(place: Place, data_dir: Path) -> bool:
    """Whether root's place was made for this very folder, and not for an earlier one of the same name."""
    if place.user is None:
        return True
    ticket, copy = data_dir / "ticket", place.home / "ticket"
    return ticket.exists() and copy.exists() and ticket.read_text() == copy.read_text()


def take_over(place: Place, data_dir: Path) -> None:
    """Empty root's place of what an earlier folder of the same name left, and mark it as ours."""
    for leftover in (place.data, place.sockets):
        shutil.rmtree(leftover, ignore_errors=True)
    prepare(place, data_dir)
    word = secrets.token_hex(8)
    for path in (data_dir / "ticket", place.home / "ticket"):
        path.write_text(word)


@contextmanager
def plain_words(folder: Path) -> Iterator[None]:
    """Turn what the machine says about `folder` into one sentence for the person who started us.

    Raises:
        Misconfigured: no space left, no permission, or another trouble with the folder.
    """
    try:
        yield
    except OSError as error:
        raise Misconfigured(sentence(error, folder)) from None


def sentence(error: OSError, folder: Path) -> str:
    where = error.filename or folder
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(folder)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST):
        return f"Cannot write to {where} ({error.strerror}). Set SKOLEPLUS_DATA_DIR to a folder of yours."
    return f"Cannot use {where} for the embedded servers: {error.strerror or error}."


def disk_full(folder: Path) -> str:
    return f"The disk is full: {folder} needs {SPACE_NEEDED_MB} MB free, {free_mb(folder)} MB are left."


def free_mb(folder: Path) -> int:
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free // 1_000_000


def check_space(folder: Path) -> None:
    """Raises:
    Misconfigured: too little space to start in.
    """
    if free_mb(folder) < SPACE_NEEDED_MB:
        raise Misconfigured(disk_full(folder))
