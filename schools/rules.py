"""Who may do what at a school."""

from typing import Any

from schools.enums import Role
from skoleplus.municipalities.rules import is_consultant
from skoleplus.screening.enums import PublicState, State


def role_at(user: Any, school: Any) -> str | None:
    """The user's role at the school, None when there is none."""
    return _roles(user).get(school.pk)


def works_at_any(user: Any) -> bool:
    return bool(_roles(user))


def _roles(user: Any) -> dict[int, str]:
    """Role by school id; read once per request object."""
    if user is None or not user.is_authenticated:
        return {}
    if not hasattr(user, "_school_roles"):
        user._school_roles = dict(user.school_memberships.values_list("school_id", "role"))
    return user._school_roles


def forget_roles(user: Any) -> None:
    """Ask the database again: the user's roles changed, or may have been changed by somebody else."""
    # Through the user itself, for the one of a request is a lazy wrapper with a __dict__ of its own.
    if hasattr(user, "_school_roles"):
        del user._school_roles


def is_staff(user: Any, school: Any) -> bool:
    return role_at(user, school) is not None


def is_leader(user: Any, school: Any) -> bool:
    return role_at(user, school) == Role.LEADER


def may_edit(user: Any, school: Any) -> bool:
    """Only leaders keep the school's public profile."""
    return is_leader(user, school)


def may_keep(user: Any, school: Any) -> bool:
    """Leaders, and the consultant for them: e-mail domains, intranet origins, invitations."""
    return is_leader(user, school) or is_consultant(user, school.municipality)


def may_open(user: Any, school: Any) -> bool:
    """The school's own pages: its staff, and the consultant."""
    return is_staff(user, school) or is_consultant(user, school.municipality)


def is_public(school: Any) -> bool:
    return school.state == PublicState.PUBLIC and school.versions.filter(state=State.APPROVED).exists()


def can_view(user: Any, school: Any) -> bool:
    """Equal to SchoolQuerySet.visible_to, for one object."""
    return is_staff(user, school) or is_consultant(user, school.municipality) or is_public(school)
