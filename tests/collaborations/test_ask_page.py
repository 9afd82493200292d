"""The inquiry's page."""

import datetime as dt
import uuid

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from collaborations.models import Collaboration
from skoleplus.notifications.models import Mail
from skoleplus.screening.enums import PublicState
from tests import factories as make
from tests.collaborations.conftest import make_scene
from tests.sessions import signed_in


@pytest.fixture
def url(scene):
    return f"/tilbud/{scene.offer.slug}/forespoergsel/"


@pytest.fixture
def typed(scene):
    return {
        "form_id": str(uuid.uuid4()),
        "school_class": str(scene.school_class.pk),
        "new_name": "",
        "new_grade": "",
        "pupils": "24",
        "message": "Vi vil gerne ud i skoven 🌲.",
        "time": scene.times[0],
    }


@pytest.fixture
def teacher(scene):
    return signed_in(scene.teacher)


def test_an_inquiry_is_sent(scene, url, typed, teacher):
    sent = teacher.post(url, typed)
    asked = Collaboration.objects.get()
    assert sent.status_code == 302
    assert sent.url == f"/samarbejder/{asked.pk}/"
    assert (asked.school_class, asked.requested_by) == (scene.school_class, scene.teacher)
    assert asked.message == "Vi vil gerne ud i skoven 🌲."


def test_a_replayed_form_leads_to_the_same_inquiry(url, typed, teacher):
    first, second = teacher.post(url, typed), teacher.post(url, typed)
    assert first.url == second.url
    assert Collaboration.objects.count() == 1
    assert Mail.objects.count() == 2


def test_a_class_in_the_list_comes_with_its_number(scene, url, typed, teacher):
    teacher.post(url, typed | {"pupils": ""})
    assert Collaboration.objects.get().newest_proposal.pupils == scene.school_class.pupils


def test_of_a_new_class_the_number_is_asked(url, typed, teacher):
    new = {"school_class": "new", "new_name": "5.B", "new_grade": "5", "pupils": ""}
    assert "pupils" in teacher.post(url, typed | new).context["form"].errors


def test_a_new_class_is_written_down(scene, url, typed, teacher):
    teacher.post(url, typed | {"school_class": "new", "new_name": "5.B", "new_grade": "5", "pupils": "19"})
    made = Collaboration.objects.get().school_class
    assert (made.school, made.name, made.grade, made.pupils) == (scene.school, "5.B", 5, 19)


def test_a_school_without_classes_writes_its_first(scene, url, typed, teacher):
    scene.school_class.delete()
    page = teacher.get(url)
    assert "school_class" not in page.text
    del typed["school_class"]
    teacher.post(url, typed | {"new_name": "0.x", "new_grade": "0"})
    assert Collaboration.objects.get().school_class.grade == 0


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"message": ""}, "Skriv en sætning til foreningen."),
        ({"message": "x" * 2001}, "Forkort teksten til 2.000 tegn."),
        ({"message": "Emil 120114-1234 er med"}, "CPR"),
        ({"school_class": "new", "pupils": ""}, "Skriv, hvor mange elever der kommer."),
        ({"pupils": "mange"}, "Skriv antallet af elever med tal."),
        ({"pupils": "0"}, "mindst 1"),
        ({"pupils": "401"}, "Skriv højst 400 elever."),
        ({"school_class": ""}, "Vælg klassen, eller skriv dens navn."),
        ({"school_class": "999999"}, "Vælg en af jeres skoles klasser."),
        ({"school_class": "new"}, "Skriv klassens navn."),
        ({"school_class": "new", "new_name": "5.B"}, "Vælg klassens klassetrin."),
        ({"new_name": "5.B", "new_grade": "5"}, "ikke begge dele"),
        ({"time": ""}, "Vælg en tid."),
        ({"time": "i morgen"}, "Vælg en af de ledige tider."),
        ({"time": "2000-01-01T10:00"}, "er forbi"),
    ],
)
def test_what_is_wrong_is_told_and_all_that_was_typed_is_kept(url, typed, teacher, wrong, words):
    page = teacher.post(url, typed | {"message": "En sætning"} | wrong)
    assert page.status_code == 200
    assert words in page.text
    if "message" not in wrong:
        assert "En sætning" in page.text
    assert typed["form_id"] in page.text
    assert not Collaboration.objects.exists()


@pytest.mark.parametrize("text", ["a\x00b", "\x00", "<script>alert(1)</script>", "‮gnis", "x" * 1_000_000])
def test_strange_input_is_never_a_500(url, typed, teacher, text):
    for name in ("message", "new_name", "time", "pupils", "school_class", "form_id"):
        page = teacher.post(url, typed | {name: text})
        assert page.status_code in (200, 302)
        assert "<script>alert" not in page.text


def test_a_time_that_is_gone_is_told_and_nothing_is_lost(scene, url, typed, teacher):
    scene.offer.windows.all().delete()
    page = teacher.post(url, typed)
    assert "er ikke ledig længere" in page.text
    assert typed["message"] in page.text


