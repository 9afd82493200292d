"""Which offers a person may see. Used by pages, API, pictures and search alike."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from associations.models import Association
from offers.enums import PictureState
from skoleplus.municipalities.rules import consultant_municipality_ids
from skoleplus.screening.enums import PublicState, State
from skoleplus.screening.models import VersionQuerySet


class OfferQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Approved, not paused, and from an association that is public itself."""
        versions: Any = self.model._meta.get_field("versions").related_model
        published = versions.objects.filter(subject=OuterRef("pk"), state=State.APPROVED)
        return self.filter(
            Exists(published),
            state=PublicState.PUBLIC,
            association__in=Association.objects.public().values("pk"),
        )

    def of_member(self, user: Any) -> Self:
        return self.filter(association__in=Association.objects.of_member(user).values("pk"))

    def visible_to(self, user: Any) -> Self:
        """Public ones for everybody; one's association's; all of the municipality for its consultants."""
        if user is None or not user.is_authenticated:
            return self.public()
        mine = Q(pk__in=self.of_member(user).values("pk"))
        ours = Q(association__municipality__in=consultant_municipality_ids(user))
        return self.filter(Q(pk__in=self.public().values("pk")) | mine | ours)


class PictureQuerySet(models.QuerySet):
    def ready(self) -> Self:
        return self.filter(state=PictureState.READY)

    def public(self) -> Self:
        """A published version of a public offer shows it."""
        versions: Any = self.model._meta.get_field("versions").related_model
        return self.filter(Exists(versions.objects.public().filter(pictures=OuterRef("pk"))))

    def visible_to(self, user: Any) -> Self:
        """Public ones for everybody; those of one's association; all of the municipality for consultants."""
        if user is None or not user.is_authenticated:
            return self.public()
        own = user.association_memberships.values("association_id")
        mine = Q(offer__association__in=own)
        ours = Q(offer__association__municipality__in=consultant_municipality_ids(user))
        return self.filter(Q(pk__in=self.public().values("pk")) | mine | ours)


class OfferVersionQuerySet(VersionQuerySet):
    def public(self) -> Self:
        """The published version of every public offer: what the catalogue and the API are made of."""
        associations = Association.objects.public().values("pk")
        return self.published().filter(
            subject__state=PublicState.PUBLIC, subject__association__in=associations
        )
