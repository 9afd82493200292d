"""An association's pages: works, refuses, checks access."""

import uuid
from copy import deepcopy
from pathlib import Path

import pytest
from django.urls import reverse

from associations import services
from associations.models import Association
from skoleplus.core.clock import today
from skoleplus.core.panels import Panel
from skoleplus.screening.enums import PublicState, State
from tests.factories import (
    AssociationFactory,
    AssociationMembershipFactory,
    AssociationProfileFactory,
    MunicipalityFactory,
    OfferFactory,
    OfferVersionFactory,
    UserFactory,
)

OWN_PAGES = ["page", "contact", "attestation", "profile", "people"]


def url(name, *args):
    return reverse(f"associations:{name}", args=args)


@pytest.fixture
def browser(client, owner):
    client.force_login(owner)
    return client


class TestRegister:
    FORM = {
        "name": "Ørebakkens Spejdere",
        "kind": "scouts",
        "contact_name": "Mette",
        "email": "m@example.org",
    }

    def test_tells_a_visitor_the_way_and_back(self, client, db):
        page = client.get(url("register")).content.decode()
        assert f"{reverse('account_signup')}?next={url('register')}" in page
        assert not client.cookies

    def test_leads_to_the_profile(self, client, person):
        MunicipalityFactory()
        client.force_login(person)
        form_id = client.get(url("register")).context["form"]["form_id"].value()
        answer = client.post(url("register"), self.FORM | {"form_id": form_id})
        assert answer.url == url("profile", Association.objects.get().slug)

    def test_replayed_makes_one(self, client, person):
        MunicipalityFactory()
        client.force_login(person)
        form = self.FORM | {"form_id": uuid.uuid4()}
        assert client.post(url("register"), form).url == client.post(url("register"), form).url
        assert Association.objects.count() == 1

    @pytest.mark.parametrize(
        ("name", "wrong"),
        [
            ("name", ""),
            ("name", "x" * 121),
            ("name", "a\x00b"),
            ("kind", ""),
            ("kind", "golf"),
            ("email", "mette@"),
            ("email", ""),
            ("contact_name", ""),
            ("cvr", "12345678"),
            ("cvr", "1010394"),
            ("postcode", "30000"),
            ("phone", "ring!"),
            ("form_id", "x"),
        ],
    )
    def test_each_field_has_its_own_words_and_what_was_typed_is_kept(self, client, person, name, wrong):
        MunicipalityFactory()
        client.force_login(person)
        page = client.post(url("register"), self.FORM | {"form_id": uuid.uuid4()} | {name: wrong})
        form = page.context["form"]
        assert list(form.errors) == [name]
        assert "Mette" in page.content.decode()
        assert not Association.objects.exists()
        if name != "form_id":
            assert f'href="#id_{name}"' in page.content.decode()

    def test_says_in_words_that_it_is_there_already(self, client, person):
        municipality = MunicipalityFactory()
        AssociationFactory(municipality=municipality, name="Ørebakkens Spejdere")
        client.force_login(person)
        page = client.post(url("register"), self.FORM | {"form_id": uuid.uuid4()})
        assert municipality.contact_email in str(page.context["form"].non_field_errors())


class TestOwnPages:
    @pytest.mark.parametrize("name", OWN_PAGES)
    def test_are_the_members_alone(self, client, association, name):
        AssociationProfileFactory(subject=association)
        address = url(name, association.slug)
        assert client.get(address).url.startswith(reverse("account_login"))
        client.force_login(AssociationMembershipFactory().user)
        assert client.get(address).status_code == 404
        assert client.post(address, {}).status_code in (404, 405)

    @pytest.mark.parametrize("name", OWN_PAGES)
    def test_open_for_members(self, browser, association, name):
        assert browser.get(url(name, association.slug)).status_code == 200

    def test_one_association_opens_at_once_several_are_a_list(self, browser, association, owner):
        assert browser.get(url("mine")).url == url("page", association.slug)
        other = AssociationMembershipFactory(user=owner).association
        page = browser.get(url("mine")).content.decode()
        assert association.name in page
        assert other.name in page

    def test_somebody_without_one_is_told_what_to_do(self, client, db):
        client.force_login(UserFactory())
        assert url("register") in client.get(url("mine")).content.decode()

    def test_says_who_is_next(self, browser, association, owner, words, consultant):
        def key():
            return browser.get(url("page", association.slug)).context["standing"].row.key

        assert key() == "none"
        draft = services.write_profile(association=association, by=owner, words=words)
        assert key() == "draft"
        services.submit_profile(version=draft, by=owner)
        assert key() == "submitted"
        services.request_profile_changes(version=draft, by=consultant, note="Skriv om vejret.")
        page = browser.get(url("page", association.slug))
        assert page.context["standing"].row.key == "changes"
        assert "Skriv om vejret." in page.content.decode()
        services.submit_profile(version=draft, by=owner)
        services.approve_profile(version=draft, by=consultant)
        assert key() == "public"

    def test_shows_what_rooms_above_add(self, browser, association, settings):
        settings.PANELS = {"association": [f"{__name__}.panel"]}
        changed = deepcopy(settings.TEMPLATES)
        changed[0]["DIRS"] = [Path(__file__).parent / "templates", *changed[0]["DIRS"]]
        settings.TEMPLATES = changed
        page = browser.get(url("page", association.slug)).content.decode()
        assert f"Panel of {association.slug}" in page


