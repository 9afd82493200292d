"""Logs in production: one line of JSON, nothing personal, no secret."""

import json
import logging
import secrets
import subprocess
import sys

import pytest

from skoleplus.logs import JsonFormatter, masked
from tests.test_environment import ROOT


@pytest.mark.parametrize(
    "text",
    [
        "/samarbejder/svar/{}/",
        "Not Found: /invitation/{}/",
        "https://plus.example.dk/svar/{}/?next=/x",
        "GET /svar/{} HTTP/1.1",
        "next=%2Fsvar%2F{}",
    ],
)
def test_tokens_are_masked_wherever_they_stand(text):
    for _ in range(200):
        token = secrets.token_urlsafe(32)
        assert token not in masked(text.format(token)).replace("%2F", "/")


def test_mailboxes_are_masked_and_their_domain_is_kept():
    words = 'Key (email)=(bo.ågård+x@skole.example.dk) exists; "Eva" <eva@example.dk>'
    assert masked(words) == 'Key (email)=(•••@skole.example.dk) exists; "Eva" <•••@example.dk>'


@pytest.mark.parametrize(
    "text",
    [
        "/tilbud/haandbold-paa-nordvestskolen-for-hele-aargangen-i-uge-41/",
        "/static/css/skoleplus.css",
        "mail 17 was not sent, next attempt in 0:01:00",
    ],
)
def test_ordinary_words_are_kept(text):
    assert masked(text) == text


def test_an_entry_is_one_line_of_json_with_its_request(rf):
    token = secrets.token_urlsafe(32)
    record = logging.LogRecord("django.request", logging.WARNING, "x", 1, "Gone: %s", (f"/a/{token}/",), None)
    record.request, record.status_code = rf.post(f"/a/{token}/"), 410
    line = JsonFormatter().format(record)
    assert "\n" not in line
    entry = json.loads(line)
    assert entry["message"] == "Gone: /a/•••/"
    assert (entry["method"], entry["path"], entry["status"]) == ("POST", "/a/•••/", 410)
    assert entry["time"].endswith("+00:00")


def test_a_traceback_comes_along_masked():
    try:
        raise ValueError("bo@example.dk\nis not new")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "x", 1, "broken", (), sys.exc_info())
    line = JsonFormatter().format(record)
    assert "\n" not in line
    assert "ValueError" in json.loads(line)["traceback"]
    assert "bo@" not in line


def test_production_uses_it():
    code = "import logging.config, skoleplus.settings as s; logging.config.dictConfig(s.LOGGING); "
    code += "logging.getLogger('a').error('hello')"
    environment = {
        "SKOLEPLUS_ENV": "production",
        "SECRET_KEY": "x" * 60,
        "ALLOWED_HOSTS": "a.example",
        "SITE_URL": "https://a.example",
        "DATABASE_URL": "postgres://a@b/c",
        "REDIS_URL": "redis://b/0",
        "EMAIL_URL": "smtp://c:25",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stderr)["message"] == "hello"
