"""The dates of a collaboration as an iCalendar text, for the mails (RFC 5545)."""

from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event

from collaborations.enums import LIVE, State
from collaborations.models import Collaboration, ProposalSession
from skoleplus.core.clock import now


def calendar(collaboration: Collaboration) -> str:
    """The sessions of the newest proposal: tentative until agreed, cancelled when nothing comes of it.

    A session keeps its UID through all proposals, and SEQUENCE grows with every step, so that a calendar
    program moves the event it has instead of adding another one.
    """
    text = Calendar()
    text.add("prodid", "-//Skoleplus//DA")
    text.add("version", "2.0")
    text.add("method", "CANCEL" if collaboration.state not in LIVE else "PUBLISH")
    step = collaboration.log.count()
    for number, session in enumerate(collaboration.newest_proposal.sessions.all(), start=1):
        text.add_component(_event(collaboration, number, session, step))
    return text.to_ical().decode()


def _event(collaboration: Collaboration, number: int, session: ProposalSession, step: int) -> Event:
    host = urlsplit(settings.SITE_URL).hostname
    address = settings.SITE_URL + reverse("collaborations:detail", args=[collaboration.pk])
    event = Event()
    event.add("uid", f"collaboration-{collaboration.pk}-{number}@{host}")
    event.add("dtstamp", now())
    event.add("sequence", step)
    event.add("dtstart", session.starts_at)
    event.add("dtend", session.ends_at)
    event.add("summary", f"{collaboration.title} · {collaboration.school_class}, {collaboration.school}")
    event.add("status", _status(collaboration.state))
    event.add("organizer", f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    event.add("url", address)
    event.add("description", address)
    return event


def _status(state: str) -> str:
    if state == State.AGREED:
        return "CONFIRMED"
    return "TENTATIVE" if state in LIVE else "CANCELLED"
