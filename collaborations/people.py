"""The people of a collaboration: who is asked for an answer, and who the other party may write to or ring up.

Contact data are shown to the two parties and to nobody else (PRODUCT, people).
"""

from dataclasses import dataclass
from typing import Any

from associations.queries import recipients
from collaborations import rules
from collaborations.enums import Side
from schools.enums import Role
from skoleplus.core.models import SignedLink
from skoleplus.notifications.recipients import Recipient, of_users, or_else

ANSWERS = ("say_yes", "propose_other_time", "say_no")


def answering(collaboration: Any, side: str) -> list[Recipient]:
    """Whom a question to one side is sent to, each to a mailbox of their own."""
    return _of_association(collaboration) if side == Side.ASSOCIATION else _of_school(collaboration)


def _of_association(collaboration: Any) -> list[Recipient]:
    """The association's members, else its public mailbox, else the offer's contact."""
    offer = collaboration.offer
    return or_else(recipients(offer.association), offer.contact_email)


def _of_school(collaboration: Any) -> list[Recipient]:
    """The teacher who asked, or the school's leaders when the teacher is gone or has no mailbox."""
    teacher = collaboration.requested_by
    if teacher and rules.speaks_for_school(teacher, collaboration):
        found = of_users([teacher])
        if found:
            return found
    leaders = collaboration.school.memberships.filter(role=Role.LEADER).select_related("user").order_by("pk")
    return or_else(of_users(row.user for row in leaders), collaboration.school.email)


def speaks_by_link(link: SignedLink, collaboration: Any, side: str) -> bool:
    """Whether the person a link was sent to would still be asked today."""
    if link.user:
        return link.user.is_active and side in rules.sides(link.user, collaboration)
    return link.email in {row.email for row in answering(collaboration, side)}


@dataclass(frozen=True)
class Contact:
    name: str
    email: str = ""
    phone: str = ""


def contact(collaboration: Any, side: str) -> Contact:
    """Whom the other party writes to or rings up."""
    return _at_association(collaboration) if side == Side.ASSOCIATION else _at_school(collaboration)


def _at_association(collaboration: Any) -> Contact:
    """Who answered; else the offer's contact, the association's public one, or a member."""
    offer, association = collaboration.offer, collaboration.offer.association
    phone = offer.contact_phone or association.phone
    answer = collaboration.log.filter(transition__in=ANSWERS).select_related("by").last()
    if answer and answer.by and answer.by.email:
        return Contact(str(answer.by), answer.by.email, answer.by.phone or phone)
    if offer.contact_email:
        return Contact(offer.contact_name or association.name, offer.contact_email, phone)
    if association.email:
        return Contact(association.contact_name or association.name, association.email, phone)
    return _first(answering(collaboration, Side.ASSOCIATION), phone) or Contact(association.name, "", phone)


def _at_school(collaboration: Any) -> Contact:
    """The teacher who asked; a leader when the teacher has left."""
    school = collaboration.school
    found = answering(collaboration, Side.SCHOOL)
    return _first(found, school.phone) or Contact(school.name, school.email, school.phone)


def _first(found: list[Recipient], phone: str) -> Contact | None:
    user = next((row.user for row in found if row.user), None)
    return Contact(str(user), user.email, user.phone or phone) if user else None
