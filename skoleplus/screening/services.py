"""Stories of a screened text, the same for every room.

A room's own stories (`associations.services.approve_profile`, `offers.services.approve_offer`) call these and
add what is theirs: the name that follows the text, the search index, the mails. Lock order: subject, version.
"""

import datetime as dt
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils.translation import gettext as _

from skoleplus.core.clock import now
from skoleplus.core.refusals import NotAllowed, Outdated
from skoleplus.core.workflow import lock, perform, write_log
from skoleplus.screening.enums import EDITABLE, State
from skoleplus.screening.models import Version

V = TypeVar("V", bound=Version)


@transaction.atomic
def open_draft(*, subject: Any, by: Any) -> Any:
    """The version that can be written in: the open one, or a new draft that keeps the newest decided text.

    Args:
        subject: what the words are about; it has `versions` and `can_edit`.
        by: somebody who may edit, or None for an import.

    Raises:
        NotAllowed: the actor does not write for the subject.
        Outdated: a version is waiting for the consultant; it must be taken back first.
    """
    if by is not None and not subject.can_edit(by):
        raise NotAllowed(_("You do not write for %(subject)s.") % {"subject": subject})
    lock(subject)
    version = subject.versions.open().first()
    if version is None:
        return _new_draft(subject, by)
    if version.state not in EDITABLE:
        raise Outdated(
            _("The text is with the consultant. Take it back to write on, or wait for the answer.")
        )
    return version


def _new_draft(subject: Any, by: Any) -> Any:
    model = subject.versions.model
    source = subject.versions.filter(state__in=[State.APPROVED, State.REJECTED]).order_by("-number").first()
    newest = subject.versions.aggregate(newest=models.Max("number"))["newest"] or 0
    draft = model(
        subject=subject, number=newest + 1, created_at=now(), created_by=by, edited_at=now(), edited_by=by
    )
    lists = {}
    for name in model.WORDS if source else ():
        if model._meta.get_field(name).many_to_many:
            lists[name] = list(getattr(source, name).all())
        else:
            setattr(draft, name, getattr(source, name))
    draft.save()
    for name, rows in lists.items():
        getattr(draft, name).set(rows)
    write_log(draft, "create", "", by=by)
    return draft


@transaction.atomic
def write(*, version: Version, by: Any, words: dict[str, Any]) -> list[str]:
    """Save words in an open draft; returns the names of those that changed.

    Args:
        version: a draft, or one for which changes are requested.
        by: who writes, None for an import.
        words: new values by field name; many-to-many values as lists.

    Raises:
        Outdated: the version has been sent or decided meanwhile.
        NotAllowed: the actor may not write, or a field is not one of the words.
    """
    if by is not None and not version.can_edit(by):
        raise NotAllowed(_("You do not write for %(subject)s.") % {"subject": version.subject})
    lock(version)
    if version.state not in EDITABLE:
        raise Outdated(version.refusal(version.workflow["submit"]))
    unknown = set(words) - set(version.WORDS)
    if unknown:
        raise NotAllowed(f"Not words of {version._meta.label}: {', '.join(sorted(unknown))}")
    changed = [name for name, value in words.items() if differs(version, name, value)]
    if not changed:
        return []
    for name in changed:
        if version._meta.get_field(name).many_to_many:
            getattr(version, name).set(words[name])
        else:
            setattr(version, name, words[name])
    version.edited_at, version.edited_by = now(), by
    plain = [name for name in changed if not version._meta.get_field(name).many_to_many]
    version.save(update_fields=[*plain, "edited_at", "edited_by"])
    return changed


def differs(version: Version, name: str, value: Any) -> bool:
    """Whether writing the value would change the version."""
    if version._meta.get_field(name).many_to_many:
        present = set(getattr(version, name).values_list("pk", flat=True))
        return present != {getattr(row, "pk", row) for row in value}
    return getattr(version, name) != value


@transaction.atomic
def submit(*, version: V, by: Any) -> V:
    """Hand the version to the consultant. Raises Outdated or NotAllowed."""
    return perform(version, "submit", by=by, as_system=by is None, submitted_at=now())


@transaction.atomic
def withdraw(*, version: V, by: Any) -> V:
    """Take back what the consultant has not decided yet. Raises Outdated or NotAllowed."""
    return perform(version, "withdraw", by=by)


@transaction.atomic
def discard(*, version: V, by: Any) -> V:
    """Give up an open version; the public one stays as it is. Raises Outdated or NotAllowed."""
    return perform(version, "discard", by=by)


@transaction.atomic
def approve(
    *, version: V, by: Any, note: str = "", seen: dt.datetime | None = None, as_system: bool = False
) -> V:
    """Publish the version; the one published before is superseded by the same story.

    Args:
        seen: `submitted_at` of what the consultant was shown. If the text was taken back, changed and sent
            again meanwhile, nobody has read it yet.
        as_system: approved by policy, or on the word of an import's actor; logged as such in `note`.

    Raises:
        Outdated: decided already, or sent again since it was shown.
        NotAllowed: not a consultant of this municipality.
    """
    lock(version.subject)
    lock(version)
    _still_the_same(version, seen)
    # First the check and then the move: a refused decision must leave the published version alone.
    if version.state == State.SUBMITTED and (as_system or version.allows(by, "approve")):
        for published in version.subject.versions.published():
            perform(published, "supersede", by=None)
    return perform(version, "approve", by=by, note=note, as_system=as_system, decided_at=now(), decided_by=by)


@transaction.atomic
def request_changes(*, version: V, by: Any, note: str, seen: dt.datetime | None = None) -> V:
    """Send the version back with a note on what to change. Raises Outdated or NotAllowed."""
    lock(version)
    _still_the_same(version, seen)
    return perform(version, "request_changes", by=by, note=note)


@transaction.atomic
def reject(*, version: V, by: Any, note: str, seen: dt.datetime | None = None) -> V:
    """Refuse the version with a note on why; a new draft keeps its text. Raises Outdated or NotAllowed."""
    lock(version)
    _still_the_same(version, seen)
    return perform(version, "reject", by=by, note=note, decided_at=now(), decided_by=by)


def _still_the_same(version: Version, seen: dt.datetime | None) -> None:
    if seen is not None and version.state == State.SUBMITTED and version.submitted_at != seen:
        raise Outdated(_("The text was changed and sent again after you opened it. Read it once more."))
