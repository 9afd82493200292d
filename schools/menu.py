"""The menu items of this room."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from schools import rules
from skoleplus.core.navigation import Item


def items(request: HttpRequest) -> Iterable[Item]:
    if rules.works_at_any(request.user):
        yield Item(_("My school"), "schools:mine", "school", personal=True, home=True)
