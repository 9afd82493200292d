"""Cards of offers, drawn once and kept: the same card stands on many pages."""

from functools import lru_cache

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from offers.catalogue.cards import Card

register = template.Library()


@register.simple_tag
def offer_card(offer: Card, eager: bool = False, level: int = 3) -> SafeString:
    """{% offer_card offer eager=True level=2 %}: eager for those seen first, level of the heading."""
    return (_draw if settings.DEBUG else _kept)(offer, eager, level)


def _draw(offer: Card, eager: bool, level: int) -> SafeString:
    return render_to_string("offers/card.html", {"offer": offer, "eager": eager, "level": level})


# Everything a card says is in its data, so nothing can grow old here.
_kept = lru_cache(maxsize=2000)(_draw)
