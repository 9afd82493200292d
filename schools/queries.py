"""Questions about schools that pages ask."""

from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import QuerySet

from schools.domains import domain_of
from schools.models import EmailDomain, School
from skoleplus.screening.enums import PublicState


def verified_domains(user: Any) -> set[str]:
    """Domains in which the user has a mailbox and has proved it."""
    addresses = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    return {domain_of(email) for email in addresses}


def schools_to_join(user: Any) -> QuerySet[School]:
    """Schools that own an e-mail domain of the user, and where the user is not on the staff yet."""
    if user is None or not user.is_authenticated:
        return School.objects.none()
    owners = EmailDomain.objects.filter(domain__in=verified_domains(user)).values("school_id")
    return (
        School.objects.filter(pk__in=owners, state=PublicState.PUBLIC)
        .exclude(pk__in=user.school_memberships.values("school_id"))
        .order_by("name")
    )
