"""The six questions and the sections: answered, wrong, replayed, taken over."""

import pytest
from django.urls import reverse

from offers import services, steps
from offers.models import Offer
from skoleplus.curriculum.models import Framework, Subject
from skoleplus.screening.enums import State
from tests.factories import AssociationFactory, OfferFactory

FORM_ID = "0f7c2c6e-1b1c-4f6c-9a8e-5a2f5a0c7e11"
ANSWERS = {
    "hvad": {"title": "Find vej", "summary": "Vi løber i skoven.", "description": "**Kort** og kompas."},
    "klassetrin": {"grade_from": "4", "grade_to": "6"},
    "varighed": {"type": "course", "minutes": "90", "sessions": "3"},
    "sted": {"place": "school", "place_note": "", "travel_km": "15"},
    "pris": {"price_model": "hourly", "price_amount": "200,50", "price_per": "visit", "instructors": "2"},
    "tekster": {"before": "Læs.", "during": "Løb.", "after": "Skriv."},
    "deltagere": {"group_min": "10", "group_max": "28", "teacher_present": "on", "languages": ["da", "en"]},
    "praktisk": {
        "brings": "Kompas",
        "school_provides": "",
        "accessible": "no",
        "accessible_note": "Skovbund",
    },
    "prisdetaljer": {"transport": "50", "price_note": "Dækker kort."},
    "video": {"video_url": "vimeo.com/1"},
    "proeve": {"pilot": "on", "pilot_ends_on": "2030-06-30"},
}
SAVED = {
    "hvad": {"title": "Find vej", "summary": "Vi løber i skoven.", "description": "**Kort** og kompas."},
    "klassetrin": {"grade_from": 4, "grade_to": 6},
    "varighed": {"type": "course", "minutes": 90, "sessions": 3},
    "sted": {"place": "school", "travel_km": 15},
    "pris": {"price_model": "hourly", "price_amount": 20050, "price_per": "hour", "instructors": 2},
    "tekster": {"before": "Læs.", "during": "Løb.", "after": "Skriv."},
    "deltagere": {"group_min": 10, "group_max": 28, "whole_classes": False, "languages": ["da", "en"]},
    "praktisk": {"brings": "Kompas", "accessible": False, "accessible_note": "Skovbund"},
    "prisdetaljer": {"transport": 5000, "price_note": "Dækker kort."},
    "video": {"video_url": "https://vimeo.com/1"},
    "proeve": {"pilot": True},
}


def new_url(association, form_id=FORM_ID):
    return reverse("offer_editor:new", args=[association.slug, form_id])


def url(offer, step):
    return reverse("offer_editor:part", args=[offer.association.slug, offer.pk, step])


@pytest.fixture
def form():
    return ANSWERS["hvad"]


