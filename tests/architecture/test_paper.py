"""The page that explains the house says what the settings say, and names files that are there."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text()


def test_every_event_and_panel_is_on_the_page() -> None:
    for listed in (settings.AFTER, settings.PANELS):
        for name, paths in listed.items():
            row = next((line for line in ARCHITECTURE.splitlines() if line.startswith(f"| `{name}`")), "")
            assert row, name
            assert all(f"`{path}`" in row for path in paths), name


def test_the_page_stays_short() -> None:
    assert len(ARCHITECTURE.splitlines()) <= 200


def test_the_readme_names_files_that_exist() -> None:
    table = (ROOT / "README.md").read_text().split("## Where does what happen")[1]
    named = re.findall(r"`([a-z_]+/[a-z_/]*(?:\.py)?)(?:: [a-z_]+)?`", table)
    assert len(named) > 10
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_readme_names_stories_that_exist() -> None:
    readme = (ROOT / "README.md").read_text()
    for path, name in re.findall(r"`([a-z_/]+\.py): ([a-z_]+)`", readme):
        assert f"def {name}(" in (ROOT / path).read_text(), f"{path}: {name}"
