"""The look's tags: icons, art, and components that wrap something.

A component is one template in templates/components/, with its parameters documented at its top. Those that
wrap something are block tags here: {% panel title=_("Waiting") %}…{% endpanel %}. The others are included:
{% include "components/pager.html" with page=page_obj %}. All of them stand on /stil/ in development.
"""

from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import Field, Textarea
from django.template.base import Parser
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from skoleplus.core import art as drawing
from skoleplus.core import compare, navigation
from skoleplus.core.icons import icon as draw_icon

register = template.Library()

# Component -> the parameters its template knows. A parameter that is not listed is a typing error.
BLOCKS: dict[str, set[str]] = {
    "box": {"title", "label"},
    "card": {"title", "url", "by", "tags", "picture", "key", "topic", "corner", "level", "why", "eager"},
    "empty": {"title", "icon", "level"},
    "filters": {"title", "chosen", "label"},
    "fold": {"title", "open"},
    "notice": {"kind", "title", "level"},
    "page_head": {"title", "lead", "overline"},
    "panel": {"title", "id", "link", "link_text", "level"},
    "scroller": {"label", "labelledby"},
}


def _block_tag(name: str, known: set[str]) -> None:
    def render(context: template.Context, content: str, **given: Any) -> SafeString:
        if unknown := given.keys() - known:
            raise template.TemplateSyntaxError(f"{name} has no parameter {', '.join(sorted(unknown))}")
        # The wrapped content was rendered by the same engine, which escaped what it had to.
        values = {"body": mark_safe(content.strip()), "request": context.get("request")}
        return render_to_string(f"components/{name}.html", values | given)

    render.__name__ = name
    register.simple_block_tag(takes_context=True, end_name=f"end{name}")(render)


for _name, _known in BLOCKS.items():
    _block_tag(_name, _known)


@register.simple_tag
def icon(name: str, size: int = 20) -> SafeString:
    """{% icon "users" %} an icon of lucide, decorative; words stand beside it."""
    return draw_icon(str(name), size)


@register.simple_tag
def art(key: str, *topics: str) -> SafeString:
    """{% art offer.slug "Idræt" %} what stands where there is no picture."""
    return drawing.draw(drawing.motif_for(str(key), *(str(topic) for topic in topics if topic)))


@register.simple_tag
def fact(icon_name: str, text: object, term: str = "") -> SafeString:
    """A fact with its icon: in <ul class="card-facts"> without a term, in <dl class="facts"> with one."""
    sign = draw_icon(icon_name, 22 if term else 18)
    if term:
        return format_html("<div>{}<dt>{}</dt><dd>{}</dd></div>", sign, term, text)
    return format_html("<li>{}<span>{}</span></li>", sign, text)


@register.inclusion_tag("components/crumbs.html")
def crumbs(*parts: str) -> dict[str, object]:
    """{% crumbs _("Offers") offers_url offer.title %}: words and addresses in turn, the current page last."""
    pairs = list(zip(parts[:-1:2], parts[1::2], strict=True))
    return {"links": pairs, "current": parts[-1]}


@register.inclusion_tag("components/compare.html")
def compared(label: str, old: str | None, new: str | None) -> dict[str, object]:
    """{% compared _("Title") old.title new.title %}: one field, old and new beside each other."""
    return {"label": label, **compare.sides(old or "", new or "")}


@register.simple_tag(takes_context=True)
def menu(context: template.Context) -> navigation.Menu:
    """{% menu as menu %}: what the header offers to this person (skoleplus/core/navigation.py)."""
    return navigation.menu_for(context.get("request"))


@register.tag
def capture(parser: Parser, token: template.base.Token) -> template.Node:
    """{% capture name %}…{% endcapture %}: what is between, as a variable to give to a component."""
    name = token.split_contents()[1]
    nodes = parser.parse(("endcapture",))
    parser.delete_first_token()
    return _Capture(name, nodes)


class _Capture(template.Node):
    def __init__(self, name: str, nodes: template.NodeList) -> None:
        self.name, self.nodelist = name, nodes

    def render(self, context: template.Context) -> str:
        context[self.name] = mark_safe(self.nodelist.render(context).strip())
        return ""


@register.filter
def in_page_order(form: Any) -> list[Any]:
    """The visible fields in the order of the page: as the layout has them, then the others."""
    layout = getattr(getattr(form, "helper", None), "layout", None)
    places = {found.name: place for place, found in enumerate(layout.get_field_names())} if layout else {}
    return sorted(form.visible_fields(), key=lambda field: places.get(field.name, len(places)))


@register.filter
def error_target(bound_field: Any) -> str:
    """The id an error summary links to: the field, or the first of its check boxes or radio buttons."""
    return bound_field.id_for_label or f"{bound_field.auto_id}_0"


@register.filter
def shape(bound_field: Any) -> str:
    """How templates/skoleplus/field.html draws a field: hidden, choices, check or plain."""
    widget = bound_field.field.widget
    if widget.is_hidden:
        return "hidden"
    if getattr(widget, "input_type", "") in ("radio", "checkbox"):
        return "choices" if hasattr(widget, "optgroups") else "check"
    return "group" if bound_field.use_fieldset else "plain"


@register.filter
def counts(bound_field: Any) -> bool:
    """Whether a field tells how many characters are left: attrs data-limit, or a textarea with a maximum."""
    attrs = bound_field.field.widget.attrs
    return "data-limit" in attrs or ("maxlength" in attrs and isinstance(bound_field.field.widget, Textarea))


@register.filter
def option_groups(bound_field: Any) -> list[Any]:
    """(group name, options, index) of check boxes or radio buttons, with Django's own attributes."""
    widget = bound_field.field.widget
    attrs = bound_field.build_widget_attrs({"id": bound_field.auto_id}, widget)
    return widget.get_context(bound_field.html_name, bound_field.value(), attrs)["widget"]["optgroups"]


@register.filter
def picker_groups(bound_field: Any) -> list[dict[str, Any]]:
    """The groups of a field for components/picker.html."""
    return [
        {
            "title": title or bound_field.label,
            "chosen": sum(bool(option["selected"]) for option in options),
            "options": [
                {
                    "name": option["name"],
                    "value": option["value"],
                    "label": option["label"],
                    "checked": option["selected"],
                    "id": option["attrs"].get("id"),
                }
                for option in options
            ],
        }
        for title, options, _index in option_groups(bound_field)
    ]


@register.filter
def shown_pages(page: Page) -> list[Any]:
    """Page numbers worth a link, with "…" for those left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.filter
def says_only_required(error: object) -> bool:
    """Whether an error is Django's own for an empty field, which does not say which field it means."""
    return str(error) == str(Field.default_error_messages["required"])
