from typing import Any

from django.http import HttpRequest


def municipality(request: HttpRequest) -> dict[str, Any]:
    """The municipality of the page, for its name, colours and contact."""
    return {"municipality": getattr(request, "municipality", None)}
