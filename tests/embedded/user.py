"""A process that uses the embedded servers of a folder until its input closes. Run by the tests beside it."""

import os
import sys
from pathlib import Path

from skoleplus.embedded import ensure_running, leave

ensure_running(Path(sys.argv[1]))
print(os.environ["DATABASE_URL"], os.environ["REDIS_URL"], flush=True)
sys.stdin.read()
leave()