class TestNew:
    def test_first_answer_makes_the_offer_and_leads_on(self, browser, association, form):
        response = browser.post(new_url(association), form)
        offer = Offer.objects.get()
        assert response.url == url(offer, "klassetrin")
        assert offer.versions.get().title == "Find vej"

    def test_looking_makes_nothing(self, browser, association):
        assert browser.get(new_url(association)).status_code == 200
        assert not Offer.objects.exists()

    def test_replayed_form_makes_one_offer(self, browser, association, form):
        for _ in range(3):
            assert browser.post(new_url(association), form).status_code == 302
        assert Offer.objects.count() == 1

    def test_back_button_and_a_better_title_make_one_offer(self, browser, association, form):
        browser.post(new_url(association), form)
        browser.post(new_url(association), form | {"title": "Find vej i skoven"})
        assert Offer.objects.get().versions.get().title == "Find vej i skoven"

    def test_what_is_right_is_kept_though_something_is_missing(self, browser, association, form):
        response = browser.post(new_url(association), form | {"summary": ""})
        assert response.status_code == 200
        assert b"Find vej" in response.content
        assert Offer.objects.get().versions.get().title == "Find vej"
        browser.post(new_url(association), form)
        assert Offer.objects.count() == 1

    def test_an_empty_form_makes_nothing(self, browser, association):
        response = browser.post(new_url(association), {})
        assert response.context["form"].errors.keys() == {"title", "summary"}
        assert not Offer.objects.exists()

    def test_a_form_of_another_offer_is_refused_in_words(self, browser, association, form):
        OfferFactory(form_id=FORM_ID)
        response = browser.post(new_url(association), form)
        assert response.context["form"].non_field_errors()

    def test_the_plain_address_leads_to_one_of_its_own(self, browser, association):
        plain = reverse("offer_editor:new", args=[association.slug])
        first, second = browser.get(plain).url, browser.get(plain).url
        assert first != second
        assert browser.get(first).status_code == 200

    def test_going_back_finds_the_offer_that_was_made(self, browser, association, form):
        browser.post(new_url(association), form)
        assert browser.get(new_url(association)).url == url(Offer.objects.get(), "hvad")

    @pytest.mark.parametrize("form_id", ["1", "x" * 36, "0f7c2c6e-1b1c-4f6c-9a8e-5a2f5a0c7e1"])
    def test_there_are_no_other_addresses(self, browser, association, form, form_id):
        assert browser.post(f"/min-forening/nord/tilbud/nyt/{form_id}/", form).status_code == 404

    def test_saves_by_itself_while_typing(self, browser, association, form):
        response = browser.post(new_url(association), form, headers={"HX-Request": "true"})
        offer = Offer.objects.get()
        assert response["HX-Replace-Url"] == url(offer, "hvad")
        assert b"<html" not in response.content

    def test_others_do_not_find_it(self, browser, client):
        assert browser.get(new_url(AssociationFactory())).status_code == 404
        assert browser.post(new_url(AssociationFactory()), {}).status_code == 404

    def test_visitors_are_sent_to_sign_in(self, client, association):
        assert client.get(new_url(association)).status_code == 302


class TestParts:
    @pytest.mark.parametrize("step", ANSWERS)
    def test_shows_and_saves(self, browser, draft, step):
        assert browser.get(url(draft.subject, step)).status_code == 200
        response = browser.post(url(draft.subject, step), ANSWERS[step])
        assert response.status_code == 302, response.context["form"].errors
        draft.refresh_from_db()
        assert {name: getattr(draft, name) for name in SAVED[step]} == SAVED[step]

    @pytest.mark.parametrize("step", ANSWERS)
    def test_shows_what_was_saved(self, browser, draft, step):
        browser.post(url(draft.subject, step), ANSWERS[step])
        form = browser.get(url(draft.subject, step)).context["form"]
        again = steps.form_for(steps.STEPS[step], draft, {name: form[name].value() for name in form.fields})
        assert again.is_valid(), again.errors

    def test_questions_lead_from_one_to_the_next(self, browser, draft):
        offer = draft.subject
        ways = [
            browser.post(url(offer, step.slug), ANSWERS[step.slug]).url
            for step in steps.QUESTIONS
            if step.form
        ]
        overview = reverse("offer_editor:overview", args=[offer.association.slug, offer.pk])
        expected = [url(offer, step) for step in ("klassetrin", "varighed", "sted", "tider")]
        assert ways == [*expected, overview]

    def test_save_and_close_leads_to_the_overview(self, browser, draft):
        response = browser.post(url(draft.subject, "hvad"), ANSWERS["hvad"] | {"later": "1"})
        assert response.url.endswith(f"/tilbud/{draft.subject.pk}/")

    def test_contact_applies_at_once_without_a_draft(self, browser, published):
        browser.post(
            url(published, "kontakt"), {"contact_name": "Ole", "contact_email": "", "contact_phone": ""}
        )
        published.refresh_from_db()
        assert published.contact_name == "Ole"
        assert published.versions.count() == 1

    def test_a_public_offer_is_left_alone_until_something_is_new(self, browser, published):
        version = published.versions.get()
        browser.post(
            url(published, "hvad"), {"title": version.title, "summary": version.summary, "description": ""}
        )
        assert published.versions.count() == 1
        browser.post(url(published, "hvad"), ANSWERS["hvad"])
        assert published.versions.open().get().title == "Find vej"

    def test_waiting_for_the_consultant_nothing_is_written(self, browser, sent):
        response = browser.post(url(sent.subject, "hvad"), ANSWERS["hvad"])
        assert response.status_code == 302
        sent.refresh_from_db()
        assert sent.title == "Find vej i skoven"

    @pytest.mark.parametrize("step", ["findes-ikke", "hvad2"])
    def test_there_are_no_other_parts(self, browser, draft, step):
        assert browser.get(url(draft.subject, step)).status_code == 404

    def test_offers_of_others_do_not_exist(self, browser, association):
        foreign = OfferFactory()
        for step in steps.STEPS:
            address = reverse("offer_editor:part", args=[association.slug, foreign.pk, step])
            assert browser.get(address).status_code == 404
            assert browser.post(address, {}).status_code == 404

    def test_autosave_saves_what_is_right_and_says_what_is_not(self, browser, draft):
        response = browser.post(
            url(draft.subject, "hvad"),
            {"title": "x" * 81, "summary": "Ny", "description": ""},
            headers={"HX-Request": "true"},
        )
        draft.refresh_from_db()
        assert (draft.title, draft.summary) == ("Find vej i skoven", "Ny")
        assert "81" in response.text

    def test_autosave_does_not_hurry_anybody(self, browser, association):
        typed = {"title": "Find vej", "summary": "", "description": ""}
        response = browser.post(new_url(association), typed, headers={"HX-Request": "true"})
        assert "Gemt" in response.text
        assert "undtagen" not in response.text
        assert "bortset" not in response.text


