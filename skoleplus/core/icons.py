"""Icons as inline SVG, rendered once per process and kept."""

from functools import cache

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from lucide import _render_icon


@cache
def icon(name: str, size: int = 20) -> SafeString:
    """An icon of lucide (https://lucide.dev/icons), hidden from screen readers: words stand beside it.

    Args:
        size: width and height in CSS pixels at the usual text size; the icon grows with the text.

    Raises:
        lucide.IconDoesNotExist: there is no icon of that name.
    """
    side = f"{size / 16:g}rem"
    drawn = _render_icon(str(conditional_escape(name)), None, aria_hidden="true", focusable="false")
    drawn = "".join(line.strip() for line in drawn.splitlines())
    return mark_safe(drawn.replace('width="24" height="24"', f'width="{side}" height="{side}"', 1))
