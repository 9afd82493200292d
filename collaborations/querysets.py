"""Which collaborations a person may see: the two parties, and consultants of the school's municipality."""

from typing import Any, Self

from django.db import models
from django.db.models import Case, OuterRef, Q, Subquery, Value, When

from associations.models import Association
from collaborations.enums import LIVE, OWED, State
from offers.models import OfferVersion
from schools.enums import Role
from skoleplus.municipalities.rules import consultant_municipality_ids


class CollaborationQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        if user is None or not user.is_authenticated:
            return self.none()
        return self.filter(
            Q(pk__in=self.of_association_member(user).values("pk"))
            | Q(pk__in=self.of_staff(user).values("pk"))
            | Q(school__municipality__in=consultant_municipality_ids(user))
        )

    def of_association_member(self, user: Any) -> Self:
        return self.filter(offer__association__in=Association.objects.of_member(user).values("pk"))

    def of_staff(self, user: Any) -> Self:
        """The teacher's own while working there, and everything of a school one leads."""
        staff = user.school_memberships.values("school_id")
        leads = user.school_memberships.filter(role=Role.LEADER).values("school_id")
        return self.filter(Q(school__in=leads) | Q(school__in=staff, requested_by=user))

    def live(self) -> Self:
        return self.filter(state__in=LIVE)

    def agreed(self) -> Self:
        return self.filter(state=State.AGREED)

    def owed_first(self, side: str | None) -> Self:
        """What a side must answer first, what came to nothing last; in between and within newest first."""
        owed = When(state__in=OWED.get(side or "", ()), then=Value(0))
        going_on = When(state__in=LIVE, then=Value(1))
        return self.order_by(Case(owed, going_on, default=Value(2)), "-created_at", "-pk")

    def with_proposals(self) -> Self:
        return self.prefetch_related("proposals__sessions")

    def with_parties(self) -> Self:
        """What a list says about each: offer, association, school, class, who asked, when."""
        versions = OfferVersion.objects.published().filter(subject=OuterRef("offer"))
        related = self.with_proposals().select_related(
            "offer__association__municipality", "school__municipality", "school_class", "requested_by"
        )
        return related.annotate(with_title=Subquery(versions.values("title")[:1]))
