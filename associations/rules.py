"""Who may do what with an association."""

from typing import Any

from associations.enums import Role
from skoleplus.municipalities.rules import is_consultant
from skoleplus.screening.enums import PublicState, State


def role_of(user: Any, association: Any) -> str | None:
    """The user's role in the association, None when there is none."""
    return _roles(user).get(association.pk)


def writes_for_any(user: Any) -> bool:
    return bool(_roles(user))


def _roles(user: Any) -> dict[int, str]:
    """Role by association id; read once per request object."""
    if user is None or not user.is_authenticated:
        return {}
    if not hasattr(user, "_association_roles"):
        user._association_roles = dict(user.association_memberships.values_list("association_id", "role"))
    return user._association_roles


def forget_roles(user: Any) -> None:
    """Ask the database again: the user's roles changed, or may have been changed by somebody else."""
    # Through the user itself, for the one of a request is a lazy wrapper with a __dict__ of its own.
    if hasattr(user, "_association_roles"):
        del user._association_roles


def may_edit(user: Any, association: Any) -> bool:
    return role_of(user, association) is not None


def may_manage_members(user: Any, association: Any) -> bool:
    return role_of(user, association) == Role.OWNER


def is_public(association: Any) -> bool:
    return (
        association.state == PublicState.PUBLIC and association.versions.filter(state=State.APPROVED).exists()
    )


def can_view(user: Any, association: Any) -> bool:
    """Equal to AssociationQuerySet.visible_to, for one object."""
    return (
        may_edit(user, association) or is_consultant(user, association.municipality) or is_public(association)
    )
