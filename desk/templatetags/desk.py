"""Words of the desk's own pages."""

import datetime as dt

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desk.kinds import KINDS
from skoleplus.core import clock

register = template.Library()


@register.filter
def kind_label(slug: str) -> str:
    return str(KINDS[slug].label)


@register.filter
def waited(since: dt.datetime) -> str:
    """How long something has waited, in whole days of the calendar."""
    days = (clock.today() - clock.local(since).date()).days
    if days < 1:
        return _("today")
    return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}
