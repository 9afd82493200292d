"""Time is asked from `core/clock.py` alone, so that a year can be simulated."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.street import ROOT, our_sources

# Module or class, and what must not be asked of it.
CLOCKS = {
    ("timezone", "now"),
    ("timezone", "localdate"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
}
FIELD_OPTIONS = {"auto_now", "auto_now_add"}
DATABASE_CLOCKS = {"Now", "TransactionNow"}
# The clock itself, and processes that live beside the portal's time.
EXEMPT = ("skoleplus/core/clock.py", "skoleplus/embedded/", "handover/demo/")


def clock_uses(path: Path) -> Iterator[str]:
    """Where a file asks somebody else what time it is."""
    name = path.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(path.read_text(), name)):
        if isinstance(node, ast.Attribute):
            owner = (
                node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            )
            if (owner, node.attr) in CLOCKS:
                yield f"{name}:{node.lineno} {owner}.{node.attr}"
        elif isinstance(node, ast.keyword) and node.arg in FIELD_OPTIONS:
            yield f"{name}:{node.value.lineno} {node.arg}"
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django"):
            for alias in node.names:
                if alias.name in DATABASE_CLOCKS or (node.module, alias.name) == (
                    "django.utils.timezone",
                    "now",
                ):
                    yield f"{name}:{node.lineno} {alias.name}"


def test_time_is_asked_from_the_clock() -> None:
    paths = [path for path in our_sources() if not path.relative_to(ROOT).as_posix().startswith(EXEMPT)]
    assert [use for path in paths for use in clock_uses(path)] == []


def test_the_rule_sees_what_it_forbids(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("tests.architecture.test_clock.ROOT", tmp_path)
    source = tmp_path / "room.py"
    source.write_text(
        "from django.db.models.functions import Now\n"
        "from django.utils.timezone import now\n"
        "import datetime as dt\n"
        "a = timezone.now()\n"
        "b = dt.datetime.now()\n"
        "c = dt.date.today\n"
        "d = DateTimeField(auto_now_add=True)\n"
    )
    assert sorted(use.split()[1] for use in clock_uses(source)) == [
        "Now",
        "auto_now_add",
        "date.today",
        "datetime.now",
        "now",
        "timezone.now",
    ]
