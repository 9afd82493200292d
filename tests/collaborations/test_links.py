"""Answering by a signed link in a mail."""

import datetime as dt

import pytest
import time_machine

from collaborations import services
from collaborations.enums import State
from collaborations.models import Collaboration
from skoleplus.core.clock import now
from skoleplus.core.models import LinkUse, SignedLink
from skoleplus.notifications.models import Mail
from tests import factories as make
from tests.collaborations.conftest import link_of, newest, token_of


@pytest.fixture
def asked(scene):
    return scene.ask()


@pytest.fixture
def link(scene, asked):
    return link_of(newest(scene.member.email, "inquiry"))


def test_the_page_shows_and_changes_nothing(client, asked, link):
    for _time in range(3):
        page = client.get(link)
        assert page.status_code == 200
        assert "Vi vil gerne ud i skoven." in page.text
    asked.refresh_from_db()
    assert asked.state == State.REQUESTED
    assert not SignedLink.objects.filter(used_at__isnull=False).exists()
    assert page["Referrer-Policy"] == "strict-origin"


def test_head_changes_nothing(client, asked, link):
    assert client.head(link).status_code == 200
    asked.refresh_from_db()
    assert asked.state == State.REQUESTED


@pytest.mark.parametrize(("move", "state"), [("say_yes", State.PROPOSAL), ("say_no", State.DECLINED)])
def test_a_button_answers_without_signing_in(client, scene, asked, link, move, state):
    page = client.post(link, {"move": move})
    assert page.status_code == 200
    asked.refresh_from_db()
    assert asked.state == state
    row = asked.log.last()
    assert (row.by, row.by_name) == (scene.member, scene.member.name)
    assert LinkUse.objects.get().ip == "127.0.0.1"


def test_another_time_by_link(client, scene, asked, link):
    other = scene.times[-1]
    client.post(link, {"move": "propose_other_time", "other-time": other, "other-note": "Bedre dag"})
    asked.refresh_from_db()
    assert asked.state == State.COUNTER_PROPOSAL
    assert asked.newest_proposal.made_by == scene.member


def test_turning_the_pages_of_the_timetable_answers_nothing(client, scene, asked, link):
    page = client.post(link, {"show": "first", "other-note": "Bedre dag", "other-time": ""})
    assert page.status_code == 200
    assert "Bedre dag" in page.text
    asked.refresh_from_db()
    assert asked.state == State.REQUESTED


def test_an_empty_other_time_is_told_and_the_link_lives(client, asked, link):
    page = client.post(link, {"move": "propose_other_time", "other-note": "Bedre dag"})
    assert page.status_code == 200
    assert "Bedre dag" in page.text
    assert "Vælg en tid" in page.text
    assert client.get(link).status_code == 200


def test_a_second_use_is_refused(client, asked, link):
    client.post(link, {"move": "say_yes"})
    again = client.post(link, {"move": "say_no"})
    assert again.status_code == 410
    assert client.get(link).status_code == 410
    asked.refresh_from_db()
    assert asked.state == State.PROPOSAL


def test_an_answer_closes_the_other_members_links(client, scene, db):
    other = make.AssociationMembershipFactory(association=scene.offer.association).user
    scene.ask()
    client.post(link_of(newest(scene.member.email, "inquiry")), {"move": "say_yes"})
    late = client.post(link_of(newest(other.email, "inquiry")), {"move": "say_no"})
    assert late.status_code == 410
    assert Collaboration.objects.get().state == State.PROPOSAL


def test_signing_in_to_answer_closes_the_links(client, scene, asked, link):
    services.say_yes(collaboration=asked, by=scene.member)
    assert client.post(link, {"move": "say_no"}).status_code == 410


def test_a_link_of_the_other_kind_does_not_fit(client, scene, asked, link):
    token = token_of(newest(scene.member.email, "inquiry"))
    assert client.get(f"/svar/skole/{token}/").status_code == 410
    assert client.post(f"/svar/skole/{token}/", {"move": "accept"}).status_code == 410


def test_the_associations_link_cannot_accept_for_the_school(client, scene, asked, link):
    page = client.post(link, {"move": "accept"})
    assert page.status_code == 200
    asked.refresh_from_db()
    assert asked.state == State.REQUESTED


def test_an_unknown_link_is_told(client, db):
    assert client.get("/svar/forening/abc/").status_code == 410


def test_an_expired_link_is_told(client, asked, link):
    with time_machine.travel(now() + dt.timedelta(days=31)):
        assert client.post(link, {"move": "say_yes"}).status_code == 410
    asked.refresh_from_db()
    assert asked.state == State.REQUESTED


def test_who_left_the_association_answers_no_more(client, scene, asked, link):
    scene.member.association_memberships.all().delete()
    assert client.get(link).status_code == 410
    assert client.post(link, {"move": "say_yes"}).status_code == 410
    asked.refresh_from_db()
    assert asked.state == State.REQUESTED


def test_the_public_mailbox_answers_as_long_as_it_is_asked(client, scene):
    association = scene.offer.association
    association.memberships.all().delete()
    asked = scene.ask()
    link = link_of(newest(association.email, "inquiry"))
    assert client.get(link).status_code == 200

    old, association.email = association.email, "ny@example.org"
    association.save()
    assert client.post(link, {"move": "say_yes"}).status_code == 410

    association.email = old
    association.save()
    client.post(link, {"move": "say_yes"})
    asked.refresh_from_db()
    assert asked.state == State.PROPOSAL
    assert asked.log.last().by_name == old


def test_the_school_decides_by_link(client, scene, asked):
    services.say_yes(collaboration=asked, by=scene.member)
    link = link_of(newest(scene.teacher.email, "yes"))
    assert client.get(link).status_code == 200
    client.post(link, {"move": "accept"})
    asked.refresh_from_db()
    assert asked.state == State.AGREED
    assert asked.sessions.exists()


def test_a_refused_answer_leaves_the_link_alive(client, scene, asked):
    services.say_yes(collaboration=asked, by=scene.member)
    link = link_of(newest(scene.teacher.email, "yes"))
    scene.offer.windows.all().delete()
    page = client.post(link, {"move": "accept"})
    assert page.status_code == 200
    asked.refresh_from_db()
    assert asked.state == State.PROPOSAL
    assert client.get(link).status_code == 200


def test_contact_data_are_shown_to_the_holder(client, scene, asked, link):
    assert scene.teacher.phone in client.get(link).text


def test_the_links_are_blanked_in_the_outbox_after_sending(scene, asked):
    mail = newest(scene.member.email, "inquiry")
    assert mail.secrets == [f"http://localhost:8000{link_of(mail)}"]
    assert Mail.objects.get(event__startswith="collaborations.receipt").secrets == []
