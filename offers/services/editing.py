"""Writing an offer: words go into the open version, what applies at once onto the offer, logged."""

import re
import uuid
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from associations.models import Association
from offers.models import Offer, OfferVersion
from skoleplus.core.clock import now
from skoleplus.core.constraints import constraint_of
from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.core.slugs import danish_slug, free_slug
from skoleplus.core.workflow import lock, write_log
from skoleplus.screening import services as screening
from skoleplus.screening.enums import OPEN, State

# Apply at once, beside the words (PRODUCT §3).
FACTS = ("contact_name", "contact_email", "contact_phone", "notice_days")
SLUG_FALLBACK = "tilbud"
MANY = 5


@transaction.atomic
def create_offer(
    *,
    association: Association,
    by: Any,
    words: dict[str, Any] | None = None,
    facts: dict[str, Any] | None = None,
    form_id: uuid.UUID | None = None,
    key: str | None = None,
) -> Offer:
    """Begin an offer: the offer itself and its first draft.

    Args:
        by: a member of the association, None for an import.
        words: of the first version, by field name.
        facts: what applies at once: contact and days of notice.
        form_id: sent along by the form. The same form sent again finds the offer it made and saves there.
        key: the sender's own id in a bundle.

    Raises:
        NotAllowed: not a member, or the form belongs to somebody else's offer.
        Outdated: the form's offer has been sent to the consultant meanwhile.
    """
    if by is not None and not association.can_edit(by):
        raise NotAllowed(_("You do not write for %(association)s.") % {"association": association})
    lock(association)
    offer = _made_by_form(association, form_id)
    if offer is None:
        offer = Offer(association=association, form_id=form_id, key=key, created_at=now())
        _name(offer, (words or {}).get("title", ""))
    save_offer(offer=offer, words=words or {}, by=by)
    change_facts(offer=offer, facts=facts or {}, by=by)
    return offer


def _made_by_form(association: Association, form_id: uuid.UUID | None) -> Offer | None:
    offer = Offer.objects.select_related("association").filter(form_id=form_id).first() if form_id else None
    if offer is not None and offer.association_id != association.pk:
        raise NotAllowed(_("This page is worn out. Open the form again and start from there."))
    return offer


@transaction.atomic
def save_offer(*, offer: Offer, by: Any, words: dict[str, Any]) -> OfferVersion:
    """Save words in the open version, or in a new draft of the published one where they say something new.

    Args:
        words: by field name of OfferVersion.WORDS; many-to-many values as lists.

    Returns:
        The version that says so now: the open one, or the decided one when nothing is new.

    Raises:
        NotAllowed: not a member of the association.
        Outdated: a version waits for the consultant; take it back first.
    """
    decided = _decided(offer)
    if decided is not None and not any(screening.differs(decided, name, words[name]) for name in words):
        return decided
    version = screening.open_draft(subject=offer, by=by)
    changed = screening.write(version=version, by=by, words=words)
    if "title" in changed:
        _follow_title(offer, version.title)
    return version


def _decided(offer: Offer) -> OfferVersion | None:
    """The version a new draft would copy, where no draft is open."""
    newest = offer.versions.exclude(state=State.DISCARDED).order_by("-number").first()
    return newest if newest is not None and newest.state not in OPEN else None


def _follow_title(offer: Offer, title: str) -> None:
    """The address follows the title until somebody else may have seen it."""
    seen = offer.versions.exclude(state__in=[State.DRAFT, State.DISCARDED]).exists()
    numbered = rf"{re.escape(danish_slug(title) or SLUG_FALLBACK)}(-\d+)?"
    if not seen and not re.fullmatch(numbered, offer.slug):
        _name(offer, title)


def _name(offer: Offer, title: str) -> None:
    """Save the offer under a free slug; another association may take the same one at the same moment."""
    for _attempt in range(MANY):
        offer.slug = free_slug(Offer, title, fallback=SLUG_FALLBACK)
        try:
            with transaction.atomic():
                return offer.save()
        except IntegrityError as error:
            if not constraint_of(error).startswith("offers_offer_slug"):
                raise
    raise Refused(_("Many people are writing right now. Try again in a moment."))


@transaction.atomic
def change_facts(*, offer: Offer, by: Any, facts: dict[str, Any]) -> None:
    """Change what applies at once: contact and days of notice; logged.

    Raises:
        NotAllowed: not a member of the association, or not a name of FACTS.
    """
    if by is not None and not offer.can_edit(by):
        raise NotAllowed(_("You do not write for %(association)s.") % {"association": offer.association})
    lock(offer)
    if unknown := set(facts) - set(FACTS):
        raise NotAllowed(f"Not facts of an offer: {', '.join(sorted(unknown))}")
    changed = [name for name, value in facts.items() if getattr(offer, name) != value]
    if not changed:
        return
    for name in changed:
        setattr(offer, name, facts[name])
    offer.save(update_fields=changed)
    labels = ", ".join(str(getattr(Offer._meta.get_field(name), "verbose_name", name)) for name in changed)
    write_log(offer, "change_facts", offer.state, by=by, note=labels)


@transaction.atomic
def discard(*, version: OfferVersion, by: Any) -> OfferVersion:
    """Give up the open version; what is published stays as it is. Raises Outdated or NotAllowed."""
    lock(version.subject)
    return screening.discard(version=version, by=by)
