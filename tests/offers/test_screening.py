"""An offer on its way to the public, and who is told."""

import pytest

from offers import completeness, search, services
from offers.models import Offer
from skoleplus.core.refusals import NotAllowed, Outdated
from skoleplus.notifications.models import Mail
from skoleplus.screening.enums import State
from tests.factories import ConsultantFactory, OfferVersionFactory, UserFactory


def mails(name):
    return sorted(Mail.objects.filter(event__startswith=f"offers.{name}:").values_list("to", flat=True))


def test_sending_tells_the_sender_and_the_consultants(sent, member, consultant):
    assert sent.state == State.SUBMITTED
    assert mails("offer_received") == [member.email]
    assert mails("offer_waiting") == [consultant.email]


def test_sending_twice_is_refused_and_mails_nobody(sent, member):
    with pytest.raises(Outdated):
        services.submit_offer(version=sent, by=member)
    assert Mail.objects.count() == 2


def test_an_import_mails_nobody_and_needs_no_times(draft):
    draft.subject.windows.all().delete()
    services.submit_offer(version=draft, by=None)
    assert draft.state == State.SUBMITTED
    assert not Mail.objects.exists()


@pytest.mark.parametrize(
    ("fields", "step"),
    [
        ({"title": ""}, "hvad"),
        ({"summary": ""}, "hvad"),
        ({"grade_from": None, "grade_to": None}, "klassetrin"),
        ({"minutes": None}, "varighed"),
        ({"place": ""}, "sted"),
        ({"place": "elsewhere"}, "sted"),
        ({"place": "association"}, "sted"),
        ({"price_model": ""}, "pris"),
        ({"price_model": "hourly"}, "pris"),
        ({"pilot": True}, "proeve"),
    ],
)
def test_what_is_missing_is_named(draft, member, fields, step):
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save()
    with pytest.raises(services.Incomplete) as refused:
        services.submit_offer(version=draft, by=member)
    assert [row.step for row in refused.value.missing] == [step]
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_times_that_have_passed_are_no_times(draft, member):
    window = draft.subject.windows.get()
    window.first_day = window.last_day = "2020-01-07"
    window.save()
    assert [row.step for row in completeness.missing(draft)] == ["tider"]


def test_approving_publishes_indexes_and_tells_the_members(sent, consultant, member, monkeypatch):
    indexed = []
    monkeypatch.setattr(search, "reindex", indexed.append)
    services.approve_offer(version=sent, by=consultant, note="Fint!", seen=sent.submitted_at)
    assert sent.subject in Offer.objects.public()
    assert indexed == [sent]
    assert mails("offer_approved") == [member.email]
    assert "Fint!" in Mail.objects.get(event__startswith="offers.offer_approved:").text


def test_approving_replaces_the_version_before(published, member, consultant):
    version = services.save_offer(offer=published, by=member, words={"title": "Ny titel"})
    services.submit_offer(version=version, by=member)
    services.approve_offer(version=version, by=consultant)
    assert published.versions.published().get() == version


def test_asking_for_changes_carries_the_note(sent, consultant, member):
    services.request_offer_changes(version=sent, by=consultant, note="Skriv, hvor I mødes.")
    assert (sent.state, sent.newest_note) == (State.CHANGES_REQUESTED, "Skriv, hvor I mødes.")
    assert mails("offer_changes_requested") == [member.email]
    mail = Mail.objects.get(event__startswith="offers.offer_changes_requested:")
    assert "Skriv, hvor I mødes." in mail.text
    assert "Skriv, hvor I mødes." in mail.html


def test_corrected_and_sent_again_says_so(sent, consultant, member):
    services.request_offer_changes(version=sent, by=consultant, note="Skriv mere.")
    services.save_offer(offer=sent.subject, by=member, words={"description": "Meget mere."})
    services.submit_offer(version=sent, by=member)
    assert len(mails("offer_waiting")) == 2


def test_a_rejected_text_is_kept_in_the_next_draft(sent, consultant, member):
    services.reject_offer(version=sent, by=consultant, note="Det passer ikke ind.")
    assert mails("offer_rejected") == [member.email]
    version = services.save_offer(offer=sent.subject, by=member, words={"summary": "Et nyt forsøg"})
    assert (version.number, version.title) == (2, "Find vej i skoven")


def test_taking_back_and_writing_on(sent, member):
    services.withdraw_offer(version=sent, by=member)
    services.save_offer(offer=sent.subject, by=member, words={"title": "Bedre titel"})
    sent.refresh_from_db()
    assert (sent.state, sent.title) == (State.DRAFT, "Bedre titel")


@pytest.mark.parametrize(
    "story", [services.approve_offer, services.request_offer_changes, services.reject_offer]
)
def test_only_consultants_of_the_municipality_decide(sent, member, story):
    for somebody in (member, UserFactory(), ConsultantFactory().user):
        with pytest.raises(NotAllowed):
            story(version=sent, by=somebody, note="Nej")
    sent.refresh_from_db()
    assert sent.state == State.SUBMITTED


def test_a_second_decision_is_told_who_was_first(sent, consultant):
    services.approve_offer(version=sent, by=consultant)
    with pytest.raises(Outdated, match="Karen Konsulent"):
        services.reject_offer(version=sent, by=consultant, note="Nej")


def test_a_new_name_of_the_association_reaches_search(association, monkeypatch):
    versions = [OfferVersionFactory(subject__association=association) for _ in range(2)]
    indexed = []
    monkeypatch.setattr(search, "reindex", indexed.append)
    services.reindex_association(association=association)
    assert indexed == versions
