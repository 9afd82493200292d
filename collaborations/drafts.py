"""What was typed in an inquiry by somebody who had to sign in first; kept in the session until it is sent."""

from django.http import HttpRequest

from offers.models import Offer

FIELDS = ("form_id", "school_class", "new_name", "new_grade", "pupils", "message", "time")
LONGEST = 4000


def keep(request: HttpRequest, offer: Offer) -> None:
    typed = {name: request.POST[name][:LONGEST] for name in FIELDS if request.POST.get(name)}
    request.session[_key(offer)] = typed


def kept(request: HttpRequest, offer: Offer) -> dict[str, str]:
    return request.session.get(_key(offer), {})


def drop(request: HttpRequest, offer: Offer) -> None:
    request.session.pop(_key(offer), None)


def _key(offer: Offer) -> str:
    return f"inquiry:{offer.pk}"
