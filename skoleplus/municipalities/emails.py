"""How a municipality appears in the mails of every room, and who of its people are written to."""

from django.http import HttpRequest

from skoleplus.accounts.models import User
from skoleplus.municipalities.enums import Role
from skoleplus.municipalities.models import Member, Municipality
from skoleplus.notifications.outbox import Brand, Message
from skoleplus.notifications.recipients import Recipient, of_users, or_else


def brand(municipality: Municipality) -> Brand:
    return Brand(
        name=f"Skoleplus · {municipality.name}",
        colour=municipality.colour,
        contact_name=municipality.contact_name,
        contact_email=municipality.contact_email,
        contact_phone=municipality.contact_phone,
    )


def brand_for(request: HttpRequest | None) -> Brand:
    """The brand of the municipality a page belongs to; the portal's own where there is none."""
    municipality = getattr(request, "municipality", None)
    return brand(municipality) if municipality else Brand()


def consultants(municipality: Municipality) -> list[Recipient]:
    """The consultants who can be written to, or the municipality's contact when there are none."""
    people = User.objects.filter(
        municipal_roles__municipality=municipality, municipal_roles__role=Role.CONSULTANT
    )
    return or_else(of_users(people.order_by("pk")), municipality.contact_email)


def member_added(member: Member) -> Message:
    """Tells somebody that they work for the municipality now, and what they need for it."""
    return _about(member, "member_added")


def member_removed(member: Member) -> Message:
    """Tells somebody that a role was taken away."""
    return _about(member, "member_removed")


def _about(member: Member, name: str) -> Message:
    return Message(
        event=f"municipalities.{name}:{member.pk}",
        to=member.user.email or "",
        user=member.user,
        template=f"municipalities/mail/{name}",
        context={"municipality": member.municipality, "role": member.get_role_display()},
        brand=brand(member.municipality),
    )
