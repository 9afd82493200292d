"""A text that changes with everything public pages about offers can show (see core/kept.py).

PostgreSQL writes a new row for every change, marked with the transaction (xmin) and the command within it
(cmin) that made it. How many rows of a table are visible and the sums of their marks therefore tell one state
from another, exactly as the asking transaction sees it, and no story has to say that it changed something.
"""

from functools import cache

from django.db import connection
from django.db.models import Model

from associations.models import Association
from associations.models import ProfileVersion as AssociationProfile
from offers.models import Booking, FixedDate, InstructorGroup, Offer, OfferVersion, Picture, Window
from skoleplus.core.clock import now
from skoleplus.municipalities.models import Holiday, Municipality
from skoleplus.screening.enums import State
from skoleplus.screening.models import Version

# What a page about offers is made of. The curriculum and the search index are not here: they change together
# with a version, or by commands of the operator only.
SHOWN: tuple[type[Model], ...] = (
    Municipality, Holiday, Association, AssociationProfile, Offer, OfferVersion, Picture, InstructorGroup,
    Window, FixedDate, Booking,
)  # fmt: skip
# A time that has begun is no longer on offer: pages are made again as often as this, whatever happens.
MINUTES = 5


def stamp(*more: type[Model]) -> str:
    """What the public part of the database is like now (one statement).

    Args:
        more: models that the page shows besides offers.
    """
    with connection.cursor() as cursor:
        cursor.execute(_statement(SHOWN + more))
        state = cursor.fetchone()[0]
    moment = now()
    return f"{state} {moment:%Y-%m-%d %H} {moment.minute // MINUTES}"


@cache
def _statement(models: tuple[type[Model], ...]) -> str:
    return f"SELECT concat_ws(' ', {', '.join(_state(model) for model in models)})"


def _state(model: type[Model]) -> str:
    # Drafts are saved all day long, and nobody sees them.
    only = f" WHERE state = '{State.APPROVED}'" if issubclass(model, Version) else ""
    marks = "concat(count(*), '/', sum(xmin::text::bigint), '/', sum(cmin::text::bigint))"
    return f"(SELECT {marks} FROM {model._meta.db_table}{only})"  # noqa: S608
