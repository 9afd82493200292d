"""The yearly declaration."""

import datetime as dt

import pytest

from associations import attestations, queries, services
from associations.forms import AttestationForm
from skoleplus.core.clock import today
from skoleplus.core.refusals import NotAllowed, Refused
from tests.factories import UserFactory


def declare(association, by, **changes):
    facts = {
        "signed_by": "Formanden",
        "signed_on": today(),
        "valid_until": today() + dt.timedelta(days=300),
        "certificates": True,
        "insured": True,
    }
    return services.declare_attestation(association=association, by=by, **(facts | changes))


def test_is_current_until_its_last_day(association, owner, time_machine):
    assert queries.current_attestation(association) is None
    declared = declare(association, owner)
    assert queries.current_attestation(association) == declared

    time_machine.move_to(dt.datetime.combine(declared.valid_until, dt.time(12), dt.UTC))
    assert queries.current_attestation(association) == declared
    time_machine.shift(dt.timedelta(days=1))
    assert queries.current_attestation(association) is None


def test_the_same_again_changes_nothing(association, owner):
    assert declare(association, owner) == declare(association, owner)
    assert association.attestations.count() == 1
    assert association.log.filter(transition="attest").count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"certificates": False},
        {"insured": False},
        {"signed_by": "Formanden 010203-1234"},
        {"signed_on": today() + dt.timedelta(days=2)},
        {"valid_until": today()},
        {"valid_until": today() + dt.timedelta(days=500)},
    ],
)
def test_refuses_in_words(association, owner, wrong):
    with pytest.raises(Refused) as refusal:
        declare(association, owner, **wrong)
    assert str(refusal.value)
    assert not association.attestations.exists()


def test_only_members_declare(association):
    with pytest.raises(NotAllowed):
        declare(association, UserFactory())


@pytest.mark.parametrize(
    ("day", "until"),
    [
        (dt.date(2026, 7, 31), dt.date(2026, 8, 31)),
        (dt.date(2026, 8, 1), dt.date(2027, 8, 31)),
        (dt.date(2026, 12, 24), dt.date(2027, 8, 31)),
    ],
)
def test_suggests_the_next_end_of_summer(day, until):
    assert attestations.default_valid_until(day) == until
    assert until <= attestations.latest_valid_until(day)


@pytest.mark.parametrize(
    ("day", "latest"),
    [
        (dt.date(2026, 1, 31), dt.date(2027, 2, 28)),
        (dt.date(2026, 11, 30), dt.date(2027, 12, 30)),
        (dt.date(2027, 1, 31), dt.date(2028, 2, 29)),
    ],
)
def test_thirteen_months(day, latest):
    assert attestations.latest_valid_until(day) == latest


@pytest.mark.parametrize("name", ["signed_by", "signed_on", "valid_until"])
def test_no_field_takes_a_personal_number(name):
    data = {
        "signed_by": "Formanden",
        "signed_on": today().isoformat(),
        "valid_until": (today() + dt.timedelta(days=90)).isoformat(),
        "certificates": "on",
        "insured": "on",
    }
    assert AttestationForm(data).is_valid()
    form = AttestationForm(data | {name: "010203-1234"})
    assert "CPR" in form.errors[name][0]
    assert len(form.errors[name]) == 1
