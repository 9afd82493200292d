import time
from typing import Any

from django.core.management.base import BaseCommand

from handover.demo.loading import load_demo

SECONDS_BETWEEN_LINES = 2


class Command(BaseCommand):
    help = "Load the demo municipality: bundle, people, pictures, and work on every desk. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        self.shown = time.monotonic()
        load_demo(self.say, self.progress)

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()

    def progress(self, line: str) -> None:
        if time.monotonic() - self.shown >= SECONDS_BETWEEN_LINES:
            self.shown = time.monotonic()
            self.say(f"    {line}")
