"""One text and its decision."""

import datetime as dt

import pytest
from django.urls import reverse

from associations.models import ProfileVersionLog
from skoleplus.core.clock import now
from skoleplus.core.refusals import Outdated
from skoleplus.screening import services as screening
from skoleplus.screening.enums import State
from tests.factories import (
    AssociationFactory,
    AssociationMembershipFactory,
    AssociationProfileFactory,
    ConsultantFactory,
    OfferVersionFactory,
    SchoolProfileFactory,
)
from tests.sessions import signed_in


@pytest.fixture
def association(municipality):
    return AssociationFactory(
        municipality=municipality, name="Roklubben", published__intro="Vi ror på fjorden."
    )


@pytest.fixture
def waiting(association):
    return AssociationProfileFactory(
        subject=association, name="Roklubben", intro="Vi ror på den stille fjord.", state=State.SUBMITTED
    )


def url(version, kind="forening"):
    return reverse("desk:review", args=[kind, version.pk])


def decision(version, name, note=""):
    return {"decision": name, "note": note, "seen": version.submitted_at.isoformat()}


def test_shows_old_and_new_beside_each_other(desk, waiting):
    page = desk.get(url(waiting))
    assert [field.name for field in page.context["changed"]] == ["intro"]
    assert "kind" in [field.name for field in page.context["same"]]
    assert "<ins>" in page.content.decode()


def test_the_buttons_are_those_of_the_table(desk, waiting):
    assert [row.name for row in desk.get(url(waiting)).context["decisions"]] == [
        "approve",
        "request_changes",
        "reject",
    ]


def test_says_whether_the_declaration_is_there(desk, waiting, association):
    assert desk.get(url(waiting)).context["attestation"] is None
    declared = association.attestations.create(
        signed_by="Formanden",
        signed_on=now().date(),
        valid_until=now().date() + dt.timedelta(days=90),
        declared_at=now(),
    )
    assert desk.get(url(waiting)).context["attestation"] == declared


@pytest.mark.parametrize(
    ("name", "note", "state"),
    [
        ("approve", "", State.APPROVED),
        ("request_changes", "Skriv lidt mere.", State.CHANGES_REQUESTED),
        ("reject", "Det er reklame.", State.REJECTED),
    ],
)
def test_decides_and_goes_back_when_nothing_more_waits(desk, waiting, consultant, name, note, state):
    answer = desk.post(url(waiting), decision(waiting, name, note))

    assert answer.url == reverse("desk:desk")
    waiting.refresh_from_db()
    assert waiting.state == state
    last = waiting.log.latest("pk")
    assert (last.by, last.note) == (consultant, note)


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        ("skole", lambda m: SchoolProfileFactory(subject__municipality=m, state=State.SUBMITTED)),
        (
            "tilbud",
            lambda m: OfferVersionFactory(subject__association__municipality=m, state=State.SUBMITTED),
        ),
    ],
)
@pytest.mark.parametrize("name", ["approve", "request_changes", "reject"])
def test_the_other_kinds_call_their_own_stories(desk, municipality, kind, make, name):
    version = make(municipality)
    assert desk.get(url(version, kind)).status_code == 200
    desk.post(url(version, kind), decision(version, name, "Et ord"))
    version.refresh_from_db()
    assert version.state not in (State.SUBMITTED, State.DRAFT)


def test_goes_on_to_the_next_in_the_queue(desk, municipality):
    moments = [now() - dt.timedelta(days=days) for days in (3, 2, 1)]
    first, second, third = (
        AssociationProfileFactory(
            subject__municipality=municipality, state=State.SUBMITTED, submitted_at=moment
        )
        for moment in moments
    )
    assert desk.post(url(second), decision(second, "approve")).url == url(third)
    assert desk.post(url(third), decision(third, "approve")).url == url(first)


@pytest.mark.parametrize("name", ["request_changes", "reject"])
def test_no_needs_words_and_what_was_typed_is_kept(desk, waiting, name):
    page = desk.post(url(waiting), decision(waiting, name, "   "))
    assert page.status_code == 200
    assert list(page.context["form"].errors) == ["note"]
    waiting.refresh_from_db()
    assert waiting.state == State.SUBMITTED


