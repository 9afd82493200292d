"""The association's page about pictures, and the address they are shown from."""

import uuid

import pytest
from django.urls import reverse

from offers import services
from offers.models import Picture
from skoleplus.screening import services as screening
from tests.factories import ConsultantFactory, OfferFactory, OfferVersionFactory, UserFactory
from tests.offers.images import HTML, SVG, saved, uploaded
from tests.sessions import signed_in


def address(name, *args):
    return reverse(f"offer_editor:{name}", args=["nord", *args])


def given(**fields):
    return {"file": uploaded(), "alt": "To piger med et kort", "credit": "Mette"} | fields


@pytest.fixture
def picture(draft, member):
    made = services.add_picture(version=draft, by=member, file=uploaded(), alt="Kortet", credit="Mette")
    return services.process_picture(made.pk)


class TestPage:
    def test_takes_a_picture(self, browser, draft):
        response = browser.post(address("pictures", draft.subject.pk), given(), follow=True)
        assert draft.pictures.get().alt == "To piger med et kort"
        assert "data-hx-get" in response.text

    def test_asks_for_the_file_again_when_something_else_is_missing(self, browser, draft):
        form = browser.post(address("pictures", draft.subject.pk), given(alt="")).context["form"]
        assert set(form.errors) == {"file", "alt"}

    def test_double_click_takes_one(self, browser, draft):
        for _ in range(2):
            browser.post(address("pictures", draft.subject.pk), given())
        assert Picture.objects.count() == 1

    @pytest.mark.parametrize(
        ("fields", "wrong"),
        [
            ({"alt": ""}, "alt"),
            ({"credit": ""}, "credit"),
            ({"alt": "x" * 201}, "alt"),
            ({"file": ""}, "file"),
            ({"file": uploaded(b"")}, "file"),
            ({"file": uploaded(SVG, "foto.jpg")}, "file"),
            ({"file": uploaded(HTML, "foto.png", "image/png")}, "file"),
            ({"file": uploaded(saved()[:5000])}, "file"),
        ],
    )
    def test_says_what_is_wrong_and_keeps_the_words(self, browser, draft, fields, wrong):
        response = browser.post(address("pictures", draft.subject.pk), given(**fields))
        form = response.context["form"]
        assert wrong in form.errors
        assert form["alt"].value() == given(**fields)["alt"]
        assert not Picture.objects.exists()

    def test_a_bad_file_makes_no_draft_of_a_public_offer(self, browser, published):
        browser.post(address("pictures", published.pk), given(file=uploaded(SVG)))
        assert published.versions.count() == 1

    def test_the_line_asks_again_until_it_is_ready(self, browser, draft, member):
        made = services.add_picture(version=draft, by=member, file=uploaded(), alt="a", credit="b")
        line = address("picture_row", draft.subject.pk, made.pk)
        assert "data-hx-get" in browser.get(line).text
        services.process_picture(made.pk)
        ready = browser.get(line).text
        assert "data-hx-get" not in ready
        assert "<img" in ready
        assert "<html" not in ready

    def test_describes_moves_and_removes(self, browser, draft, picture):
        offer = draft.subject.pk
        browser.post(address("picture", offer, picture.pk), {"alt": "Kompas", "credit": "Ole"})
        assert draft.pictures.get().alt == "Kompas"
        browser.post(address("picture_earlier", offer, picture.pk))
        browser.post(address("picture_remove", offer, picture.pk))
        assert not draft.pictures.exists()

    @pytest.mark.parametrize(
        "name", ["picture", "picture_row", "picture_earlier", "picture_later", "picture_remove"]
    )
    def test_pictures_of_other_offers_do_not_exist(self, browser, draft, picture, name, association):
        other = OfferFactory(association=association)
        for pk, image in (
            (other.pk, picture.pk),
            (OfferFactory().pk, picture.pk),
            (draft.subject.pk, uuid.uuid4()),
        ):
            assert browser.get(address(name, pk, image)).status_code in (404, 405)
            assert browser.post(address(name, pk, image)).status_code in (404, 405)
        assert list(draft.pictures.all()) == [picture]

    def test_nothing_changes_while_the_consultant_reads(self, browser, draft, picture, member):
        screening.submit(version=draft, by=member)
        browser.post(address("pictures", draft.subject.pk), given(file=uploaded(saved("PNG"))))
        browser.post(address("picture_remove", draft.subject.pk, picture.pk))
        assert list(draft.pictures.all()) == [picture]


class TestShown:
    def url(self, picture, width=400, name="webp"):
        return f"/billeder/{picture.pk}/{width}.{name}"

    def publish(self, draft, member):
        screening.submit(version=draft, by=member)
        screening.approve(version=draft, by=None, as_system=True)

    def test_a_draft_is_for_its_own_people(self, client, draft, picture, member, consultant):
        elsewhere = ConsultantFactory().user
        assert client.get(self.url(picture)).status_code == 404
        for user, status in [(UserFactory(), 404), (elsewhere, 404), (member, 200), (consultant, 200)]:
            response = signed_in(user, second_factor=True).get(self.url(picture))
            assert response.status_code == status
            assert status == 404 or response["Cache-Control"].startswith("private")

    def test_published_is_for_everybody_and_for_good(self, client, draft, picture, member):
        self.publish(draft, member)
        response = client.get(self.url(picture, 800, "avif"))
        assert response["Content-Type"] == "image/avif"
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in response
        assert "Cookie" not in response.get("Vary", "")
        assert (
            client.get(
                self.url(picture, 800, "avif"), headers={"If-None-Match": response["ETag"]}
            ).status_code
            == 304
        )

    def test_costs_one_statement(self, client, draft, picture, member, django_assert_num_queries):
        self.publish(draft, member)
        with django_assert_num_queries(1):
            client.get(self.url(picture))

    def test_of_a_suspended_offer_is_not_shown(self, client, draft, picture, member):
        self.publish(draft, member)
        draft.subject.state = "suspended"
        draft.subject.save()
        assert client.get(self.url(picture)).status_code == 404

    def test_left_out_of_the_newest_version_is_not_shown(self, client, draft, picture, member):
        self.publish(draft, member)
        newer = OfferVersionFactory(subject=draft.subject, state="draft")
        self.publish(newer, member)
        assert client.get(self.url(picture)).status_code == 404

    @pytest.mark.parametrize(
        ("width", "name"), [(500, "webp"), (400, "svg"), (400, "jpg"), (0, "webp"), (10**20, "avif")]
    )
    def test_there_are_only_these_copies(self, browser, picture, width, name):
        assert browser.get(self.url(picture, width, name)).status_code == 404

    def test_is_not_there_before_it_is_ready(self, browser, draft, member):
        made = services.add_picture(version=draft, by=member, file=uploaded(), alt="a", credit="b")
        assert browser.get(self.url(made)).status_code == 404
