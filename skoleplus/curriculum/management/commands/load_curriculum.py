from pathlib import Path

from django.core.management.base import BaseCommand

from skoleplus.curriculum.services import DATA_FILE, load_curriculum


class Command(BaseCommand):
    help = "Load the national curriculum from its data file. Running it again changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, default=DATA_FILE)

    def handle(self, *, file: Path, **options):
        tally = load_curriculum(by=None, file=file)
        if tally.added or tally.changed:
            self.stdout.write(f"Curriculum: {tally.added} rows added, {tally.changed} changed.")
        else:
            self.stdout.write("Curriculum: nothing to change.")
