"""The menu items of this room."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from associations import rules as association_rules
from schools import rules as school_rules
from skoleplus.core.navigation import Item
from skoleplus.municipalities.rules import works_for_a_municipality


def items(request: HttpRequest) -> Iterable[Item]:
    if _is_party(request.user) or works_for_a_municipality(request.user):
        yield Item(_("Collaborations"), "collaborations:list", "handshake", personal=True)


def _is_party(user: Any) -> bool:
    return school_rules.works_at_any(user) or association_rules.writes_for_any(user)
