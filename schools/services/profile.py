"""The screening of a school's public profile, called from the consultant's desk."""

import datetime as dt
from typing import Any

from django.db import transaction

from schools import emails
from schools.models import ProfileVersion
from skoleplus.screening import services as screening


@transaction.atomic
def approve_profile(
    *,
    version: ProfileVersion,
    by: Any,
    note: str = "",
    seen: dt.datetime | None = None,
    as_system: bool = False,
) -> ProfileVersion:
    """Publish a school's profile; the school's name follows it.

    Args:
        seen: `submitted_at` of what the consultant was shown.
        as_system: approved on the word of an import's actor, who is named in `note`.

    Raises:
        Outdated: decided already, or sent again since it was shown.
        NotAllowed: not a consultant of the school's municipality.
    """
    screening.approve(version=version, by=by, note=note, seen=seen, as_system=as_system)
    school = version.subject
    if school.name != version.name:
        school.name = version.name
        school.save(update_fields=["name"])
    if not as_system:
        emails.profile_decided(version, "approved", note)
    return version


@transaction.atomic
def request_profile_changes(
    *, version: ProfileVersion, by: Any, note: str, seen: dt.datetime | None = None
) -> ProfileVersion:
    """Send the profile back to the school's leaders with a note. Raises Outdated or NotAllowed."""
    screening.request_changes(version=version, by=by, note=note, seen=seen)
    emails.profile_decided(version, "changes_requested", note)
    return version


@transaction.atomic
def reject_profile(
    *, version: ProfileVersion, by: Any, note: str, seen: dt.datetime | None = None
) -> ProfileVersion:
    """Refuse the profile with a note on why; a new draft keeps its text. Raises Outdated or NotAllowed."""
    screening.reject(version=version, by=by, note=note, seen=seen)
    emails.profile_decided(version, "rejected", note)
    return version
