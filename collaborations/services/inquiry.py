"""A teacher asks."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from collaborations import emails, queries, wishes
from collaborations.enums import Side
from collaborations.models import Collaboration
from collaborations.services.moves import propose
from offers import prices
from offers import rules as offer_rules
from offers.availability import FreeTime
from offers.models import Offer, OfferVersion
from schools import rules as school_rules
from schools.models import School, SchoolClass
from schools.services import class_of
from skoleplus.core.clock import now
from skoleplus.core.refusals import NotAllowed, Refused
from skoleplus.core.workflow import lock, write_log
from skoleplus.screening.enums import PublicState


@dataclass(frozen=True)
class NewClass:
    """A class the school has not written down yet."""

    name: str
    grade: int
    pupils: int


class Duplicate(Refused):
    """The class has asked for this already; `twin` is what it asked."""

    def __init__(self, twin: Collaboration) -> None:
        super().__init__(
            _("%(school_class)s has already asked for this offer at that time.")
            % {"school_class": twin.school_class}
        )
        self.twin = twin


@transaction.atomic
def ask(
    *,
    by: Any,
    offer: Offer,
    school: School,
    school_class: SchoolClass | NewClass,
    pupils: int,
    time: str,
    message: str,
    form_id: UUID,
) -> Collaboration:
    """Send an inquiry: a collaboration in `requested` with the school's proposal 1.

    Args:
        school_class: of this school, or words for a new one.
        pupils: how many take part.
        time: key of the wished free time.
        form_id: of the form that was filled in; sent twice it makes one inquiry.

    Raises:
        NotAllowed: not on the school's staff.
        NotFree: the wished time cannot be had; says why.
        Duplicate: the class has asked for this offer at this time already.
        Refused: the offer takes no inquiries now, or has no room for so many; or the form is somebody else's.
    """
    # The school's row is locked first, so a form that arrives twice is read in turn.
    lock(school)
    if sent := _sent_before(by, form_id):
        return sent
    _may_ask(by, school, offer)
    school_class = _class_of(school, school_class, by)
    lock(offer.association)
    lock(offer)
    version = offer.versions.published().get()
    _fits(version, pupils)
    wish = wishes.free_time(offer, time, pupils=pupils)
    live = Collaboration.objects.live()
    twin = queries.twin(live, offer=offer, school_class=school_class, sessions=wish.sessions)
    if twin:
        raise Duplicate(twin)
    collaboration = _write(by, offer, version, school_class, pupils, wish, message, form_id)
    emails.inquiry(collaboration)
    return collaboration


def _sent_before(by: Any, form_id: UUID) -> Collaboration | None:
    """What the form made already. Somebody else's is not told: it only cannot be sent."""
    found = Collaboration.objects.filter(form_id=form_id).first()
    if found is not None and found.requested_by_id != by.pk:
        raise Refused(_("This page is worn out. Open the form again and start from there."))
    return found


def _may_ask(by: Any, school: School, offer: Offer) -> None:
    if not school_rules.is_staff(by, school):
        raise NotAllowed(_("Only those who work at %(school)s can ask on its behalf.") % {"school": school})
    if school.state in (PublicState.SUSPENDED, PublicState.ARCHIVED):
        raise Refused(_("%(school)s cannot ask at the moment. Write to the consultant.") % {"school": school})
    if not offer_rules.is_public(offer):
        raise Refused(_("The offer takes no inquiries at the moment."))


def _class_of(school: School, wanted: SchoolClass | NewClass, by: Any) -> SchoolClass:
    if isinstance(wanted, NewClass):
        found = class_of(school=school, name=wanted.name, grade=wanted.grade, pupils=wanted.pupils, by=by)
        return lock(found)
    if wanted.school_id != school.pk:
        raise NotAllowed(_("%(name)s is a class of another school.") % {"name": wanted})
    return lock(wanted)


def _fits(version: OfferVersion, pupils: int) -> None:
    if version.group_max and pupils > version.group_max:
        raise Refused(_("The offer takes at most %(count)s pupils at a time.") % {"count": version.group_max})


def _write(
    by: Any,
    offer: Offer,
    version: OfferVersion,
    school_class: SchoolClass,
    pupils: int,
    wish: FreeTime,
    message: str,
    form_id: UUID,
) -> Collaboration:
    collaboration = Collaboration.objects.create(
        offer=offer,
        school=school_class.school,
        school_class=school_class,
        requested_by=by,
        message=message,
        created_at=now(),
        form_id=form_id,
    )
    write_log(collaboration, "ask", "", by=by, note=message)
    propose(
        collaboration,
        side=Side.SCHOOL,
        by=by,
        sessions=wish.sessions,
        pupils=pupils,
        place=version.place,
        place_note=version.place_note,
        price=prices.cost(version, pupils=pupils).total,
    )
    return collaboration
