"""The desk in the header's menu, for those who work there."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from skoleplus.core.navigation import Item
from skoleplus.municipalities.rules import works_for_a_municipality

DESK = Item(_("The desk"), "desk:desk", home=True)


def items(request: HttpRequest) -> Iterable[Item]:
    if works_for_a_municipality(request.user):
        yield DESK
