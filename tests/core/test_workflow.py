"""State machines as tables, shown with the screened profile of an association."""

import threading

import pytest
from django.db import connection, transaction

from skoleplus.core.refusals import NotAllowed, Outdated
from skoleplus.core.workflow import Workflow, anybody, lock, perform, system_only, transition
from skoleplus.screening.enums import State
from tests.factories import AssociationMembershipFactory, AssociationProfileFactory, ConsultantFactory


@pytest.fixture
def draft():
    membership = AssociationMembershipFactory(association__published=None)
    draft = AssociationProfileFactory(subject=membership.association, state=State.DRAFT)
    draft.author = membership.user
    return draft


@pytest.fixture
def consultant(draft):
    return ConsultantFactory(municipality=draft.municipality).user


def submit(draft, **more):
    with transaction.atomic():
        return perform(draft, "submit", by=draft.author, submitted_at=draft.created_at, **more)


@pytest.mark.django_db
def test_it_moves_writes_its_dates_and_logs(draft):
    submit(draft, note="Her er den")
    draft.refresh_from_db()
    assert draft.state == State.SUBMITTED
    assert draft.submitted_at
    row = draft.log.get()
    assert (row.transition, row.from_state, row.to_state) == ("submit", "draft", "submitted")
    assert (row.by, row.note) == (draft.author, "Her er den")


@pytest.mark.django_db
def test_a_state_it_does_not_leave_is_refused_and_nothing_is_written(draft):
    submit(draft)
    with pytest.raises(Outdated), transaction.atomic():
        submit(draft)
    assert draft.log.count() == 1


@pytest.mark.django_db
def test_an_old_copy_in_memory_does_not_count(draft):
    old = type(draft).objects.get(pk=draft.pk)
    submit(draft)
    with pytest.raises(Outdated), transaction.atomic():
        perform(old, "discard", by=draft.author)
    assert old.state == State.SUBMITTED  # it has been read again


@pytest.mark.django_db
def test_who_may_not_is_refused(draft, consultant):
    with pytest.raises(NotAllowed), transaction.atomic():
        perform(draft, "submit", by=consultant, submitted_at=draft.created_at)
    draft.refresh_from_db()
    assert draft.state == State.DRAFT
    assert not draft.log.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("note", ["", "  \n"])
def test_where_a_note_is_needed_it_is_needed(draft, consultant, note):
    submit(draft)
    with pytest.raises(NotAllowed), transaction.atomic():
        perform(draft, "request_changes", by=consultant, note=note)


@pytest.mark.django_db
def test_the_portal_acts_for_somebody_who_was_checked(draft):
    with transaction.atomic():
        perform(draft, "submit", by=None, by_name="Fra en fil", as_system=True, submitted_at=draft.created_at)
    assert (draft.log.get().by, draft.log.get().by_name) == (None, "Fra en fil")


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_is_a_programming_error(draft):
    with pytest.raises(transaction.TransactionManagementError):
        perform(draft, "submit", by=draft.author)
    with pytest.raises(transaction.TransactionManagementError):
        lock(draft)


@pytest.mark.django_db
def test_buttons_are_what_one_may_press(draft, consultant):
    names = [row.name for row in draft.allowed(draft.author)]
    assert names == ["submit", "discard"]
    assert draft.allowed(consultant) == []
    submit(draft)
    assert [row.name for row in draft.allowed(consultant)] == ["approve", "request_changes", "reject"]
    assert [row.name for row in draft.allowed(draft.author)] == ["withdraw"]
    assert draft.allows(consultant, "reject")
    assert not draft.allows(None, "reject")


def test_rules_for_nobody_and_everybody():
    assert anybody(None, None)
    assert system_only(None, None)
    assert not system_only("somebody", None)


def test_a_table_is_read_by_name():
    table = Workflow(transition("a", {"x"}, "y", anybody), transition("b", {"y"}, "z", anybody))
    assert table["b"].target == "z"
    with pytest.raises(KeyError):
        table["c"]


@pytest.mark.django_db(transaction=True)
def test_twelve_decide_at_once_and_one_decision_is_made(draft, consultant):
    submit(draft)
    results = []

    def decide():
        copy = type(draft).objects.get(pk=draft.pk)
        try:
            with transaction.atomic():
                perform(copy, "request_changes", by=consultant, note="Ret venligst")
            results.append("done")
        except Outdated as refusal:
            results.append(str(refusal))
        connection.close()

    threads = [threading.Thread(target=decide) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results.count("done") == 1
    assert len(results) == 12
    assert draft.log.filter(transition="request_changes").count() == 1