def panel(request, association):
    return Panel("tests/panel.html", {"words": f"Panel of {association.slug}"})


class TestContact:
    FORM = {"contact_name": "Ny Navn", "email": "ny@example.org", "city": "Espergærde"}

    def test_applies_at_once(self, browser, association):
        browser.post(url("contact", association.slug), self.FORM | {"lat": "56,036", "lon": "12.613"})
        association.refresh_from_db()
        assert (association.contact_name, association.lat, association.lon) == ("Ny Navn", 56.036, 12.613)

    @pytest.mark.parametrize(
        "wrong", [{"lat": "56"}, {"lon": "12"}, {"lat": "nan", "lon": "12"}, {"lat": "9", "lon": "12"}]
    )
    def test_half_a_place_is_no_place(self, browser, association, wrong):
        page = browser.post(url("contact", association.slug), self.FORM | wrong)
        assert page.context["form"].errors
        association.refresh_from_db()
        assert association.lat is None


class TestAttestation:
    def test_declares(self, browser, association):
        form = browser.get(url("attestation", association.slug)).context["form"]
        browser.post(
            url("attestation", association.slug),
            {
                "signed_by": "Formanden",
                "signed_on": today().isoformat(),
                "valid_until": form["valid_until"].value(),
                "certificates": "on",
                "insured": "on",
            },
        )
        assert association.attestations.get().signed_by == "Formanden"

    def test_names_every_tick_and_date_that_is_missing(self, browser, association):
        page = browser.post(url("attestation", association.slug), {"signed_by": "Formanden"})
        assert set(page.context["form"].errors) == {"signed_on", "valid_until", "certificates", "insured"}
        assert "Formanden" in page.content.decode()


class TestProfile:
    def test_a_draft_may_lack_words_but_is_saved(self, browser, association):
        answer = browser.post(
            url("profile", association.slug), {"name": "Roklubben", "intro": "Hej", "later": "1"}
        )
        assert answer.url == url("page", association.slug)
        draft = association.versions.get()
        assert (draft.state, draft.name, draft.intro) == (State.DRAFT, "Roklubben", "Hej")

    def test_looking_writes_nothing(self, browser, association):
        AssociationProfileFactory(subject=association)
        browser.get(url("profile", association.slug))
        assert association.versions.count() == 1

    def test_what_is_right_is_saved_beside_what_is_wrong(self, browser, association):
        page = browser.post(
            url("profile", association.slug), {"name": "Roklubben", "intro": "Hej", "website": "ikke en side"}
        )
        assert list(page.context["form"].errors) == ["website"]
        assert "ikke en side" in page.content.decode()
        assert association.versions.get().intro == "Hej"

    def test_saves_by_itself_and_says_so(self, browser, association, words):
        answer = browser.post(
            url("profile", association.slug), words | {"website": "x y"}, headers={"HX-Request": "true"}
        )
        assert "<html" not in answer.content.decode()
        assert "https://forening.dk" in answer.content.decode()
        assert association.versions.get().about == words["about"]

    def test_line_ends_count_once(self, browser, association, words):
        browser.post(url("profile", association.slug), words | {"about": "a\r\n" * 2500})
        assert association.versions.get().about.count("\n") == 2499

    @pytest.mark.parametrize("name", ["name", "kind", "intro", "about"])
    def test_is_not_sent_before_it_is_complete(self, browser, association, owner, words, name):
        browser.post(url("profile", association.slug), words | {name: "" if name != "kind" else "golf"})
        preview = browser.get(url("profile_preview", association.slug))
        if name == "kind":
            return
        assert name in [missing for missing, _error in preview.context["missing"]]
        answer = browser.post(url("profile_submit", association.slug))
        assert answer.url == url("profile", association.slug) + "?mangler=1"
        assert name in browser.get(answer.url).context["form"].errors
        assert association.versions.get().state == State.DRAFT

    def test_send_look_take_back_discard(self, browser, association, words):
        browser.post(url("profile", association.slug), words)
        browser.post(url("profile_submit", association.slug))
        browser.post(url("profile_submit", association.slug))
        version = association.versions.get()
        assert version.state == State.SUBMITTED
        assert version.log.filter(transition="submit").count() == 1
        assert (
            browser.get(url("profile", association.slug)).templates[0].name
            == "associations/profile_waiting.html"
        )
        assert words["intro"] in browser.get(url("profile_preview", association.slug)).content.decode()

        browser.post(url("profile_withdraw", association.slug))
        browser.post(url("profile_discard", association.slug))
        version.refresh_from_db()
        assert version.state == State.DISCARDED

    def test_what_is_typed_while_it_is_with_the_consultant_is_not_lost(self, browser, association, words):
        browser.post(url("profile", association.slug), words)
        browser.post(url("profile_submit", association.slug))
        page = browser.post(url("profile", association.slug), words | {"intro": "Skrevet i en gammel fane"})
        assert "Skrevet i en gammel fane" in page.content.decode()
        assert page.context["form"].non_field_errors()
        assert association.versions.get().intro == words["intro"]

    @pytest.mark.parametrize("name", ["profile_submit", "profile_withdraw", "profile_discard"])
    def test_others_move_nothing(self, client, association, owner, words, name):
        services.write_profile(association=association, by=owner, words=words)
        client.force_login(UserFactory())
        assert client.post(url(name, association.slug)).status_code == 404
        assert association.versions.get().state == State.DRAFT

    def test_markdown_cannot_script(self, browser, association, words):
        evil = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>"
        browser.post(url("profile", association.slug), words | {"about": evil})
        page = browser.get(url("profile_preview", association.slug)).content.decode()
        assert "<script>alert" not in page
        assert 'href="javascript' not in page
        assert "<img src=x" not in page

    def test_a_public_profile_stays_while_a_new_version_is_written(self, browser, client, association, words):
        AssociationProfileFactory(subject=association, intro="Gammel")
        browser.post(url("profile", association.slug), words | {"intro": "Ny og hemmelig"})
        page = client.get(url("detail", association.slug)).content.decode()
        assert "Gammel" in page
        assert "Ny og hemmelig" not in page


