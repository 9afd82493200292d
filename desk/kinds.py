"""What a consultant screens: three kinds of text, one row each. A new kind is a new row."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from associations import services as associations
from associations.models import Association
from associations.models import ProfileVersion as AssociationProfile
from associations.models import ProfileVersionLog as AssociationProfileLog
from associations.views.public import preview as association_preview
from offers import services as offers
from offers.models import OfferVersion, OfferVersionLog
from offers.views.edit import preview_version as offer_preview
from schools import services as schools
from schools.models import ProfileVersion as SchoolProfile
from schools.models import ProfileVersionLog as SchoolProfileLog
from skoleplus.core.requests import Request
from skoleplus.municipalities.rules import consultant_municipality_ids
from skoleplus.screening.models import Version

Story = Callable[..., Version]


@dataclass(frozen=True)
class Kind:
    """How the desk handles one kind of text.

    Args:
        slug: in the address.
        label, plural: a word or two.
        definite: as in "sent the profile".
        model, log: the room's versions and what happened to them.
        title: lookup of what it is called.
        owner: lookup of whose it is.
        municipality: lookup of whose consultants screen it.
        stories: what each transition of the workflow calls.
        association: the association it belongs to, whose declaration the consultant looks at.
        preview: the public page with this version's words; None while the room has none.
        related: what is read with it in one statement.
    """

    slug: str
    label: str | Promise
    plural: str | Promise
    definite: str | Promise
    model: Any
    log: Any
    title: str
    owner: str
    municipality: str
    stories: dict[str, Story]
    association: Callable[[Any], Association | None] = lambda version: None
    preview: Callable[[Request, Any], HttpResponse] | None = None
    related: tuple[str, ...] = ("subject__municipality",)

    def called(self, version: Any) -> str:
        return str(attrgetter(self.title)(version))

    def whose(self, version: Any) -> str:
        return str(attrgetter(self.owner.replace("__", "."))(version))

    def of(self, user: Any) -> Any:
        """The versions this consultant may see: those of the own municipality."""
        ids = consultant_municipality_ids(user)
        return self.model.objects.filter(**{f"{self.municipality}__in": ids})


KINDS = {
    kind.slug: kind
    for kind in (
        Kind(
            slug="forening",
            label=_("Association"),
            plural=_("Associations"),
            definite=_("the profile"),
            model=AssociationProfile,
            log=AssociationProfileLog,
            title="name",
            owner="subject__name",
            municipality="subject__municipality",
            stories={
                "approve": associations.approve_profile,
                "request_changes": associations.request_profile_changes,
                "reject": associations.reject_profile,
            },
            association=lambda version: version.subject,
            preview=association_preview,
        ),
        Kind(
            slug="skole",
            label=_("School"),
            plural=_("Schools"),
            definite=_("the school's profile"),
            model=SchoolProfile,
            log=SchoolProfileLog,
            title="name",
            owner="subject__name",
            municipality="subject__municipality",
            stories={
                "approve": schools.approve_profile,
                "request_changes": schools.request_profile_changes,
                "reject": schools.reject_profile,
            },
        ),
        Kind(
            slug="tilbud",
            label=_("Offer"),
            plural=_("Offers"),
            definite=_("the offer"),
            model=OfferVersion,
            log=OfferVersionLog,
            title="title",
            owner="subject__association__name",
            municipality="subject__association__municipality",
            stories={
                "approve": offers.approve_offer,
                "request_changes": offers.request_offer_changes,
                "reject": offers.reject_offer,
            },
            association=lambda version: version.subject.association,
            preview=offer_preview,
            related=("subject__association__municipality",),
        ),
    )
}
