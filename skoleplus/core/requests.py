"""The request as our middleware leaves it, for annotations."""

from typing import Any

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class Request(HttpRequest):
    """What every view gets. `municipality` is that of the page, lazily; falsy before there is any."""

    municipality: Any
    htmx: HtmxDetails
    user: Any  # accounts.User, or AnonymousUser: this room does not know them
