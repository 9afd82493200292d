"""Stories of the hand-over."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from django.db import connection, transaction
from django.utils.translation import gettext as _

from handover.bundle.inspection import Inspection
from handover.bundle.known import known_to
from handover.bundle.problems import Problem, Problems
from handover.bundle.reading import Contents, municipality_code
from handover.importing.associations import put_associations
from handover.importing.municipality import municipality_of, put_holidays
from handover.importing.offers import put_offers
from handover.importing.run import Run, Tally
from handover.importing.schools import put_schools
from skoleplus.core.refusals import Refused

# Any number that nothing else in the database locks; imports are rare, so all of them share one.
IMPORT_LOCK = 7_217_001


class BadBundle(Refused):
    """The file is wrong, or a story refused some of it; `problems` says what and where."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(_("Nothing was imported. The list says what is wrong."))
        self.problems = problems


@dataclass
class Outcome:
    """What an import did, or in a dry run would have done."""

    municipality: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    needs: int = 0
    remarks: list[Problem] = field(default_factory=list)

    @property
    def changed_anything(self) -> bool:
        return any(tally.new or tally.changed for tally in self.tallies.values())


class DryRun(Exception):
    """Rolls back what a dry run has done."""


def import_bundle(
    *,
    file: BinaryIO,
    by: Any,
    publish: bool = False,
    dry_run: bool = False,
    progress: Callable[[str], None] = lambda line: None,
) -> Outcome:
    """Read a municipality's bundle into the portal: whole, or nothing of it.

    The same file again changes nothing. What the sender has changed since becomes a new version (words) or
    applies at once (contact data, times); what people have changed in the portal meanwhile stays.

    Args:
        file: the bundle, opened for reading bytes, seekable; see docs/bundle.md.
        by: the user who vouches for the texts; None for the operator at the command line.
        publish: let the texts pass screening on that word, instead of waiting for the consultant.
        dry_run: do everything, and take it back.
        progress: told a line now and then.

    Raises:
        BadBundle: with every problem of the file.
        Refused: another import is running.
    """
    problems = Problems()
    try:
        with transaction.atomic():
            _only_import()
            contents = _inspected(file, problems, progress)
            outcome = _import(file, contents, problems, by, publish, progress)
            if dry_run:
                raise DryRun
    except DryRun:
        pass
    outcome.remarks = problems.remarks
    return outcome


def _only_import() -> None:
    """Held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [IMPORT_LOCK])
        if not cursor.fetchone()[0]:
            raise Refused(_("Another import is running. Wait until it has ended and try again."))


def _inspected(file: BinaryIO, problems: Problems, progress: Callable[[str], None]) -> Contents:
    known = known_to(municipality_code(file))
    contents = Inspection(file, known, problems, progress).run()
    if problems:
        raise BadBundle(problems)
    return contents


def _import(
    file: BinaryIO,
    contents: Contents,
    problems: Problems,
    by: Any,
    publish: bool,
    progress: Callable[[str], None],
) -> Outcome:
    who = str(by) if by is not None else _("the operator")
    run = Run(
        file=file,
        municipality=municipality_of(contents.municipality),
        contents=contents,
        problems=problems,
        by=by,
        by_name="" if by is not None else who,
        note=_("Published without screening, on the word of %(who)s at an import.") % {"who": who},
        publish=publish,
        progress=progress,
    )
    put_holidays(run)
    for put in (put_associations, put_schools, put_offers):
        put(run)
    if problems:
        raise BadBundle(problems)
    return Outcome(str(run.municipality), run.tallies, needs=contents.counts["needs"])
