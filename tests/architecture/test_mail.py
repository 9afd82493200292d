"""Mail has one road: nobody but the outbox talks to a mail server or to Django's mail functions."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.street import ROOT, our_sources

# What sends a mail, by the module it comes from; None stands for everything in it.
ROADS = {
    "django.core.mail": {
        "send_mail",
        "send_mass_mail",
        "mail_admins",
        "mail_managers",
        "EmailMessage",
        "EmailMultiAlternatives",
        "get_connection",
    },
    "smtplib": None,
    "aiosmtplib": None,
}
# The outbox itself, and the demo's mailbox, which receives.
EXEMPT = ("skoleplus/notifications/", "handover/demo/")


def other_roads(path: Path) -> Iterator[str]:
    """Where a file could send a mail past the outbox."""
    name = path.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(path.read_text(), name)):
        if isinstance(node, ast.ImportFrom) and node.module in ROADS:
            forbidden = ROADS[node.module]
            for alias in node.names:
                if forbidden is None or alias.name in forbidden:
                    yield f"{name}:{node.lineno} {alias.name}"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name in ROADS:
                    yield f"{name}:{node.lineno} {alias.name}"
        elif isinstance(node, ast.Attribute) and node.attr == "email_user":
            yield f"{name}:{node.lineno} email_user"


def test_mail_takes_the_outbox() -> None:
    paths = [path for path in our_sources() if not path.relative_to(ROOT).as_posix().startswith(EXEMPT)]
    assert [road for path in paths for road in other_roads(path)] == []


def test_the_rule_sees_what_it_forbids(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("tests.architecture.test_mail.ROOT", tmp_path)
    source = tmp_path / "room.py"
    source.write_text(
        "from django.core.mail import send_mail, EmailMessage as E\n"
        "import smtplib\n"
        "import django.core.mail\n"
        "user.email_user('a', 'b')\n"
    )
    assert sorted(road.split()[1] for road in other_roads(source)) == [
        "EmailMessage",
        "django.core.mail",
        "email_user",
        "send_mail",
        "smtplib",
    ]
