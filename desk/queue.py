"""What waits for a consultant, of all kinds together, oldest first, and what was decided lately."""

import datetime as dt
from typing import Any

from django.db.models import (
    CharField,
    Count,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast, Coalesce, NullIf

from desk.kinds import KINDS, Kind
from skoleplus.screening.enums import State

DECISIONS = ("approve", "request_changes", "reject")


def waiting(user: Any, since: dt.datetime | None = None) -> QuerySet[Any]:
    """Rows with room, pk, title, owner, submitted_at, again, renewed; one statement for all kinds.

    Args:
        since: leave out what was sent before this moment.

    `again` was sent back before; `renewed` is a new version of something public; else it is new.
    """
    rows = [_waiting(kind, user, since) for kind in KINDS.values()]
    return _union(rows).order_by("submitted_at", "room", "pk")


def _waiting(kind: Kind, user: Any, since: dt.datetime | None) -> QuerySet[Any]:
    siblings = kind.model.objects.filter(subject=OuterRef("subject"))
    sent_back = kind.log.objects.filter(subject=OuterRef("pk"), transition="request_changes")
    found = kind.of(user).waiting().order_by()
    if since is not None:
        found = found.filter(submitted_at__gte=since)
    return found.annotate(
        room=Value(kind.slug, CharField()),
        called=Cast(kind.title, CharField()),
        whose=Cast(kind.owner, CharField()),
        again=Exists(sent_back) | Exists(siblings.filter(state=State.REJECTED)),
        renewed=Exists(siblings.filter(state=State.APPROVED)),
    ).values("room", "pk", "called", "whose", "submitted_at", "again", "renewed")


def following(user: Any, since: dt.datetime) -> dict[str, Any] | None:
    """What to read next: the first sent at or after a moment, else the oldest; None when nothing waits."""
    return waiting(user, since).first() or waiting(user).first()


def numbers(user: Any) -> list[dict[str, Any]]:
    """Per kind: how many wait, since when the oldest, how many are with the other party."""
    counted = _union([_counted(kind, user) for kind in KINDS.values()])
    by_kind = {row["room"]: row for row in counted}
    return [by_kind[slug] | {"label": kind.plural} for slug, kind in KINDS.items()]


def _counted(kind: Kind, user: Any) -> QuerySet[Any]:
    waits = Q(state=State.SUBMITTED)
    return (
        kind.of(user)
        .order_by()
        .annotate(room=Value(kind.slug, CharField()))
        .values("room")
        .annotate(
            waiting=Count("pk", filter=waits),
            returned=Count("pk", filter=Q(state=State.CHANGES_REQUESTED)),
            oldest=Min("submitted_at", filter=waits),
        )
    )


def decided(user: Any, limit: int = 8) -> QuerySet[Any]:
    """The newest decisions: room, version, called, whose, transition, at, who."""
    return _union([_decided(kind, user)[:limit] for kind in KINDS.values()]).order_by("-at")[:limit]


def _decided(kind: Kind, user: Any) -> QuerySet[Any]:
    name = Coalesce(NullIf("by__name", Value("")), "by__email", NullIf("by_name", Value("")), Value(""))
    return (
        kind.log.objects.filter(transition__in=DECISIONS, subject__in=kind.of(user))
        .annotate(
            room=Value(kind.slug, CharField()),
            version=F("subject_id"),
            called=Cast(f"subject__{kind.title}", CharField()),
            whose=Cast(f"subject__{kind.owner}", CharField()),
            who=Cast(name, CharField()),
        )
        .order_by("-at", "-pk")
        .values("room", "version", "called", "whose", "transition", "at", "who")
    )


def _union(rows: list[QuerySet[Any]]) -> QuerySet[Any]:
    first, *others = rows
    return first.union(*others, all=True)
