"""What a school's people are told by mail."""

from django.conf import settings
from django.urls import reverse

from schools.enums import Role
from schools.models import ProfileVersion, StaffInvitation
from skoleplus.municipalities.emails import brand
from skoleplus.notifications.outbox import Message, queue
from skoleplus.notifications.recipients import of_users


def profile_decided(version: ProfileVersion, decision: str, note: str) -> None:
    """Tell the leaders what the consultant decided.

    Args:
        decision: "approved", "changes_requested" or "rejected"; names the template.
    """
    url = settings.SITE_URL + reverse("schools:page", args=[version.subject.slug])
    decided = version.log.order_by("-pk")[0]
    leaders = version.subject.memberships.filter(role=Role.LEADER).select_related("user").order_by("pk")
    for recipient in of_users(row.user for row in leaders):
        queue(
            Message(
                event=f"schools.profile_{decision}:{decided.pk}",
                to=recipient.email,
                user=recipient.user,
                template=f"schools/mail/profile_{decision}",
                context={"school": version.subject, "note": note, "url": url},
                brand=brand(version.municipality),
                reply_to=version.municipality.contact_email,
            )
        )


def invited(invitation: StaffInvitation, token: str) -> None:
    """The link that brings somebody into the school; only in this mail."""
    url = settings.SITE_URL + reverse("schools:invitation", args=[token])
    inviter = invitation.invited_by
    queue(
        Message(
            event="",  # somebody who is invited again gets a new link
            to=invitation.email,
            template="schools/mail/invitation",
            context={"school": invitation.school, "invitation": invitation, "inviter": inviter, "url": url},
            brand=brand(invitation.school.municipality),
            reply_to=inviter.email if inviter and inviter.email else "",
            secrets=[url],
        )
    )
