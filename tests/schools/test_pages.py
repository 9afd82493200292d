"""A school's own pages."""

import pytest
from allauth.account.models import EmailAddress

from schools.models import EmailDomain, IntranetOrigin, StaffInvitation
from skoleplus.notifications.models import Mail
from tests import factories as make
from tests.sessions import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return make.SchoolFactory(slug="bakkeskolen", name="Bakkeskolen")


@pytest.fixture
def leader(school):
    return make.StaffFactory(school=school, role="leader").user


PAGES = {
    "/min-skole/bakkeskolen/": {"teacher", "leader", "consultant"},
    "/min-skole/bakkeskolen/klasser/1/": {"teacher", "leader", "consultant"},
    "/min-skole/bakkeskolen/medarbejdere/": {"leader", "consultant"},
    "/min-skole/bakkeskolen/opsaetning/": {"leader", "consultant"},
}


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize(
    "role", ["teacher", "leader", "consultant", "consultant elsewhere", "staff elsewhere", "stranger"]
)
def test_who_opens_which_page(school, url, role):
    make.SchoolClassFactory(school=school, pk=1)
    users = {
        "teacher": lambda: make.StaffFactory(school=school).user,
        "leader": lambda: make.StaffFactory(school=school, role="leader").user,
        "consultant": lambda: make.ConsultantFactory(municipality=school.municipality).user,
        "consultant elsewhere": lambda: make.ConsultantFactory().user,
        "staff elsewhere": lambda: make.StaffFactory(role="leader").user,
        "stranger": make.UserFactory,
    }
    page = signed_in(users[role](), second_factor=True).get(url)
    assert page.status_code == (200 if role in PAGES[url] else 404)


@pytest.mark.parametrize("url", ["/min-skole/", "/min-skole/tilslut/", *PAGES])
def test_signed_out_one_signs_in_first(client, school, url):
    assert client.get(url).url.startswith("/konto/login/")


def test_the_only_school_is_opened_at_once_and_several_are_listed(school):
    user = make.StaffFactory(school=school).user
    assert signed_in(user).get("/min-skole/").url == "/min-skole/bakkeskolen/"
    make.StaffFactory(user=user, school__name="Åskolen")
    assert "Åskolen" in signed_in(user).get("/min-skole/").text


def test_a_newcomer_is_offered_the_school_of_the_domain(school):
    make.EmailDomainFactory(school=school, domain="bakkeskolen.dk")
    user = make.UserFactory(email="ny@bakkeskolen.dk")
    EmailAddress.objects.create(user=user, email=user.email, verified=True)
    client = signed_in(user)
    page = client.get("/min-skole/", follow=True)
    assert "Du arbejder på Bakkeskolen" in page.text
    assert client.get("/min-skole/bakkeskolen/tilslut/").status_code == 405
    joined = client.post("/min-skole/bakkeskolen/tilslut/", {"next": "https://ond.example/"})
    assert joined.url == "/min-skole/bakkeskolen/"
    assert school.memberships.get().user == user


def test_who_cannot_join_is_told_so(school):
    client = signed_in(make.UserFactory())
    page = client.post("/min-skole/bakkeskolen/tilslut/", follow=True)
    assert "Din mailadresse viser ikke" in page.text
    assert not school.memberships.exists()


def test_a_leader_invites_takes_back_and_removes(school, leader):
    client = signed_in(leader)
    client.post(
        "/min-skole/bakkeskolen/medarbejdere/inviter/", {"email": "ny@example.org", "role": "teacher"}
    )
    invitation = StaffInvitation.objects.get()
    assert "ny@example.org" in client.get("/min-skole/bakkeskolen/medarbejdere/").text
    client.post(f"/min-skole/bakkeskolen/invitationer/{invitation.pk}/fortryd/")
    assert "ny@example.org" not in client.get("/min-skole/bakkeskolen/medarbejdere/").text
    teacher = make.StaffFactory(school=school)
    client.post(f"/min-skole/bakkeskolen/medarbejdere/{teacher.pk}/fjern/")
    assert list(school.memberships.values_list("user", flat=True)) == [leader.pk]


