"""Which schools a person may see."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from skoleplus.municipalities.rules import consultant_municipality_ids
from skoleplus.screening.enums import PublicState, State


class SchoolQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Approved at least once and not taken down."""
        versions: Any = self.model._meta.get_field("versions").related_model
        published = versions.objects.filter(subject=OuterRef("pk"), state=State.APPROVED)
        return self.filter(Exists(published), state=PublicState.PUBLIC)

    def of_staff(self, user: Any) -> Self:
        if user is None or not user.is_authenticated:
            return self.none()
        return self.filter(pk__in=user.school_memberships.values("school_id"))

    def visible_to(self, user: Any) -> Self:
        """Public ones for everybody; one's own; all of the municipality for its consultants."""
        if user is None or not user.is_authenticated:
            return self.public()
        mine = Q(pk__in=self.of_staff(user).values("pk"))
        ours = Q(municipality__in=consultant_municipality_ids(user))
        return self.filter(Q(pk__in=self.public().values("pk")) | mine | ours)

    def opened_by(self, user: Any) -> Self:
        """Those whose own pages the user may open: staff, and the consultant of the municipality."""
        if user is None or not user.is_authenticated:
            return self.none()
        ours = Q(municipality__in=consultant_municipality_ids(user))
        return self.filter(Q(pk__in=self.of_staff(user).values("pk")) | ours)
