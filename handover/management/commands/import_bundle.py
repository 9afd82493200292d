import tempfile
import time
from pathlib import Path
from typing import Any, BinaryIO, cast

from django.core.management.base import BaseCommand, CommandError

from handover.bundle.problems import Problems
from handover.services import BadBundle, Outcome, import_bundle
from skoleplus.accounts.models import User
from skoleplus.core.refusals import Refused

SECONDS_BETWEEN_LINES = 2


class Command(BaseCommand):
    help = "Read a bundle of schools, associations and offers (docs/bundle.md): whole, or nothing of it."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("file", type=Path, help="the bundle, a JSON file")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
        parser.add_argument("--publish", action="store_true", help="publish without screening")
        parser.add_argument("--actor", metavar="EMAIL", help="the account that vouches for the texts")

    def handle(self, *, file: Path, dry_run: bool, publish: bool, actor: str | None, **options: Any) -> None:
        by = self.person(actor)
        self.shown = 0.0
        try:
            with self.opened(file) as source:
                outcome = import_bundle(
                    file=source, by=by, publish=publish, dry_run=dry_run, progress=self.progress
                )
        except BadBundle as refusal:
            self.list_problems(refusal.problems)
            count = refusal.problems.count
            errors = "1 error" if count == 1 else f"{count} errors"
            raise CommandError(f"{errors}. Nothing was written.") from None
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.summary(outcome, dry_run)

    def person(self, email: str | None) -> User | None:
        if not email:
            return None
        user = User.objects.filter(email__iexact=email, is_active=True).first()
        if user is None:
            raise CommandError(f"There is no account {email}.")
        return user

    def opened(self, path: Path) -> BinaryIO:
        """The file, from its beginning as often as it takes; a pipe is copied first."""
        try:
            file = path.open("rb")
            if file.seekable():
                return file
            copy = tempfile.TemporaryFile()  # noqa: SIM115  closed by whoever asked for it
            while part := file.read(1 << 20):
                copy.write(part)
            return cast(BinaryIO, copy)
        except OSError as problem:
            raise CommandError(f"Cannot read {path}: {problem.strerror}.") from None

    def progress(self, line: str) -> None:
        """On a terminal one line that changes, elsewhere a line every two seconds."""
        if self.stdout.isatty():
            self.stdout.write(f"\r\033[K{line}", ending="")
            self.stdout.flush()
        elif time.monotonic() - self.shown >= SECONDS_BETWEEN_LINES:
            self.shown = time.monotonic()
            self.stdout.write(line)

    def list_problems(self, problems: Problems) -> None:
        self.clear()
        for problem in problems:
            self.stderr.write(str(problem))
        if problems.count > len(problems.errors):
            self.stderr.write(f"... and {problems.count - len(problems.errors)} more")

    def clear(self) -> None:
        if self.stdout.isatty():
            self.stdout.write("\r\033[K", ending="")

    def summary(self, outcome: Outcome, dry_run: bool) -> None:
        self.clear()
        for remark in outcome.remarks:
            self.stdout.write(f"Note: {remark}")
        self.stdout.write(outcome.municipality)
        for section, tally in outcome.tallies.items():
            counts = f"{tally.new} new, {tally.changed} changed"
            self.stdout.write(f"  {section}: {counts}" + (f", of {tally.read} read" if tally.read else ""))
        if outcome.needs:
            self.stdout.write(f"  {outcome.needs} needs read, not imported yet")
        if not outcome.changed_anything:
            self.stdout.write("Nothing to change: everything is as the file says.")
        elif dry_run:
            self.stdout.write("Dry run: nothing was written.")