def test_the_invited_one_sees_a_page_and_presses_a_button(client, school, leader):
    signed_in(leader).post(
        "/min-skole/bakkeskolen/medarbejdere/inviter/", {"email": "ny@example.org", "role": "teacher"}
    )
    url = Mail.objects.get(to="ny@example.org").secrets[0].removeprefix("http://localhost:8000")
    assert "Bakkeskolen" in client.get(url).text
    user = make.UserFactory(email="ny@example.org")
    guest = signed_in(user)
    guest.get(url)
    assert not school.memberships.filter(user=user).exists()
    assert guest.post(url).url == "/min-skole/bakkeskolen/"
    assert school.memberships.get(user=user).role == "teacher"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"email": "", "role": "teacher"}, "Skriv e-mailadressen på den, I inviterer."),
        ({"email": "mette@", "role": "teacher"}, "Skriv en hel mailadresse"),
        ({"email": "a@example.org", "role": "king"}, "Vælg en af rollerne."),
    ],
)
def test_a_wrong_invitation_is_told(school, leader, typed, words):
    page = signed_in(leader).post("/min-skole/bakkeskolen/medarbejdere/inviter/", typed)
    assert page.status_code == 200
    assert words in page.text
    assert not Mail.objects.exists()


def test_the_last_leader_is_told(school, leader):
    membership = school.memberships.get()
    page = signed_in(leader).post(f"/min-skole/bakkeskolen/medarbejdere/{membership.pk}/fjern/", follow=True)
    assert "mindst én leder" in page.text


def test_domains_and_origins_are_added_and_removed(school, leader):
    client = signed_in(leader)
    client.post("/min-skole/bakkeskolen/opsaetning/domaener/", {"domain": "@Bakkeskolen.dk"})
    client.post("/min-skole/bakkeskolen/opsaetning/intranet/", {"origin": "https://Intranet.example.dk/"})
    domain, origin = EmailDomain.objects.get(), IntranetOrigin.objects.get()
    assert (domain.domain, origin.origin) == ("bakkeskolen.dk", "https://intranet.example.dk")
    client.post(f"/min-skole/bakkeskolen/opsaetning/domaener/{domain.pk}/fjern/")
    client.post(f"/min-skole/bakkeskolen/opsaetning/intranet/{origin.pk}/fjern/")
    assert not EmailDomain.objects.exists()
    assert not IntranetOrigin.objects.exists()


@pytest.mark.parametrize(
    ("part", "typed", "words"),
    [
        ("domaener", {"domain": ""}, "Skriv det, der står efter @"),
        ("domaener", {"domain": "ikke et domæne"}, "Skriv det, der står efter @"),
        ("domaener", {"domain": "gmail.com"}, "ikke være skolens eget"),
        ("intranet", {"origin": ""}, "Skriv intranettets adresse."),
        ("intranet", {"origin": "javascript:alert(1)"}, "uden sti"),
        ("intranet", {"origin": "https://x.dk/sti; script-src *"}, "uden sti"),
    ],
)
def test_a_wrong_setting_is_told(school, leader, part, typed, words):
    page = signed_in(leader).post(f"/min-skole/bakkeskolen/opsaetning/{part}/", typed)
    assert page.status_code == 200
    assert words in page.text
    assert not EmailDomain.objects.exists()
    assert not IntranetOrigin.objects.exists()


def test_another_schools_rows_cannot_be_touched(school, leader):
    other = make.EmailDomainFactory()
    invitation_url = f"/min-skole/bakkeskolen/opsaetning/domaener/{other.pk}/fjern/"
    assert signed_in(leader).post(invitation_url).status_code == 404
    staff = make.StaffFactory()
    assert signed_in(leader).post(f"/min-skole/bakkeskolen/medarbejdere/{staff.pk}/fjern/").status_code == 404


def test_staff_add_and_correct_classes(school):
    client = signed_in(make.StaffFactory(school=school).user)
    client.post("/min-skole/bakkeskolen/klasser/", {"name": "4.A", "grade": "4", "pupils": "24"})
    row = school.classes.get()
    client.post(f"/min-skole/bakkeskolen/klasser/{row.pk}/", {"name": "5.A", "grade": "5", "pupils": "23"})
    row.refresh_from_db()
    assert (row.name, row.grade, row.pupils) == ("5.A", 5, 23)
    page = client.post("/min-skole/bakkeskolen/klasser/", {"name": "", "grade": "12", "pupils": "0"})
    for words in ("Skriv klassens navn.", "Vælg et klassetrin på listen.", "mindst 1"):
        assert words in page.text


def test_classes_of_another_school_do_not_exist(school, leader):
    other = make.SchoolClassFactory()
    assert signed_in(leader).get(f"/min-skole/bakkeskolen/klasser/{other.pk}/").status_code == 404


def test_right_after_signing_up_the_school_of_the_domain_is_offered(school):
    make.EmailDomainFactory(school=school, domain="bakkeskolen.dk")
    user = make.UserFactory(email="ny@bakkeskolen.dk")
    EmailAddress.objects.create(user=user, email=user.email, verified=True)
    client = signed_in(user)
    assert "Du arbejder på Bakkeskolen" in client.get("/konto/videre/").text
    client.post("/min-skole/bakkeskolen/tilslut/")
    assert client.get("/konto/videre/").url == "/min-skole/"
