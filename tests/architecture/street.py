"""The order of the rooms, read from where the import linter reads it."""

import tomllib
from pathlib import Path

from django.apps import AppConfig, apps
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]


def heights() -> dict[str, int]:
    """How high each room stands, by its module: a room may look down only."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    street = next(contract for contract in contracts if contract["name"].startswith("The street"))
    floors = [floor.split("|") for floor in street["layers"]]
    return {room.strip(): len(floors) - number for number, floor in enumerate(floors) for room in floor}


def our_apps() -> list[AppConfig]:
    return [app for app in apps.get_app_configs() if app.name in settings.FIRST_PARTY_APPS]


def our_sources() -> list[Path]:
    """Every Python file of the product; tests, migrations and what is installed are not."""
    outside = {".venv", "tests", "migrations", ".skoleplus", "node_modules"}
    paths = sorted(ROOT.rglob("*.py"))
    return [path for path in paths if not outside & set(path.relative_to(ROOT).parts)]
