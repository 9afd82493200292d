"""E-mail domains, intranet origins and classes: the stories."""

import pytest

from schools import services
from schools.domains import is_shared, normalise
from schools.models import EmailDomain
from skoleplus.core.refusals import NotAllowed, Refused
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return make.SchoolFactory()


@pytest.fixture
def leader(school):
    return make.StaffFactory(school=school, role="leader").user


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("@Bakkeskolen.DK", "bakkeskolen.dk"), ("hornbækskole.dk", "xn--hornbkskole-g9a.dk")],
)
def test_a_domain_is_kept_as_mail_servers_write_it(school, leader, typed, kept):
    if "æ" in typed:
        kept = normalise(typed)
        assert kept.isascii()
    services.add_domain(school=school, domain=typed, by=leader)
    services.add_domain(school=school, domain=typed, by=leader)
    assert EmailDomain.objects.get().domain == kept


@pytest.mark.parametrize(
    "domain",
    ["gmail.com", "GMAIL.com", "outlook.com", "outlook.dk", "hotmail.com", "hotmail.dk", "live.dk",
     "live.com", "yahoo.com", "yahoo.dk", "yahoo.co.uk", "icloud.com", "me.com", "mail.dk", "jubii.dk",
     "stofanet.dk", "protonmail.com", "proton.me", "co.uk", "com.dk"],
)  # fmt: skip
def test_what_everybody_may_have_is_nobodys_own(school, leader, domain):
    with pytest.raises(Refused):
        services.add_domain(school=school, domain=domain, by=leader)
    assert not EmailDomain.objects.exists()


@pytest.mark.parametrize(
    "domain", ["bakkeskolen.dk", "skole.helsingor.dk", "live-skolen.dk", "mail.helsingor.dk"]
)
def test_a_schools_own_is_not_mistaken(domain):
    assert not is_shared(domain)


def test_another_schools_domain_is_refused(school, leader):
    make.EmailDomainFactory(domain="bakkeskolen.dk")
    with pytest.raises(Refused):
        services.add_domain(school=school, domain="bakkeskolen.dk", by=leader)


def test_leaders_and_the_consultant_keep_them_and_nobody_else(school):
    consultant = make.ConsultantFactory(municipality=school.municipality).user
    row = services.add_domain(school=school, domain="bakkeskolen.dk", by=consultant)
    origin = services.add_origin(school=school, origin="https://intranet.example.dk", by=consultant)
    for user in (make.StaffFactory(school=school).user, make.ConsultantFactory().user, make.UserFactory()):
        for call in (
            lambda user=user: services.add_domain(school=school, domain="x.dk", by=user),
            lambda user=user: services.add_origin(school=school, origin="https://x.dk", by=user),
            lambda user=user: services.remove_domain(domain=row, by=user),
            lambda user=user: services.remove_origin(origin=origin, by=user),
        ):
            with pytest.raises(NotAllowed):
                call()
    services.remove_domain(domain=row, by=consultant)
    services.remove_origin(origin=origin, by=consultant)
    assert [entry.transition for entry in school.log.all()] == [
        "add_domain",
        "add_origin",
        "remove_domain",
        "remove_origin",
    ]


@pytest.mark.parametrize("spelling", ["4.A", "4a", "4 A", " 4.a "])
def test_one_class_has_many_spellings(school, leader, spelling):
    first = make.SchoolClassFactory(school=school, name="4.A")
    assert services.class_of(school=school, name=spelling, grade=4, pupils=20, by=leader) == first


def test_names_of_signs_alone_are_told_apart(school, leader):
    names = {
        services.class_of(school=school, name=name, grade=4, pupils=20, by=leader).pk for name in ("🦊", "🦉")
    }
    assert len(names) == 2


def test_a_class_is_corrected_but_not_into_another(school, leader):
    row = make.SchoolClassFactory(school=school, name="4.A")
    make.SchoolClassFactory(school=school, name="4.B")
    services.change_class(school_class=row, name="5.A", grade=5, pupils=22, by=leader)
    row.refresh_from_db()
    assert (row.name, row.grade, row.pupils) == ("5.A", 5, 22)
    with pytest.raises(Refused):
        services.change_class(school_class=row, name="4b", grade=4, pupils=22, by=leader)
    with pytest.raises(NotAllowed):
        services.change_class(school_class=row, name="5.A", grade=5, pupils=22, by=make.UserFactory())