class TestWrong:
    @pytest.mark.parametrize(
        ("step", "answers", "wrong"),
        [
            ("hvad", {"title": "x" * 81}, "title"),
            ("hvad", {"summary": "x" * 161}, "summary"),
            ("hvad", {"description": "x" * 8001}, "description"),
            ("hvad", {"title": "nul\0"}, "title"),
            ("klassetrin", {"grade_from": "7", "grade_to": "3"}, "grade_to"),
            ("klassetrin", {"grade_from": "11"}, "grade_from"),
            ("klassetrin", {"grade_from": ""}, "grade_from"),
            ("varighed", {"minutes": "halvanden"}, "minutes"),
            ("varighed", {"minutes": "14"}, "minutes"),
            ("varighed", {"minutes": "9" * 500}, "minutes"),
            ("varighed", {"sessions": "0"}, "sessions"),
            ("varighed", {"type": "party"}, "type"),
            ("sted", {"place": "moon"}, "place"),
            ("sted", {"place": "elsewhere", "place_note": ""}, "place_note"),
            ("sted", {"travel_km": "-1"}, "travel_km"),
            ("pris", {"price_amount": ""}, "price_amount"),
            ("pris", {"price_amount": "0"}, "price_amount"),
            ("pris", {"price_amount": "mange"}, "price_amount"),
            ("pris", {"price_amount": "99999999999"}, "price_amount"),
            ("pris", {"price_model": ""}, "price_model"),
            ("pris", {"instructors": "100"}, "instructors"),
            ("deltagere", {"group_min": "30", "group_max": "20"}, "group_max"),
            ("deltagere", {"languages": ["klingon"]}, "languages"),
            ("praktisk", {"accessible": "maybe"}, "accessible"),
            ("prisdetaljer", {"transport": "-5"}, "transport"),
            ("video", {"video_url": "javascript:alert(1)"}, "video_url"),
            ("proeve", {"pilot_ends_on": ""}, "pilot_ends_on"),
            ("proeve", {"pilot_ends_on": "2020-01-01"}, "pilot_ends_on"),
            ("proeve", {"pilot_ends_on": "31/31/31"}, "pilot_ends_on"),
            ("kontakt", {"contact_email": "mette@"}, "contact_email"),
            ("kontakt", {"contact_phone": "ring til mig"}, "contact_phone"),
        ],
    )
    def test_is_said_at_the_field_and_everything_typed_is_kept(self, browser, draft, step, answers, wrong):
        typed = ANSWERS.get(step, {}) | answers
        response = browser.post(url(draft.subject, step), typed)
        assert response.status_code == 200
        form = response.context["form"]
        assert wrong in form.errors
        assert form[wrong].errors[0] != "Dette felt er påkrævet."
        assert all(form[name].value() in (value, value == "on") for name, value in typed.items())
        assert f'href="#{form[wrong].id_for_label}' in response.text or form[wrong].id_for_label == ""

    def test_a_free_offer_forgets_the_amount(self, browser, draft):
        browser.post(url(draft.subject, "pris"), ANSWERS["pris"] | {"price_model": "free"})
        draft.refresh_from_db()
        assert (draft.price_model, draft.price_amount) == ("free", 0)

    def test_no_model_asks_for_nothing_else(self, browser, draft):
        response = browser.post(url(draft.subject, "pris"), {})
        assert response.context["form"].errors.keys() == {"price_model"}

    def test_half_a_range_is_not_saved(self, browser, draft):
        browser.post(url(draft.subject, "klassetrin"), {"grade_from": "9", "grade_to": ""})
        draft.refresh_from_db()
        assert (draft.grade_from, draft.grade_to) == (3, 6)

    @pytest.mark.parametrize(
        "text", ["🚣‍♀️ på fjorden", "‮drejet rundt", "مرحبا بكم", "<script>alert(1)</script>", "a" * 60]
    )
    def test_strange_but_harmless_text_is_stored_as_typed(self, browser, draft, text):
        response = browser.post(url(draft.subject, "hvad"), ANSWERS["hvad"] | {"title": text})
        assert response.status_code == 302
        draft.refresh_from_db()
        assert draft.title == text
        overview = browser.get(response.url).text
        assert "<script>alert" not in overview

    def test_a_megabyte_in_one_field_is_refused_in_words(self, browser, draft):
        response = browser.post(url(draft.subject, "hvad"), ANSWERS["hvad"] | {"description": "å" * 500_000})
        assert response.status_code == 200
        assert "description" in response.context["form"].errors


