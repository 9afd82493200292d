"""Keep the message catalogues, without gettext."""

from argparse import ArgumentParser
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from skoleplus import catalogues
from skoleplus.files import write_whole


class Command(BaseCommand):
    help = "Extract the messages of every room into its catalogue, and compile the catalogues."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--compile", action="store_true", help="only compile what is older than its source"
        )
        parser.add_argument(
            "--check",
            action="store_true",
            help="change nothing; fail when a message is missing or untranslated",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            self.check_all()
        elif not options["compile"]:
            self.extract_all()
        if not options["check"]:
            for path in catalogues.compile_stale(settings.BASE_DIR):
                self.stdout.write(f"compiled {path.relative_to(settings.BASE_DIR)}")

    def rooms(self) -> Mapping[str, Iterable[Path]]:
        """Every room's files by its label."""
        ours = [app for app in apps.get_app_configs() if app.name in settings.FIRST_PARTY_APPS]
        found = {
            app.label: catalogues.room_files(app.label, Path(app.path), settings.BASE_DIR) for app in ours
        }
        found[catalogues.GROUND] = catalogues.ground_files(settings.BASE_DIR, list(found))
        return found

    def refreshed(self) -> dict[str, Any]:
        return {
            label: catalogues.refreshed(catalogues.catalogue_path(settings.BASE_DIR, label), files)
            for label, files in self.rooms().items()
        }

    def extract_all(self) -> None:
        for label, catalogue in self.refreshed().items():
            path = catalogues.catalogue_path(settings.BASE_DIR, label)
            if not len(catalogue) and not path.exists():
                continue
            write_whole(path, catalogues.as_text(catalogue))
            done = sum(1 for message in catalogue if message.id and catalogues.is_translated(message))
            self.stdout.write(f"{label}: {done} of {len(catalogue)} translated")

    def check_all(self) -> None:
        fresh = self.refreshed()
        known = {
            m.id for catalogue in fresh.values() for m in catalogue if m.id and catalogues.is_translated(m)
        }
        lines = [
            f"{label}: {fault}"
            for label, catalogue in fresh.items()
            for fault in catalogues.faults(catalogue, known)
        ]
        if lines:
            raise CommandError("\n".join([*lines, "Run `make messages` and translate what is missing."]))
