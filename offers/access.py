"""Which offer a page of an association is about; somebody else's does not exist."""

from django.shortcuts import get_object_or_404

from associations.models import Association
from offers.models import Offer


def offer_of(association: Association, pk: int) -> Offer:
    """The association's offer, with what pages ask of it. Raises Http404."""
    offer = get_object_or_404(association.offers.select_related("group"), pk=pk)
    offer.association = association
    return offer
