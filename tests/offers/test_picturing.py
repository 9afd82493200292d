"""Pictures of an offer: adding, preparing, ordering, describing, taking out."""

import datetime as dt
import threading

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.db import connection

from offers import pictures, services
from offers.enums import PictureState
from offers.models import FORMATS, WIDTHS, Picture
from offers.tasks import sweep_pictures
from skoleplus.core.clock import now
from skoleplus.core.refusals import NotAllowed, Outdated, Refused
from skoleplus.screening import services as screening
from tests.factories import AssociationMembershipFactory, OfferFactory, OfferVersionFactory, UserFactory
from tests.offers.images import saved, uploaded, with_odd_exif

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    return AssociationMembershipFactory()


@pytest.fixture
def draft(member):
    offer = OfferFactory(association=member.association, published=None)
    return OfferVersionFactory(subject=offer, state="draft")


def add(draft, member, **fields):
    given = {"file": uploaded(), "alt": "To piger med et kort", "credit": "Mette"} | fields
    return services.add_picture(version=draft, by=member.user, **given)


def test_is_stored_apart_and_prepared_later(draft, member):
    picture = add(draft, member)
    assert picture.state == PictureState.UPLOADED
    assert list(draft.pictures.all()) == [picture]
    original = picture.original.name
    assert default_storage.exists(original)


@pytest.mark.django_db(transaction=True)
def test_preparing_makes_every_copy_and_drops_the_original(draft, member):
    picture = add(draft, member)
    original = picture.original.name
    done = services.process_picture(picture.pk)
    assert (done.state, done.width, done.height) == (PictureState.READY, 640, 480)
    assert all(
        default_storage.exists(pictures.path(picture.pk, width, name)) for width in WIDTHS for name in FORMATS
    )
    assert not default_storage.exists(original)
    assert services.process_picture(picture.pk) is None


def test_the_same_file_twice_is_one_picture(draft, member):
    assert add(draft, member) == add(draft, member, alt="noget andet")
    assert draft.pictures.count() == 1


@pytest.mark.parametrize("missing", ["alt", "credit"])
def test_needs_words(draft, member, missing):
    with pytest.raises(Refused):
        add(draft, member, **{missing: "  "})


def test_has_room_for_twelve(draft, member):
    for number in range(12):
        add(draft, member, file=uploaded(saved(size=(100 + number, 100))))
    with pytest.raises(Refused, match="12"):
        add(draft, member, file=uploaded(saved(size=(300, 100))))


def test_strangers_add_nothing(draft):
    with pytest.raises(NotAllowed):
        services.add_picture(version=draft, file=uploaded(), alt="a", credit="b", by=UserFactory())
    assert not Picture.objects.exists()


def test_nothing_is_added_to_what_the_consultant_reads(draft, member):
    screening.submit(version=draft, by=member.user)
    with pytest.raises(Outdated):
        add(draft, member)


def test_a_broken_file_is_refused_in_words_by_the_worker(draft, member, monkeypatch):
    picture = add(draft, member)
    default_storage.delete(picture.original.name)
    default_storage.save(picture.original.name, uploaded(b"\xff\xd8\xff not a picture"))
    done = services.process_picture(picture.pk)
    assert (done.state, bool(done.refusal)) == (PictureState.REFUSED, True)


def test_a_lost_file_is_told(draft, member):
    picture = add(draft, member)
    default_storage.delete(picture.original.name)
    assert services.process_picture(picture.pk).state == PictureState.REFUSED


def test_the_sweep_finds_what_was_left_behind(draft, member):
    picture = add(draft, member)
    sweep_pictures()
    picture.refresh_from_db()
    assert picture.state == PictureState.UPLOADED, "a task of its own is under way"
    with time_machine.travel(now().timestamp() + 120):
        sweep_pictures()
    picture.refresh_from_db()
    assert picture.state == PictureState.READY


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_it_once(draft, member):
    picture = add(draft, member)
    done = []

    def work():
        done.append(services.process_picture(picture.pk))
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(result is None for result in done) == [False, True]


def test_removing_leaves_the_published_version_alone(member):
    offer = OfferFactory(association=member.association, published=None)
    first = OfferVersionFactory(subject=offer, state="draft")
    picture = add(first, member)
    screening.submit(version=first, by=member.user)
    screening.approve(version=first, by=None, as_system=True)
    draft = screening.open_draft(subject=offer, by=member.user)
    services.remove_picture(version=draft, picture=picture, by=member.user)
    assert list(first.pictures.all()) == [picture]
    assert not draft.pictures.exists()


def test_order_applies_at_once_and_is_logged(draft, member):
    one = add(draft, member)
    two = add(draft, member, file=uploaded(saved(size=(300, 200))))
    services.move_picture(offer=draft.subject, picture=two, by=member.user, earlier=True)
    assert list(draft.pictures.all()) == [two, one]
    services.move_picture(offer=draft.subject, picture=two, by=member.user, earlier=True)
    assert list(draft.pictures.all()) == [two, one]
    assert draft.subject.log.filter(transition="move_picture").count() == 1


class TestDescribe:
    def test_changes_the_words_of_a_draft_in_place(self, draft, member):
        picture = add(draft, member)
        same = services.describe_picture(
            version=draft, picture=picture, alt="Kortet", credit="Ole", by=member.user
        )
        assert (same.pk, same.alt, same.credit) == (picture.pk, "Kortet", "Ole")

    def test_published_words_stay_until_the_new_ones_are_approved(self, member):
        offer = OfferFactory(association=member.association, published=None)
        first = OfferVersionFactory(subject=offer, state="draft")
        picture = add(first, member)
        services.process_picture(picture.pk)
        picture.refresh_from_db()
        screening.submit(version=first, by=member.user)
        screening.approve(version=first, by=None, as_system=True)
        draft = screening.open_draft(subject=offer, by=member.user)
        twin = services.describe_picture(
            version=draft, picture=picture, alt="Kortet", credit="Ole", by=member.user
        )
        assert list(first.pictures.values_list("alt", flat=True)) == ["To piger med et kort"]
        assert list(draft.pictures.values_list("alt", flat=True)) == ["Kortet"]
        assert default_storage.exists(pictures.path(twin.pk, 400, "avif"))


@pytest.mark.django_db(transaction=True)
def test_a_photo_with_odd_metadata_is_shown_as_it_lies(draft, member):
    picture = add(draft, member, file=uploaded(with_odd_exif()))
    done = services.process_picture(picture.pk)
    assert (done.state, done.refusal) == (PictureState.READY, "")


def test_a_picture_that_breaks_the_worker_does_not_hold_up_the_next(draft, member, monkeypatch):
    broken, fine = add(draft, member), add(draft, member, file=uploaded(saved(size=(300, 200))))
    prepare = services.process_picture

    def break_on_the_first(picture_id):
        if picture_id == broken.pk:
            raise RuntimeError
        return prepare(picture_id)

    monkeypatch.setattr("offers.tasks.process_picture", break_on_the_first)
    with time_machine.travel(now() + dt.timedelta(minutes=2), tick=False):
        sweep_pictures()
    fine.refresh_from_db()
    assert fine.state == PictureState.READY
