"""Loaded before anything else: the environment that tests run in."""

import os

os.environ.setdefault("SKOLEPLUS_ENV", "development")
# A test's world does not depend on what its folder is used for otherwise.
os.environ["SITE_URL"] = "http://localhost:8000"
os.environ["DEBUG"] = "0"
