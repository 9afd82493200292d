"""Who works for a municipality. Everything else about consultants is asked here."""

from typing import Any

from skoleplus.municipalities.enums import Role


def roles(user: Any) -> set[tuple[int, str]]:
    """(municipality id, role) of a user; read once per request object."""
    if user is None or not user.is_authenticated:
        return set()
    if not hasattr(user, "_municipal_roles"):
        user._municipal_roles = set(user.municipal_roles.values_list("municipality_id", "role"))
    return user._municipal_roles


def consultant_municipality_ids(user: Any) -> set[int]:
    """Municipalities whose consultant or administrator the user is."""
    return {municipality_id for municipality_id, _role in roles(user)}


def is_consultant(user: Any, municipality: Any) -> bool:
    """Consultant or administrator: both see what waits and decide on it (PRODUCT, people)."""
    return municipality.pk in consultant_municipality_ids(user)


def is_administrator(user: Any, municipality: Any) -> bool:
    return (municipality.pk, Role.ADMINISTRATOR) in roles(user)


def works_for_a_municipality(user: Any) -> bool:
    return bool(roles(user))