class TestPublic:
    def test_the_list_is_in_danish_order_and_of_what_is_public(self, client, db):
        municipality = MunicipalityFactory()
        for name in ("Ålen", "Zebra", "Æblet"):
            AssociationFactory(municipality=municipality, name=name)
        AssociationFactory(municipality=municipality, name="Kladden", published=None)
        AssociationFactory(municipality=municipality, name="Pausen", state=PublicState.PAUSED)
        AssociationFactory(name="Nabokommunens")
        page = client.get(url("list"))
        assert [profile.name for profile in page.context["page"]] == ["Zebra", "Æblet", "Ålen"]
        assert not client.cookies

    def test_filters_by_kind_and_words(self, client, db):
        municipality = MunicipalityFactory()
        AssociationFactory(municipality=municipality, name="Roklubben", kind="sport", city="Hornbæk")
        AssociationFactory(municipality=municipality, name="Koret", kind="music")

        def found(**query):
            return [profile.name for profile in client.get(url("list"), query).context["page"]]

        assert found(kind="music") == ["Koret"]
        assert found(q="hornbæk") == ["Roklubben"]
        assert found(q="kor", kind="sport") == []
        assert found(kind="golf") == ["Koret", "Roklubben"]
        assert found(q="x" * 200, page="99999999999") == ["Koret", "Roklubben"]

    @pytest.mark.parametrize("rows", [1, 20])
    def test_asks_the_database_as_often_for_one_as_for_twenty(
        self, client, db, rows, django_assert_num_queries
    ):
        municipality = MunicipalityFactory()
        for _number in range(rows):
            AssociationFactory(municipality=municipality)
        with django_assert_num_queries(4):
            client.get(url("list"))

    def test_one_association(self, client, association, django_assert_max_num_queries):
        AssociationProfileFactory(subject=association, about="Kom **ud** på vandet")
        with django_assert_max_num_queries(8):
            page = client.get(url("detail", association.slug))
        assert "<strong>ud</strong>" in page.content.decode()
        assert association.email in page.content.decode()
        assert not client.cookies

    @pytest.mark.parametrize("state", [state for state in PublicState if state != PublicState.PUBLIC])
    def test_what_is_not_public_is_not_there(self, browser, association, state):
        assert browser.get(url("detail", association.slug)).status_code == 404
        AssociationProfileFactory(subject=association)
        Association.objects.filter(pk=association.pk).update(state=state)
        assert browser.get(url("detail", association.slug)).status_code == 404

    def test_the_page_for_associations(self, client, db):
        MunicipalityFactory(contact_name="Karen")
        assert "Karen" in client.get(url("for_associations")).content.decode()
        assert not client.cookies


class TestOffersOnThePublicPage:
    def test_shows_what_is_public_and_nothing_else(self, client, db):
        association = AssociationFactory()
        OfferFactory(association=association, published__title="Ro med os")
        OfferVersionFactory(subject__association=association, state=State.SUBMITTED, title="Hemmeligt")
        OfferFactory(published__title="Naboens")
        page = client.get(url("detail", association.slug)).content.decode()
        assert "Ro med os" in page
        assert "Hemmeligt" not in page
        assert "Naboens" not in page

    @pytest.mark.parametrize("rows", [1, 20])
    def test_asks_as_often_for_one_offer_as_for_twenty(self, client, db, rows, django_assert_num_queries):
        association = AssociationFactory()
        for _number in range(rows):
            OfferFactory(association=association)
        with django_assert_num_queries(7):
            client.get(url("detail", association.slug))