def test_a_second_decision_is_told_who_decided(desk, waiting, municipality):
    other = ConsultantFactory(municipality=municipality, user__name="Anna Anden").user
    screening.approve(version=waiting, by=other)

    page = desk.post(url(waiting), decision(waiting, "reject", "Nej tak."))
    assert page.status_code == 409
    assert "Anna Anden" in str(page.context["form"].non_field_errors())
    assert "Anna Anden" in page.content.decode()
    assert ProfileVersionLog.objects.filter(subject=waiting, transition="reject").count() == 0


def test_a_text_that_was_sent_again_must_be_read_again(desk, waiting, association):
    seen = decision(waiting, "approve", "Fint")
    author = AssociationMembershipFactory(association=association).user
    screening.withdraw(version=waiting, by=author)
    screening.write(version=waiting, by=author, words={"intro": "Køb vores kajakker!"})
    screening.submit(version=waiting, by=author)

    page = desk.post(url(waiting), seen)
    assert page.status_code == 409
    assert "Fint" in page.content.decode()
    waiting.refresh_from_db()
    assert waiting.state == State.SUBMITTED
    # What is shown now has been read anew: the stamp on the page is the new one.
    assert waiting.submitted_at.isoformat() in page.content.decode()


def test_a_text_taken_back_is_the_authors_alone(desk, waiting, association):
    author = AssociationMembershipFactory(association=association).user
    screening.withdraw(version=waiting, by=author)
    screening.write(version=waiting, by=author, words={"intro": "Endnu ikke færdig"})

    page = desk.get(url(waiting))
    assert "Endnu ikke færdig" not in page.content.decode()
    assert page.context["decisions"] == []


@pytest.mark.parametrize("seen", ["", "i går", "2026-01-01T10:00:00"])
def test_a_stamp_that_is_no_stamp_is_refused_in_words(desk, waiting, seen):
    page = desk.post(url(waiting), decision(waiting, "approve") | {"seen": seen})
    assert page.status_code in (200, 409)
    assert page.context["form"].errors
    waiting.refresh_from_db()
    assert waiting.state == State.SUBMITTED


@pytest.mark.parametrize("name", ["", "submit", "supersede", "x" * 500])
def test_only_decisions_are_decisions(desk, waiting, name):
    assert desk.post(url(waiting), decision(waiting, name)).status_code == 200
    waiting.refresh_from_db()
    assert waiting.state == State.SUBMITTED


def test_what_was_never_sent_or_is_not_ours_is_not_there(desk, municipality):
    draft = AssociationProfileFactory(subject__municipality=municipality, state=State.DRAFT)
    foreign = AssociationProfileFactory(state=State.SUBMITTED)
    for version in (draft, foreign):
        assert desk.get(url(version)).status_code == 404
        assert desk.get(reverse("desk:preview", args=["forening", version.pk])).status_code == 404
    assert desk.get("/konsulent/andet/1/").status_code == 404
    assert desk.post(url(foreign), decision(foreign, "approve")).status_code == 404


def test_does_not_exist_for_the_author(client, waiting, association):
    client.force_login(AssociationMembershipFactory(association=association).user)
    assert client.get(url(waiting)).status_code == 404
    assert client.post(url(waiting), decision(waiting, "approve")).status_code == 404


def test_the_preview_shows_the_words_that_wait(desk, waiting):
    page = desk.get(reverse("desk:preview", args=["forening", waiting.pk]))
    assert "den stille fjord" in page.content.decode()


def test_the_preview_of_an_offer_too(desk, municipality):
    version = OfferVersionFactory(
        subject__association__municipality=municipality, state=State.SUBMITTED, title="Prøv en violin"
    )
    page = desk.get(reverse("desk:preview", args=["tilbud", version.pk]))
    assert "Prøv en violin" in page.content.decode()


def test_the_refusal_is_the_storys_own(waiting, consultant):
    screening.reject(version=waiting, by=consultant, note="Nej")
    with pytest.raises(Outdated, match="Karen Konsulent"):
        screening.approve(version=waiting, by=consultant)


def test_an_administrator_decides_too(waiting, municipality):
    client = signed_in(
        ConsultantFactory(municipality=municipality, role="administrator").user, second_factor=True
    )
    client.post(url(waiting), decision(waiting, "approve"))
    waiting.refresh_from_db()
    assert waiting.state == State.APPROVED