def test_a_twin_is_told_with_a_link(url, typed, teacher):
    sent = teacher.post(url, typed)
    page = teacher.post(url, typed | {"form_id": str(uuid.uuid4())})
    assert "har allerede spurgt" in page.text
    assert sent.url in page.text


def test_other_weeks_and_the_price_keep_what_was_typed_and_send_nothing(url, typed, teacher):
    for show in ("price", "first", "2027-01-04"):
        page = teacher.post(url, typed | {"show": show})
        assert page.status_code == 200
        assert typed["message"] in page.text
        assert "error-summary" not in page.text
    assert not Collaboration.objects.exists()


def test_later_weeks_follow_on_the_first_and_the_choice_stays(scene, teacher, url, typed):
    scene.offer.windows.update(last_day=scene.offer.windows.get().first_day + dt.timedelta(weeks=20))
    first = teacher.get(url)
    following = first.context["table"].next_day
    assert following
    page = teacher.post(url, typed | {"show": following.isoformat()})
    table = page.context["table"]
    assert table.weeks[0].monday == following
    assert not table.first
    assert page.context["elsewhere"].key == typed["time"]
    assert f'value="{typed["time"]}" checked' in page.text


def test_the_price_follows_the_number_of_pupils(db):
    scene = make_scene(
        published__price_model="fixed", published__price_amount=2500, published__price_per="pupil"
    )
    client = signed_in(scene.teacher)
    url = f"/tilbud/{scene.offer.slug}/forespoergsel/"
    assert "600\xa0kr." in client.get(url).text
    assert "250\xa0kr." in client.post(url, {"show": "price", "pupils": "10"}).text
    by_class = client.post(url, {"show": "price", "school_class": str(scene.school_class.pk)})
    assert "600\xa0kr." in by_class.text


def test_htmx_gets_the_part_it_asked_for(url, typed, teacher):
    for part in ("times", "price"):
        page = teacher.post(url, typed | {"show": "price"}, headers={"HX-Request": "true", "HX-Target": part})
        assert f'id="{part}"' in page.text
        assert "<html" not in page.text


def test_a_wished_time_and_school_come_by_the_address(scene, url, teacher):
    page = teacher.get(url, {"tid": scene.times[3]})
    assert f'value="{scene.times[3]}" checked' in page.text


def test_of_several_schools_one_is_chosen(scene, url, typed, teacher):
    other = make.StaffFactory(user=scene.teacher).school
    page = teacher.get(url, {"tid": scene.times[0]})
    assert other.name in page.text
    assert "<textarea" not in page.text
    page = teacher.get(url, {"skole": other.slug})
    assert f"Jeres klasse på {other.name}" in page.text
    teacher.post(f"{url}?skole={scene.school.slug}", typed)
    assert Collaboration.objects.get().school == scene.school


def test_signed_out_one_signs_in_and_comes_back(scene, url, client):
    page = client.get(url, {"tid": scene.times[0], "skole": scene.school.slug})
    assert page.status_code == 302
    assert page.url.startswith("/konto/login/?next=/tilbud/")
    assert "tid%3D" in page.url


def test_what_was_typed_survives_signing_in(scene, url, typed):
    client = Client()
    assert client.post(url, typed).status_code == 302
    client.force_login(scene.teacher)
    page = client.get(url)
    assert typed["message"] in page.text
    assert f'value="{typed["time"]}" checked' in page.text
    client.post(url, typed)
    assert typed["message"] not in client.get(url).text


def test_who_is_on_no_staff_is_told_how_to_join(scene, url):
    client = signed_in(make.UserFactory())
    page = client.get(url)
    assert page.status_code == 200
    assert "<textarea" not in page.text
    assert "leder" in page.text


def test_one_press_joins_and_leads_back_with_everything(scene, url, typed):
    make.EmailDomainFactory(school=scene.school, domain="bakkeskolen.dk")
    user = make.UserFactory(email="ny@bakkeskolen.dk")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client = signed_in(user)
    client.post(url, typed)
    page = client.get(url)
    assert f"Du arbejder på {scene.school}" in page.text
    joined = client.post(f"/min-skole/{scene.school.slug}/tilslut/", {"next": url})
    assert joined.url == url
    assert typed["message"] in client.get(url).text
    assert client.post(url, typed).status_code == 302
    assert Collaboration.objects.get().requested_by == user


@pytest.mark.parametrize("state", [PublicState.PAUSED, PublicState.SUSPENDED, PublicState.ARCHIVED])
def test_an_offer_that_is_not_public_does_not_exist(scene, url, teacher, state):
    scene.offer.state = state
    scene.offer.save()
    assert teacher.get(url).status_code == 404


def test_the_number_of_statements_does_not_grow(scene, url, teacher, django_assert_max_num_queries):
    for number in range(20):
        make.SchoolClassFactory(school=scene.school, name=f"{number}.K")
    with django_assert_max_num_queries(22):
        teacher.get(url)


def test_a_bad_day_in_the_address_of_the_weeks_is_the_first_page(url, typed, teacher):
    page = teacher.post(url, typed | {"show": "9999-99-99"})
    assert page.context["table"].first
    far = teacher.post(url, typed | {"show": "2999-01-01"})
    assert far.status_code == 200
