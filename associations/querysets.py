"""Which associations a person may see. Used by pages, API and search alike."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from skoleplus.municipalities.rules import consultant_municipality_ids
from skoleplus.screening.enums import PublicState, State


class AssociationQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Approved at least once and not taken down."""
        versions: Any = self.model._meta.get_field("versions").related_model
        published = versions.objects.filter(subject=OuterRef("pk"), state=State.APPROVED)
        return self.filter(Exists(published), state=PublicState.PUBLIC)

    def of_member(self, user: Any) -> Self:
        """Those the user is a member of."""
        if user is None or not user.is_authenticated:
            return self.none()
        return self.filter(pk__in=user.association_memberships.values("association_id"))

    def visible_to(self, user: Any) -> Self:
        """Public ones for everybody; one's own; all of the municipality for its consultants."""
        if user is None or not user.is_authenticated:
            return self.public()
        mine = Q(pk__in=self.of_member(user).values("pk"))
        ours = Q(municipality__in=consultant_municipality_ids(user))
        return self.filter(Q(pk__in=self.public().values("pk")) | mine | ours)
