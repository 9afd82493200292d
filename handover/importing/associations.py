"""Associations: profile, contact data, attestation."""

from typing import Any

from associations.services import approve_profile
from associations.services.importing import bring_association, bring_attestation
from handover.bundle.fields import Row
from handover.importing.run import CHANGED, NEW, Run, remember
from handover.importing.texts import put_words

FACTS = ("cvr", "email", "phone", "address", "postcode", "city", "lat", "lon")
ATTESTATION = ("attested_until", "attested_on", "attested_by")


def put_associations(run: Run) -> None:
    for path, row in run.rows("associations"):
        with run.row(path):
            _put(run, row)


def _put(run: Run, row: Row) -> None:
    memory = remember(run.municipality, "associations", row["key"], row)
    association, is_new = bring_association(
        municipality=run.municipality,
        key=row["key"],
        name=row["name"],
        kind=row["kind"],
        facts={name: row[name] for name in FACTS if name in memory.changed},
        by=run.by,
        by_name=run.by_name,
    )
    if row["attested_until"] and memory.touches(*ATTESTATION):
        bring_attestation(
            association=association,
            signed_by=row["attested_by"],
            signed_on=row["attested_on"],
            valid_until=row["attested_until"],
            by=run.by,
            by_name=run.by_name,
        )
    outcome = put_words(run, association, _words(row, memory.changed), approve_profile)
    if memory.changed:
        memory.keep()
        outcome = CHANGED
    run.count("associations", NEW if is_new else outcome)


def _words(row: Row, changed: set[str]) -> dict[str, Any]:
    words: dict[str, Any] = {name: row[name] for name in ("name", "kind") if name in changed}
    if "profile" in changed:
        words |= row["profile"]
    return words
