"""Writing files so that a reader meets the old or the new one, never half of it."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the file, then take its name. Modes follow the umask, as for any new file.

    Raises:
        OSError: no space, no permission; the old file stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, half = tempfile.mkstemp(dir=path.parent, prefix=".half-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(half, 0o666 & ~mask)
        os.rename(half, path)
    except BaseException:
        os.unlink(half)
        raise
