"""Check a whole file in one reading: every row by itself, and what rows say about each other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO

from handover.bundle.checks import WRONG, kind_of, shown, usable
from handover.bundle.fields import Row
from handover.bundle.known import Known
from handover.bundle.places import MUNICIPALITY
from handover.bundle.problems import Problems, join
from handover.bundle.reading import FORMAT, LISTS, TOP, VERSION, Contents
from handover.bundle.stream import Piece, Unreadable, pieces


@dataclass(frozen=True)
class Reference:
    """Something a row points at by key; looked up when the whole file has been read."""

    to: str
    key: str
    path: str
    school: str = ""  # whose department it is
    owner: str = ""  # whose offer it is in the portal


class Inspection:
    """One reading of the file, after which every problem is known."""

    def __init__(self, file: BinaryIO, known: Known, problems: Problems, progress: Callable[[str], None]):
        self.file, self.known, self.problems, self.progress = file, known, problems, progress
        self.contents = Contents(municipality={})
        self.sections: set[str] = set()
        self.used: dict[str, dict[str, int]] = {}
        self.departments = set(known.departments)
        self.references: list[Reference] = []
        self.unusable: set[str] = set()  # lists that are none: what points there is not at fault
        self.further = {
            "associations": self._association,
            "schools": self._school,
            "offers": self._offer,
            "needs": self._need,
        }

    def run(self) -> Contents:
        """Read everything and note what is wrong; the contents count only where nothing is."""
        try:
            for piece in pieces(self.file, self.problems):
                self._piece(piece)
        except Unreadable as problem:
            self.problems.add("", str(problem))
            return self.contents
        for name in ("format", "version", "municipality"):
            if name not in self.sections:
                self.problems.add(name, "is missing")
        self._look_up()
        return self.contents

    def _piece(self, piece: Piece) -> None:
        is_first = piece.section not in self.sections
        self.sections.add(piece.section)
        if piece.section in LISTS:
            self._list(piece)
        elif piece.section not in TOP or piece.index is not None:
            if is_first:
                wrong = "must not be a list" if piece.section in TOP else "is not a field of the format"
                self.problems.add(piece.section, wrong)
        elif piece.section == "municipality":
            self.contents.municipality = MUNICIPALITY(piece.value, piece.path, self.problems) or {}
        else:
            expected = FORMAT if piece.section == "format" else VERSION
            if piece.value != expected or isinstance(piece.value, bool):
                self.problems.add(piece.section, f"must be {shown(expected)}, not {shown(piece.value)}")

    def _list(self, piece: Piece) -> None:
        if piece.index is None:
            if piece.value not in ([], None):
                self.unusable.add(piece.section)
                self.problems.add(piece.section, f"must be a list, not {kind_of(piece.value)}")
            return
        self.contents.counts[piece.section] += 1
        if piece.index and piece.index % 1000 == 0:
            self.progress(f"{piece.index} {piece.section} checked …")
        row = LISTS[piece.section](piece.value, piece.path, self.problems)
        if row is not WRONG:
            if not self._once(piece, "key", row["key"]):
                row["key"] = WRONG  # what else the row says is not about the one that has the key
            self.further[piece.section](row, piece)

    def _once(self, piece: Piece, name: str, value: Any) -> bool:
        """No two rows of a list have the same value there."""
        if not usable(value):
            return True
        seen = self.used.setdefault(f"{piece.section}.{name}", {})
        if value in seen:
            text = f"{value} is already used by {join(piece.section, seen[value])}"
            self.problems.add(join(piece.path, name), text)
            return False
        seen[value] = piece.index or 0
        return True

    def _association(self, row: Row, piece: Piece) -> None:
        self._once(piece, "cvr", row["cvr"])
        self._not_taken(piece, "cvr", row, self.known.cvr)

    def _school(self, row: Row, piece: Piece) -> None:
        self._once(piece, "institution_number", row["institution_number"])
        self._not_taken(piece, "institution_number", row, self.known.institution_numbers)
        for department in row["departments"] or ():
            if usable(department, row["key"]) and usable(department["key"]):
                self.departments.add((row["key"], department["key"]))

    def _offer(self, row: Row, piece: Piece) -> None:
        owner = self.known.offers.get(row["key"], "") if usable(row["key"]) else ""
        self._refer("associations", row["association"], piece, "association", owner=owner)
        self._in_curriculum(row["subjects"], self.known.subjects, join(piece.path, "subjects"))
        self._in_curriculum(row["areas"], self.known.areas, join(piece.path, "areas"))

    def _need(self, row: Row, piece: Piece) -> None:
        self._refer("schools", row["school"], piece, "school")
        self._in_curriculum(row["subjects"], self.known.subjects, join(piece.path, "subjects"))
        if usable(row["school"]):
            self._refer("departments", row["department"], piece, "department", school=row["school"])

    def _not_taken(self, piece: Piece, name: str, row: Row, owners: dict[str, str | None]) -> None:
        """The number is not that of something else the portal has already."""
        value = row[name]
        if usable(value, row["key"]) and value in owners and owners[value] != row["key"]:
            self.problems.add(join(piece.path, name), f"{value} is already in the portal under another key")

    def _refer(self, to: str, key: Any, piece: Piece, name: str, **more: str) -> None:
        if usable(key):
            self.references.append(Reference(to, key, join(piece.path, name), **more))

    def _in_curriculum(self, codes: Any, known: set[str], path: str) -> None:
        for i, code in enumerate(codes or ()):
            if usable(code) and code not in known:
                self.problems.add(join(path, i), f"{code} is not in the curriculum")

    def _look_up(self) -> None:
        associations = self.known.associations | set(self.used.get("associations.key", ()))
        schools = self.known.schools | set(self.used.get("schools.key", ()))
        for reference in self.references:
            if reference.to in self.unusable:
                continue
            if reference.to == "associations" and reference.key not in associations:
                self.problems.add(reference.path, f"there is no association {shown(reference.key)}")
            elif reference.owner not in ("", reference.key):
                text = f"the offer belongs to {reference.owner} and cannot change hands"
                self.problems.add(reference.path, text)
            elif reference.to == "schools" and reference.key not in schools:
                self.problems.add(reference.path, f"there is no school {shown(reference.key)}")
            elif reference.to == "departments" and self._lacks_department(reference, schools):
                text = f"{shown(reference.school)} has no department {shown(reference.key)}"
                self.problems.add(reference.path, text)

    def _lacks_department(self, reference: Reference, schools: set[str]) -> bool:
        """A school that is not there at all has been noted already."""
        return reference.school in schools and (reference.school, reference.key) not in self.departments
