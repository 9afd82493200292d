"""Who may do what with an offer."""

from typing import Any

from associations import rules as association_rules
from skoleplus.municipalities.rules import is_consultant
from skoleplus.screening.enums import PublicState, State


def may_edit(user: Any, offer: Any) -> bool:
    return association_rules.may_edit(user, offer.association)


def is_public(offer: Any) -> bool:
    return (
        offer.state == PublicState.PUBLIC
        and offer.versions.filter(state=State.APPROVED).exists()
        and association_rules.is_public(offer.association)
    )


def can_view(user: Any, offer: Any) -> bool:
    """Equal to OfferQuerySet.visible_to, for one object."""
    return may_edit(user, offer) or is_consultant(user, offer.association.municipality) or is_public(offer)


def can_view_picture(user: Any, picture: Any) -> bool:
    """Equal to PictureQuerySet.visible_to, for one picture."""
    association = picture.offer.association
    if association_rules.may_edit(user, association) or is_consultant(user, association.municipality):
        return True
    return is_public(picture.offer) and picture.versions.filter(state=State.APPROVED).exists()
