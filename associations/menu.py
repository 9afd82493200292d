"""What the header's menu offers associations."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from associations import rules
from skoleplus.core.navigation import Item

FOR_ASSOCIATIONS = Item(_("For associations"), "associations:for_associations")
MINE = Item(_("My association"), "associations:mine", icon="users", home=True)


def items(request: HttpRequest) -> Iterable[Item]:
    """One's own association first; the way in for those who have none and are not signed in."""
    if not request.user.is_authenticated:
        yield FOR_ASSOCIATIONS
    elif rules.writes_for_any(request.user):
        yield MINE
