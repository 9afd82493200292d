"""The header's menu. Rooms add their items by a function named in settings.NAVIGATION."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Item:
    """One line of the menu.

    Args:
        label: a word or two.
        url_name: what reverse() understands; an item whose address does not exist is left out.
        icon: shown beside it in the personal menu.
        personal: belongs to the person (right-hand menu), not to the portal.
        home: somebody may begin here after signing in.
        args: for reverse().
    """

    label: str | Promise
    url_name: str
    icon: str = ""
    personal: bool = False
    home: bool = False
    args: tuple[object, ...] = ()

    @property
    def url(self) -> str:
        return reverse(self.url_name, args=self.args)


@dataclass(frozen=True)
class Line:
    """An item as the page shows it: `here` on its own page, `current` on those below it too."""

    label: str | Promise
    url: str
    icon: str
    current: bool
    here: bool


@dataclass
class Menu:
    portal: list[Line] = field(default_factory=list)
    personal: list[Line] = field(default_factory=list)


PUBLIC = (
    Item(_("Find offers"), "offers:list"),
    Item(_("Associations"), "associations:list"),
    Item(_("Schools"), "schools:list"),
)


def menu_for(request: HttpRequest | None) -> Menu:
    """The items this person sees, the current one marked."""
    menu = Menu()
    here = request.path if request else ""
    for item in _items(request):
        try:
            url = item.url
        except NoReverseMatch:
            continue
        below = len(url) > 1 and here.startswith(url)
        line = Line(item.label, url, item.icon, current=below or here == url, here=here == url)
        (menu.personal if item.personal else menu.portal).append(line)
    return menu


def home_of(request: HttpRequest) -> str:
    """Where this person begins after signing in; empty when they have nothing of their own yet.

    Rooms are asked in turn and the last that answers wins: the desk before an association.
    """
    homes = [item for item in _items(request) if item.home]
    return homes[-1].url if homes else ""


def _items(request: HttpRequest | None) -> Iterable[Item]:
    yield from PUBLIC
    # A request that was refused early (a wrong host) has no user yet.
    if request is not None and hasattr(request, "user"):
        for source in _sources():
            yield from source(request)


@cache
def _sources() -> list[Callable[[HttpRequest], Iterable[Item]]]:
    return [import_string(path) for path in getattr(settings, "NAVIGATION", [])]
