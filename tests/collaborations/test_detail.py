"""The page of one collaboration, and the lists."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from collaborations import services
from collaborations.enums import State
from collaborations.models import Collaboration
from tests import factories as make
from tests.collaborations.conftest import make_scene
from tests.sessions import signed_in


@pytest.fixture
def asked(scene):
    return scene.ask()


@pytest.fixture
def url(asked):
    return f"/samarbejder/{asked.pk}/"


def test_each_side_reads_what_has_happened_and_who_is_next(scene, asked, url):
    member, teacher = signed_in(scene.member), signed_in(scene.teacher)
    assert f"{scene.teacher} spørger jer" in member.get(url).text
    assert f"Nu svarer {scene.offer.association}" in teacher.get(url).text

    services.say_yes(collaboration=asked, by=scene.member, note="Tag støvler med.")
    page = teacher.get(url).text
    assert f"{scene.offer.association} siger ja" in page
    assert f"{scene.member} sagde ja" in page
    assert "Tag støvler med." in page
    assert f"Nu skal {scene.teacher} svare ja tak" in member.get(url).text


def test_the_buttons_are_those_of_the_table(scene, asked, url):
    member, teacher = signed_in(scene.member), signed_in(scene.teacher)
    assert _buttons(member.get(url)) == {"say_yes", "propose_other_time", "say_no"}
    assert _buttons(teacher.get(url)) == {"withdraw"}
    services.say_yes(collaboration=asked, by=scene.member)
    assert _buttons(member.get(url)) == set()
    assert _buttons(teacher.get(url)) == {"accept", "turn_down"}
    services.accept(collaboration=asked, by=scene.teacher)
    assert _buttons(teacher.get(url)) == _buttons(member.get(url)) == set()


def _buttons(page):
    moves = ("say_yes", "propose_other_time", "say_no", "accept", "turn_down", "withdraw")
    return {move for move in moves if f'value="{move}"' in page.text}


def test_the_whole_way_on_pages(scene, asked, url):
    member, teacher = signed_in(scene.member), signed_in(scene.teacher)
    other = scene.times[-1]
    sent = member.post(url, {"move": "propose_other_time", "other-time": other, "other-note": "Bedre dag"})
    assert sent.status_code == 302
    page = member.get(url)
    assert "I har foreslået en anden tid. Skolen får en mail nu." in page.text
    assert teacher.post(url, {"move": "accept"}).status_code == 302
    assert "I har en aftale" in teacher.get(url).text
    asked.refresh_from_db()
    assert asked.state == State.AGREED


def test_an_own_date_on_the_page(scene, asked, url):
    day = scene.offer.windows.get().first_day + dt.timedelta(days=2)
    member = signed_in(scene.member)
    member.post(
        url, {"move": "propose_other_time", "other-own_day": day.isoformat(), "other-own_start": "12:30"}
    )
    asked.refresh_from_db()
    assert asked.state == State.COUNTER_PROPOSAL


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Vælg en tid, eller skriv en."),
        ({"other-own_day": "2027-03-01"}, "Skriv både dato og klokkeslæt."),
        ({"other-own_day": "i går", "other-own_start": "10:00"}, "Skriv datoen som"),
        ({"other-own_day": "2020-03-01", "other-own_start": "10:00"}, "Vælg en dato, der ligger forude."),
        ({"other-time": "2000-01-01T10:00"}, "er forbi"),
        ({"other-note": "x" * 1001, "other-time": "x"}, "Forkort teksten"),
    ],
)
def test_what_is_wrong_with_another_time_is_told(scene, asked, url, typed, words):
    page = signed_in(scene.member).post(url, {"move": "propose_other_time"} | typed)
    assert page.status_code == 200
    assert words in page.text
    asked.refresh_from_db()
    assert asked.state == State.REQUESTED


def test_a_course_has_no_own_dates(db):
    scene = make_scene(published__sessions=3)
    page = signed_in(scene.member).get(f"/samarbejder/{scene.ask().pk}/")
    assert "own_day" not in page.text


def test_a_page_of_yesterday_is_told(scene, asked, url):
    member = signed_in(scene.member)
    services.withdraw(collaboration=asked, by=scene.teacher)
    page = member.post(url, {"move": "say_yes"})
    assert page.status_code == 200
    assert "Der er allerede svaret" in page.text
    assert _buttons(page) == set()


def test_a_time_that_is_gone_is_told_at_acceptance(scene, asked, url):
    services.say_yes(collaboration=asked, by=scene.member)
    scene.offer.windows.all().delete()
    page = signed_in(scene.teacher).post(url, {"move": "accept"})
    assert page.status_code == 200
    assert 'role="alert"' in page.text
    asked.refresh_from_db()
    assert asked.state == State.PROPOSAL


@pytest.mark.parametrize("move", ["", "nonsense", "accept", "withdraw"])
def test_moves_of_the_other_side_do_nothing(scene, asked, url, move):
    page = signed_in(scene.member).post(url, {"move": move})
    assert page.status_code == 200
    asked.refresh_from_db()
    assert asked.state == State.REQUESTED


def test_the_consultant_only_looks(scene, asked, url):
    consultant = make.ConsultantFactory(municipality=scene.school.municipality).user
    client = signed_in(consultant, second_factor=True)
    page = client.get(url)
    assert "har spurgt" in page.text
    assert _buttons(page) == set()
    client.post(url, {"move": "say_yes"})
    asked.refresh_from_db()
    assert asked.state == State.REQUESTED


def test_somebody_on_both_sides_answers_for_the_one_that_is_next(scene, asked, url):
    make.AssociationMembershipFactory(association=scene.offer.association, user=scene.teacher)
    client = signed_in(scene.teacher)
    assert "say_yes" in _buttons(client.get(url))
    client.post(url, {"move": "say_yes"})
    assert "accept" in _buttons(client.get(url))


def test_lists_ask_the_same_number_of_statements_for_one_row_and_for_three(scene):
    client = signed_in(scene.leader)
    counted = []
    for number in range(3):
        scene.ask(school_class=make.SchoolClassFactory(school=scene.school, name=f"{number}.K"))
        with CaptureQueriesContext(connection) as statements:
            client.get("/samarbejder/")
        counted.append(len(statements))
    assert counted[0] == counted[2] < 20


def test_the_schools_page_and_the_associations_show_the_newest(scene, asked):
    page = signed_in(scene.teacher).get(f"/min-skole/{scene.school.slug}/")
    assert f"/samarbejder/{asked.pk}/" in page.text


def test_a_list_says_what_to_do_when_it_is_empty(scene):
    assert "I har ikke spurgt om noget endnu" in signed_in(scene.teacher).get("/samarbejder/").text
    page = signed_in(scene.member).get("/samarbejder/", follow=True)
    assert "Ingen forespørgsler endnu" in page.text


def test_lists_have_pages(scene):
    for number in range(21):
        scene.ask(school_class=make.SchoolClassFactory(school=scene.school, name=f"{number}.K"))
    client = signed_in(scene.teacher)
    assert len(client.get("/samarbejder/").context["rows"]) == 20
    assert len(client.get("/samarbejder/?page=2").context["rows"]) == 1
    assert Collaboration.objects.count() == 21
