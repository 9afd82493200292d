"""The figures as Markdown, on the screen and in docs/performance.md."""

import argparse
import os
import platform
from pathlib import Path

from django.db import connection

from skoleplus.core.clock import today

PAGE = Path(__file__).resolve().parents[2] / "docs" / "performance.md"
BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"


def tables(
    asked: argparse.Namespace,
    statements: dict[int, dict[str, int]],
    loads: dict[str, dict[str, float]],
    memory: list[float],
) -> str:
    empty = loads["an empty view"]["per_second"]
    sizes = list(statements)
    lines = [
        f"{today():%Y-%m-%d}, {asked.offers} offers, {asked.clients} clients, {asked.workers} workers, "
        f"{os.cpu_count()} cores shared by server, database and clients, Python {platform.python_version()}, "
        f"PostgreSQL {_postgresql()}.",
        "",
        "| Page | Per second | Share of the empty view | Median | p95 | CPU of the workers | Failed | "
        + " | ".join(f"Statements at {size}" for size in sizes)
        + " |",
        "|---|" + "---:|" * (6 + len(sizes)),
    ]
    for name, load in loads.items():
        counted = [str(statements[size].get(name.removesuffix(" made anew"), 0)) for size in sizes]
        failed = load["failed"] + load["lost"]
        cells = [
            f"`{name}`",
            f"{load['per_second']:.0f}",
            f"{load['per_second'] / empty:.0%}",
            f"{load['median_ms']:.0f} ms",
            f"{load['p95_ms']:.0f} ms",
            f"{load['cpu_ms']:.1f} ms",
            f"{failed:.0f}",
            *counted,
        ]
        lines.append(f"| {' | '.join(cells)} |")
    workers = ", ".join(f"{size:.0f} MB" for size in memory)
    lines += ["", f"Memory per worker after the run (proportional set size): {workers}."]
    return "\n".join(lines)


def write(text: str) -> None:
    """Put the figures between the marks of docs/performance.md."""
    page = PAGE.read_text()
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}")


def _postgresql() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return cursor.fetchone()[0].split()[0]
