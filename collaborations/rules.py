"""Who belongs to which side of a collaboration."""

from typing import Any

from associations import rules as association_rules
from collaborations.enums import Side
from schools import rules as school_rules
from skoleplus.municipalities.rules import is_consultant


def speaks_for_association(user: Any, collaboration: Any) -> bool:
    return association_rules.may_edit(user, collaboration.offer.association)


def speaks_for_school(user: Any, collaboration: Any) -> bool:
    """The teacher who asked while working there, and the school's leaders."""
    if user is None or not user.is_authenticated:
        return False
    if school_rules.is_leader(user, collaboration.school):
        return True
    return collaboration.requested_by_id == user.pk and school_rules.is_staff(user, collaboration.school)


def sides(user: Any, collaboration: Any) -> set[str]:
    found: set[str] = set()
    if speaks_for_association(user, collaboration):
        found.add(Side.ASSOCIATION)
    if speaks_for_school(user, collaboration):
        found.add(Side.SCHOOL)
    return found


def can_view(user: Any, collaboration: Any) -> bool:
    """Equal to CollaborationQuerySet.visible_to, for one object."""
    return bool(sides(user, collaboration)) or is_consultant(user, collaboration.school.municipality)