class TestCurriculum:
    @pytest.fixture
    def subjects(self, db):
        framework = Framework.objects.create(code="faelles-maal", version="2019", name="Fælles Mål")
        rows = [
            ("idraet", 1, 9, True),
            ("tysk", 5, 9, True),
            ("madkundskab", 4, 7, True),
            ("skjult", 1, 9, False),
            ("udskoling", 8, 9, True),
        ]
        return {
            code: Subject.objects.create(
                framework=framework, code=code, name=code, kind="andet", grade_from=low, grade_to=high,
                verified=verified,
            )
            for code, low, high, verified in rows
        }  # fmt: skip

    def test_offers_what_is_verified_and_taught_in_the_grades(self, browser, draft, subjects):
        form = browser.get(url(draft.subject, "fag")).context["form"]
        assert [label for _pk, label in form.fields["subjects"].choices] == ["idraet", "madkundskab", "tysk"]

    def test_saves_what_is_chosen(self, browser, draft, subjects):
        browser.post(url(draft.subject, "fag"), {"subjects": [subjects["tysk"].pk]})
        assert list(draft.subjects.all()) == [subjects["tysk"]]

    @pytest.mark.parametrize("code", ["skjult", "udskoling"])
    def test_refuses_what_is_not_on_offer(self, browser, draft, subjects, code):
        response = browser.post(url(draft.subject, "fag"), {"subjects": [subjects[code].pk]})
        assert "subjects" in response.context["form"].errors
        assert not draft.subjects.exists()

    def test_a_goal_brings_its_area_and_subject(self, browser, draft, subjects):
        area = subjects["idraet"].areas.create(code="krop", name="Krop", verified=True)
        goal = area.goals.create(after_grade=5, text="Eleven kan løbe", verified=True)
        browser.post(url(draft.subject, "fag"), {"goals": [goal.pk]})
        assert list(draft.goals.all()) == [goal]
        assert list(draft.areas.all()) == [area]
        assert list(draft.subjects.all()) == [subjects["idraet"]]

    def test_what_was_chosen_for_other_grades_stays_on_the_list(self, browser, draft, subjects):
        draft.subjects.set([subjects["udskoling"]])
        form = browser.get(url(draft.subject, "fag")).context["form"]
        assert str(subjects["udskoling"].pk) in form["subjects"].value()


