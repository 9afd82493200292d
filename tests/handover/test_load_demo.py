"""The demo municipality: everybody can sign in, and every desk has something on it."""

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.utils import is_mfa_enabled
from django.test import override_settings

from associations import rules as association_rules
from associations.models import Association
from collaborations.enums import State as CollaborationState
from collaborations.models import Collaboration
from handover.demo import loading
from handover.demo.people import PASSWORD, PEOPLE, RECOVERY_CODES
from handover.demo.pictures import CREDIT
from offers.models import Offer, OfferVersion, Picture
from schools import rules as school_rules
from schools.models import School
from skoleplus.accounts.models import User
from skoleplus.municipalities import rules as municipality_rules
from skoleplus.municipalities.models import Municipality
from skoleplus.screening.enums import State

# What the demo's people work with; the whole catalogue is tested with the import.
ASSOCIATIONS, OFFERS, SCHOOLS = {"a01", "a03", "a30"}, {"o01", "o02", "o03", "o07", "o79"}, {"s1", "s2"}


@pytest.fixture
def demo(curriculum, monkeypatch, tmp_path):
    """Load a demo of five offers; pictures are left to the worker."""
    bundle = json.loads(loading.BUNDLE.read_text(encoding="utf-8"))
    bundle["associations"] = [row for row in bundle["associations"] if row["key"] in ASSOCIATIONS]
    bundle["offers"] = [row for row in bundle["offers"] if row["key"] in OFFERS]
    bundle["schools"] = [row for row in bundle["schools"] if row["key"] in SCHOOLS]
    bundle["needs"] = []
    short = tmp_path / "bundle.json"
    short.write_text(json.dumps(bundle), encoding="utf-8")
    monkeypatch.setattr(loading, "BUNDLE", short)
    monkeypatch.setattr("handover.demo.hanging.AT_ONCE", 0)

    def load():
        lines = []
        with override_settings(SITE_URL="http://localhost:8123"):
            loading.load_demo(lines.append, lambda line: None)
        return lines

    return load


def person(key):
    return User.objects.get(email=next(person.email for person in PEOPLE if person.key == key))


def snapshot():
    models = (Association, Collaboration, Offer, OfferVersion, Picture, School, User, Authenticator)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_the_demo_has_people_pictures_and_work_on_every_desk(demo):
    lines = demo()

    assert any("Pictures" in line for line in lines)
    _everybody_can_sign_in()
    _everybody_has_a_place()
    _pictures_hang()
    _texts_wait_for_the_consultant()
    _collaborations_are_in_every_state()
    _the_school_has_its_addresses()


def test_loading_it_again_changes_nothing(demo):
    demo()
    before = snapshot()

    demo()

    assert snapshot() == before


def _everybody_can_sign_in():
    for someone in PEOPLE:
        user = User.objects.get(email=someone.email)
        assert user.check_password(PASSWORD)
        assert EmailAddress.objects.get(user=user).verified
        assert is_mfa_enabled(user) is someone.code
    codes = Authenticator.objects.get(user=person("consultant"), type=Authenticator.Type.RECOVERY_CODES)
    assert RecoveryCodes(codes).validate_code(RECOVERY_CODES[0])


def _everybody_has_a_place():
    municipality = Municipality.objects.get()
    assert municipality_rules.is_consultant(person("consultant"), municipality)
    assert municipality_rules.is_administrator(person("administrator"), municipality)
    assert municipality.contact_email == person("consultant").email
    association = Association.objects.get(key="a01")
    assert association_rules.may_manage_members(person("owner"), association)
    assert association_rules.may_edit(person("editor"), association)
    school = School.objects.get(key="s2")
    assert school_rules.is_leader(person("leader"), school)
    assert school_rules.is_staff(person("teacher"), school)
    assert not school_rules.is_staff(person("colleague"), school)


def _pictures_hang():
    shown = OfferVersion.objects.published().filter(pictures__credit=CREDIT)
    assert {version.subject.key for version in shown} >= {"o01", "o02", "o07", "o79"}


def _texts_wait_for_the_consultant():
    assert Association.objects.get(key="a01").versions.waiting().count() == 1
    assert OfferVersion.objects.waiting().count() == 2
    assert OfferVersion.objects.filter(state=State.CHANGES_REQUESTED).count() == 1


def _collaborations_are_in_every_state():
    states = set(Collaboration.objects.values_list("state", flat=True))
    assert states >= {
        CollaborationState.REQUESTED,
        CollaborationState.PROPOSAL,
        CollaborationState.COUNTER_PROPOSAL,
        CollaborationState.AGREED,
    }


def _the_school_has_its_addresses():
    school = School.objects.get(key="s2")
    assert [row.domain for row in school.email_domains.all()] == [loading.DOMAIN]
    origins = {row.origin for row in school.intranet_origins.all()}
    assert origins == {"http://localhost:8123", "http://127.0.0.1:8123"}
