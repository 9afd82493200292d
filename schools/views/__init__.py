"""A school's own pages: joining (join.py), overview and classes (own.py), people (staff.py), settings."""

from schools.views.join import accept_invitation, join, join_school
from schools.views.own import add_class, change_class, mine, page
from schools.views.settings import add_domain, add_origin, remove_domain, remove_origin, settings
from schools.views.staff import invite, remove, revoke, staff

__all__ = [
    "accept_invitation",
    "add_class",
    "add_domain",
    "add_origin",
    "change_class",
    "invite",
    "join",
    "join_school",
    "mine",
    "page",
    "remove",
    "remove_domain",
    "remove_origin",
    "revoke",
    "settings",
    "staff",
]
