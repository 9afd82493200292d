"""Who is calling: the address of the machine at the other end, for rate limits and logs."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_ip(request: HttpRequest) -> str:
    """The caller's address; empty when it cannot be known (a unix socket without a proxy's word).

    Behind a proxy (BEHIND_PROXY) it is the last entry of X-Forwarded-For: the ones before it are whatever the
    caller wrote.
    """
    said = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        said = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2] or said
    try:
        return str(ipaddress.ip_address(said.strip()))
    except ValueError:
        return ""
