"""Words that are screened: into a version, to the consultant, and public where somebody vouches for them."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from handover.importing.run import CHANGED, UNCHANGED, Run
from skoleplus.core.refusals import Refused
from skoleplus.core.workflow import perform
from skoleplus.screening import services as screening
from skoleplus.screening.enums import State
from skoleplus.screening.models import Version

Approve = Callable[..., Any]


def put_words(run: Run, subject: Any, words: dict[str, Any], approve: Approve) -> str:
    """Bring the words of a subject in line with what was sent.

    Only an import's own open version is written on; one that a person has begun is theirs to finish.

    Args:
        words: the fields that the sender has changed.
        approve: the room's story that publishes.

    Raises:
        Refused: somebody is writing a version of the same subject in the portal.
    """
    version = subject.versions.open().first()
    outcome = UNCHANGED
    if differing(version or subject.versions.published().first(), words):
        if version is not None and version.edited_by_id is not None:
            raise Refused(_being_written(version))
        version = _write(subject, version, words)
        outcome = CHANGED
    return hand_in(run, version, approve) or outcome


def hand_in(run: Run, version: Version | None, approve: Approve) -> str | None:
    """Send an import's own version to the consultant, and publish it where somebody vouches for it."""
    if version is None or version.edited_by_id is not None:
        return None
    outcome = None
    if version.state == State.DRAFT:
        screening.submit(version=version, by=None)
        outcome = CHANGED
    if run.publish and version.state == State.SUBMITTED:
        approve(version=version, by=run.by, note=run.note, as_system=True)
        outcome = CHANGED
    return outcome


def differing(version: Version | None, words: dict[str, Any]) -> list[str]:
    """The names of those words that the version does not have; without a version, all."""
    if version is None:
        return list(words)
    return [name for name, value in words.items() if _differs(version, name, value)]


def _differs(version: Version, name: str, value: Any) -> bool:
    if version._meta.get_field(name).many_to_many:
        return set(getattr(version, name).all()) != set(value)
    return getattr(version, name) != value


def _write(subject: Any, version: Version | None, words: dict[str, Any]) -> Version:
    if version is not None and version.state == State.SUBMITTED:
        perform(version, "withdraw", by=None, as_system=True)
    draft = screening.open_draft(subject=subject, by=None)
    screening.write(version=draft, by=None, words=words)
    if draft.state == State.CHANGES_REQUESTED:
        screening.submit(version=draft, by=None)
    return draft


def _being_written(version: Version) -> str:
    return _(
        "%(who)s has begun a new version in the portal. Import again when it has been decided or discarded."
    ) % {"who": version.edited_by}
