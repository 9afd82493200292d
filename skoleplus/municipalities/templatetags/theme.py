"""The link to a municipality's colours."""

from django import template
from django.urls import reverse
from django.utils.html import format_html

from skoleplus.municipalities.emails import brand
from skoleplus.municipalities.models import Municipality
from skoleplus.municipalities.theme import DEFAULT_PRIMARY, DEFAULT_SECONDARY, make_theme
from skoleplus.notifications.outbox import Brand

register = template.Library()


@register.simple_tag
def theme_link(municipality: Municipality | None) -> str:
    """The stylesheet with this municipality's colours; nothing where they are the default ones."""
    if not municipality:
        return ""
    colours = (municipality.colour, municipality.accent_colour)
    if colours == (DEFAULT_PRIMARY, DEFAULT_SECONDARY):
        return ""
    url = reverse("theme", args=[municipality.code, make_theme(*colours).digest])
    return format_html('<link rel="stylesheet" href="{}">', url)


@register.simple_tag(takes_context=True)
def brand_of(context: template.Context) -> Brand:
    """Who a mail comes from: its own brand, else the municipality of the page that caused it."""
    if found := context.get("brand"):
        return found
    municipality = getattr(context.get("request"), "municipality", None)
    return brand(municipality) if municipality else Brand()


@register.filter
def solid(colour: str) -> str:
    """The colour, dark enough for white text on it and for itself on white."""
    return make_theme(colour, DEFAULT_SECONDARY).light["accent"]


@register.filter
def bright(colour: str) -> str:
    """The colour, light enough to be text on a dark ground."""
    return make_theme(colour, DEFAULT_SECONDARY).dark["accent-ink"]