class TestOverview:
    def overview(self, offer):
        return reverse("offer_editor:overview", args=[offer.association.slug, offer.pk])

    def act(self, browser, offer, action):
        return browser.post(reverse(f"offer_editor:{action}", args=[offer.association.slug, offer.pk]))

    def test_says_what_is_missing_with_links(self, browser, member, association):
        offer = services.create_offer(association=association, by=member, words={"title": "Kun en titel"})
        page = browser.get(self.overview(offer))
        missing = [row.step for row in page.context["missing"]]
        assert missing == ["hvad", "klassetrin", "varighed", "sted", "tider", "pris"]
        assert all(url(offer, step) in page.text for step in missing)

    def test_shows_the_consultants_note(self, browser, sent, consultant):
        services.request_offer_changes(version=sent, by=consultant, note="Skriv, hvor I mødes.")
        assert "Skriv, hvor I mødes." in browser.get(self.overview(sent.subject)).text
        assert "Skriv, hvor I mødes." in browser.get(url(sent.subject, "sted")).text

    def test_sends_once_however_often_it_is_pressed(self, browser, draft):
        for _ in range(2):
            assert self.act(browser, draft.subject, "submit").status_code == 302
        draft.refresh_from_db()
        assert draft.state == State.SUBMITTED
        assert draft.log.filter(transition="submit").count() == 1

    def test_does_not_send_what_is_not_complete(self, browser, draft):
        draft.minutes = None
        draft.save()
        self.act(browser, draft.subject, "submit")
        draft.refresh_from_db()
        assert draft.state == State.DRAFT

    def test_takes_back(self, browser, sent):
        self.act(browser, sent.subject, "withdraw")
        sent.refresh_from_db()
        assert sent.state == State.DRAFT

    def test_a_discarded_offer_that_never_was_public_is_gone(self, browser, draft):
        response = self.act(browser, draft.subject, "discard")
        assert response.url == reverse("associations:page", args=["nord"])
        assert browser.get(self.overview(draft.subject)).status_code == 404

    @pytest.mark.parametrize("action", ["submit", "withdraw", "discard"])
    def test_looking_at_an_action_does_nothing(self, browser, draft, action):
        address = reverse(f"offer_editor:{action}", args=["nord", draft.subject.pk])
        assert browser.get(address).status_code == 405

    @pytest.mark.parametrize(
        "action", ["submit", "withdraw", "discard", "overview", "preview", "times", "pictures"]
    )
    def test_others_do_not_exist(self, browser, association, action):
        address = reverse(f"offer_editor:{action}", args=[association.slug, OfferFactory().pk])
        assert browser.get(address).status_code in (404, 405)
        assert browser.post(address).status_code in (404, 405)

    @pytest.mark.parametrize("pk", [0, 2**31, 2**63, 10**30])
    def test_numbers_of_any_size_are_just_not_found(self, browser, association, pk):
        assert browser.get(f"/min-forening/{association.slug}/tilbud/{pk}/").status_code == 404

    def test_preview_looks_like_the_public_page(self, browser, draft):
        page = browser.get(reverse("offer_editor:preview", args=["nord", draft.subject.pk]))
        assert "offers/offer_facts.html" in [template.name for template in page.templates]
        assert "Find vej i skoven" in page.text

    def test_preview_of_next_to_nothing(self, browser, association, member):
        offer = services.create_offer(association=association, by=member, words={"summary": "Noget"})
        assert browser.get(reverse("offer_editor:preview", args=["nord", offer.pk])).status_code == 200
