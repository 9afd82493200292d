"""Whether the collected static files are of today: collecting takes longer than everything else."""

import hashlib
from pathlib import Path

# What they are made from: our files, the code that finds and joins them, and the packages that bring some.
SOURCES = ("static/**/*", "*/static/**/*", "skoleplus/**/*.py", "uv.lock")
MARK = "static.mark"


def fingerprint(base_dir: Path) -> str:
    digest = hashlib.sha256()
    for pattern in SOURCES:
        for path in sorted(base_dir.glob(pattern)):
            found = path.stat()
            digest.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def are_collected(base_dir: Path, data_dir: Path) -> bool:
    mark = data_dir / MARK
    return mark.exists() and mark.read_text() == fingerprint(base_dir)


def remember(base_dir: Path, data_dir: Path) -> None:
    (data_dir / MARK).write_text(fingerprint(base_dir))
