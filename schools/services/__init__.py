"""What happens at a school: profile, people (staff.py), classes, what its leaders keep (settings.py)."""

from schools.services.classes import change_class, class_of
from schools.services.invitations import accept_invitation, invite_staff, revoke_invitation
from schools.services.profile import approve_profile, reject_profile, request_profile_changes
from schools.services.settings import add_domain, add_origin, remove_domain, remove_origin
from schools.services.staff import join_by_domain, remove_staff

__all__ = [
    "accept_invitation",
    "add_domain",
    "add_origin",
    "approve_profile",
    "change_class",
    "class_of",
    "invite_staff",
    "join_by_domain",
    "reject_profile",
    "remove_domain",
    "remove_origin",
    "remove_staff",
    "request_profile_changes",
    "revoke_invitation",
]
