"""Production's settings with one address more."""

from skoleplus.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
