"""The stories of a profile: written, sent, decided."""

import pytest

from associations import services
from skoleplus.core.refusals import NotAllowed, Outdated, Refused
from skoleplus.notifications.models import Mail
from skoleplus.screening.enums import State
from tests.factories import AssociationProfileFactory, ConsultantFactory, UserFactory


@pytest.fixture
def draft(association, owner, words):
    return services.write_profile(association=association, by=owner, words=words)


@pytest.fixture
def sent(draft, owner, consultant):
    return services.submit_profile(version=draft, by=owner)


def mails(name):
    return sorted(Mail.objects.filter(event__startswith=f"associations.{name}:").values_list("to", flat=True))


def test_writing_twice_writes_in_the_same_draft(association, owner, words):
    services.write_profile(association=association, by=owner, words=words)
    services.write_profile(association=association, by=owner, words={"terms": "Ring en uge før."})

    version = association.versions.get()
    assert (version.intro, version.terms) == ("Vi ror på fjorden.", "Ring en uge før.")


def test_a_new_version_leaves_the_public_one_as_it_is(association, owner, words):
    public = AssociationProfileFactory(subject=association, intro="Gammel", about="Gammel")
    draft = services.write_profile(association=association, by=owner, words={"intro": "Ny"})

    public.refresh_from_db()
    assert (public.state, public.intro) == (State.APPROVED, "Gammel")
    assert (draft.intro, draft.about) == ("Ny", "Gammel")


def test_a_stranger_does_not_write(association, words):
    with pytest.raises(NotAllowed):
        services.write_profile(association=association, by=UserFactory(), words=words)


def test_sending_tells_the_sender_and_the_consultants(sent, owner, consultant):
    assert sent.state == State.SUBMITTED
    assert mails("profile_received") == [owner.email]
    assert mails("profile_waiting") == [consultant.email]


@pytest.mark.parametrize("name", ["name", "intro", "about"])
def test_an_incomplete_profile_is_not_sent(association, owner, words, name):
    draft = services.write_profile(association=association, by=owner, words=words | {name: ""})
    with pytest.raises(Refused):
        services.submit_profile(version=draft, by=owner)
    draft.refresh_from_db()
    assert draft.state == State.DRAFT
    assert not Mail.objects.exists()


def test_what_is_sent_cannot_be_written_in_before_it_is_taken_back(association, sent, owner):
    with pytest.raises(Outdated):
        services.write_profile(association=association, by=owner, words={"intro": "Ny"})

    services.withdraw_profile(version=sent, by=owner)
    services.write_profile(association=association, by=owner, words={"intro": "Ny"})
    assert association.versions.get().intro == "Ny"


def test_a_discarded_draft_is_gone_and_the_public_one_stays(association, owner):
    AssociationProfileFactory(subject=association, intro="Gammel")
    draft = services.write_profile(association=association, by=owner, words={"intro": "Ny"})
    services.discard_profile(version=draft, by=owner)

    again = services.write_profile(association=association, by=owner, words={})
    assert again.intro == "Gammel"


def test_approving_publishes_and_the_association_takes_the_name(association, draft, owner, consultant):
    draft = services.write_profile(
        association=association, by=owner, words={"name": "Roklubben af 1912", "kind": "culture"}
    )
    services.submit_profile(version=draft, by=owner)
    services.approve_profile(version=draft, by=consultant, note="Flot!")

    association.refresh_from_db()
    assert (association.name, association.kind) == ("Roklubben af 1912", "culture")
    assert association.versions.published().get() == draft
    assert mails("profile_approved") == [owner.email]
    assert "Flot!" in Mail.objects.get(event__startswith="associations.profile_approved").text


def test_approving_lets_the_rooms_above_know(association, sent, consultant, settings):
    settings.AFTER = {"association_changed": [f"{__name__}.remember"]}
    services.approve_profile(version=sent, by=consultant)
    assert REMEMBERED.pop() == association


def test_the_version_before_is_superseded(association, sent, consultant):
    before = AssociationProfileFactory(subject=association)
    services.approve_profile(version=sent, by=consultant)
    before.refresh_from_db()
    assert before.state == State.SUPERSEDED


@pytest.mark.parametrize(
    ("story", "state", "mail"),
    [
        (services.request_profile_changes, State.CHANGES_REQUESTED, "profile_changes_requested"),
        (services.reject_profile, State.REJECTED, "profile_rejected"),
    ],
)
def test_no_comes_with_a_reason_and_a_mail(sent, owner, consultant, story, state, mail):
    with pytest.raises(NotAllowed):
        story(version=sent, by=consultant, note="  ")
    story(version=sent, by=consultant, note="Skriv, hvor I holder til.")

    assert sent.state == state
    assert sent.newest_note == "Skriv, hvor I holder til."
    assert mails(mail) == [owner.email]


def test_corrected_and_sent_again_says_so(association, sent, owner, consultant):
    services.request_profile_changes(version=sent, by=consultant, note="Mere, tak.")
    services.write_profile(association=association, by=owner, words={"intro": "Mere."})
    services.submit_profile(version=association.versions.get(), by=owner)

    assert len(mails("profile_waiting")) == 2
    first, second = Mail.objects.filter(event__startswith="associations.profile_waiting").order_by("pk")
    assert first.subject != second.subject


def test_after_a_rejection_a_new_draft_keeps_the_text(association, sent, owner, consultant, words):
    services.reject_profile(version=sent, by=consultant, note="Nej.")
    draft = services.write_profile(association=association, by=owner, words={})
    assert draft.pk != sent.pk
    assert draft.about == words["about"]


@pytest.mark.parametrize(
    "story", [services.approve_profile, services.request_profile_changes, services.reject_profile]
)
def test_only_a_consultant_of_the_municipality_decides(sent, owner, story):
    for somebody in (owner, UserFactory(), ConsultantFactory().user):
        with pytest.raises(NotAllowed):
            story(version=sent, by=somebody, note="Hej")
    sent.refresh_from_db()
    assert sent.state == State.SUBMITTED


def test_a_decision_on_a_text_that_was_sent_again_is_refused(association, sent, owner, consultant):
    seen = sent.submitted_at
    services.withdraw_profile(version=sent, by=owner)
    services.write_profile(association=association, by=owner, words={"intro": "Noget helt andet."})
    services.submit_profile(version=sent, by=owner)

    with pytest.raises(Outdated):
        services.approve_profile(version=sent, by=consultant, seen=seen)
    assert not association.versions.published().exists()


def test_without_members_the_public_mailbox_is_told(association, consultant):
    version = AssociationProfileFactory(subject=association, state=State.SUBMITTED)
    services.approve_profile(version=version, by=consultant)
    assert mails("profile_approved") == [association.email]


def test_an_import_tells_nobody(association, consultant):
    version = AssociationProfileFactory(subject=association, state=State.SUBMITTED)
    services.approve_profile(version=version, by=None, note="Import", as_system=True)
    assert association.versions.published().exists()
    assert not Mail.objects.exists()


REMEMBERED = []


def remember(*, association):
    REMEMBERED.append(association)
