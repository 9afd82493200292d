"""A school with a teacher and a class, and an association that is free on Tuesdays."""

import datetime as dt
import re
import uuid
from dataclasses import dataclass
from typing import Any

import pytest

from collaborations import services
from offers import availability
from skoleplus.core.clock import today
from skoleplus.notifications.models import Mail
from tests import factories as make

LINK = re.compile(r"http://\S+/svar/(?:forening|skole)/\S+/")


@dataclass
class Scene:
    offer: Any
    member: Any
    teacher: Any
    leader: Any
    school: Any
    school_class: Any

    @property
    def times(self) -> list[str]:
        first = today()
        return [row.key for row in availability.free_times(self.offer, first, first + dt.timedelta(weeks=12))]

    def ask(self, **changes: Any) -> Any:
        """An inquiry about the first free time."""
        facts = {
            "by": self.teacher,
            "offer": self.offer,
            "school": self.school,
            "school_class": self.school_class,
            "pupils": 24,
            "message": "Vi vil gerne ud i skoven.",
            "form_id": uuid.uuid4(),
        } | changes
        facts.setdefault("time", self.times[0])
        return services.ask(**facts)


def link_of(mail: Mail) -> str:
    """The signed link in a mail, as a path."""
    return LINK.search(mail.text)[0].partition("localhost:8000")[2]


def token_of(mail: Mail) -> str:
    return link_of(mail).rstrip("/").rpartition("/")[2]


def newest(to: str, name: str) -> Mail:
    return Mail.objects.filter(to=to, event__startswith=f"collaborations.{name}:").latest("pk")


def make_scene(**offer: Any) -> Scene:
    made = make.OfferFactory(**offer)
    make.WindowFactory(offer=made)
    school = make.SchoolFactory(municipality=made.association.municipality)
    return Scene(
        offer=made,
        member=make.AssociationMembershipFactory(association=made.association).user,
        teacher=make.StaffFactory(school=school, user__phone="+4511111111").user,
        leader=make.StaffFactory(school=school, role="leader").user,
        school=school,
        school_class=make.SchoolClassFactory(school=school),
    )


@pytest.fixture
def scene(db: None) -> Scene:
    return make_scene()
