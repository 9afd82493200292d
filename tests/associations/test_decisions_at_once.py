"""Many consultants press at once: one decision, one mail, and the others are told who was first."""

import threading

import pytest
from django.db import connection

from associations import services
from associations.models import ProfileVersionLog
from skoleplus.core.refusals import Outdated
from skoleplus.notifications.models import Mail
from skoleplus.screening.enums import State
from tests.factories import (
    AssociationFactory,
    AssociationMembershipFactory,
    AssociationProfileFactory,
    ConsultantFactory,
)

DECISIONS = [
    lambda version, by: services.approve_profile(version=version, by=by),
    lambda version, by: services.reject_profile(version=version, by=by, note="Nej"),
    lambda version, by: services.request_profile_changes(version=version, by=by, note="Ret"),
]


def decide_at_once(count, decisions):
    association = AssociationFactory()
    AssociationMembershipFactory(association=association)
    version = AssociationProfileFactory(subject=association, state=State.SUBMITTED)
    consultants = [
        ConsultantFactory(municipality=association.municipality, user__name=f"Konsulent {number}").user
        for number in range(count)
    ]
    barrier, refusals = threading.Barrier(count, timeout=60), []
    # Twenty threads need every connection of the pool; ours goes back to it meanwhile.
    connection.close()

    def press(number):
        mine = type(version).objects.get(pk=version.pk)
        barrier.wait()
        try:
            decisions[number % len(decisions)](mine, consultants[number])
        except Outdated as refusal:
            refusals.append(str(refusal))
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=[number]) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return version, refusals


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("decisions", [DECISIONS[:1], DECISIONS], ids=["all approve", "mixed"])
def test_one_decision(decisions):
    version, refusals = decide_at_once(6, decisions)

    version.refresh_from_db()
    assert version.state != State.SUBMITTED
    decided = ProfileVersionLog.objects.filter(
        subject=version, transition__in=["approve", "request_changes", "reject"]
    )
    assert decided.count() == 1
    assert len(refusals) == 5
    if version.state == State.APPROVED:
        assert all(str(decided.get().by) in refusal for refusal in refusals)
    assert Mail.objects.filter(event__startswith="associations.profile_").count() == 1
    assert version.subject.versions.published().count() == 1


@pytest.mark.soak
@pytest.mark.django_db(transaction=True)
def test_twenty_at_once():
    _version, refusals = decide_at_once(20, DECISIONS[:1])
    assert len(refusals) == 19
