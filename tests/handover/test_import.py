"""A bundle becomes schools, associations and offers, and only what its sender changes is changed."""

import datetime as dt

import pytest

from associations.models import Association, Attestation
from handover.models import ImportedRow
from handover.services import BadBundle
from offers.models import FixedDate, Offer, OfferVersion, Window
from schools.models import School
from skoleplus.core.refusals import Refused
from skoleplus.municipalities.models import Holiday, Municipality
from skoleplus.screening import services as screening
from skoleplus.screening.enums import State
from tests import factories
from tests.handover.bundles import small

NOTHING = {"new": 0, "changed": 0}


def counts(outcome):
    return {name: (tally.new, tally.changed) for name, tally in outcome.tallies.items()}


def published(key):
    return OfferVersion.objects.published().get(subject__key=key)


def test_everything_in_the_file_is_there_and_public(bring):
    outcome = bring(small())

    assert counts(outcome) == {
        "holidays": (1, 0),
        "associations": (1, 0),
        "schools": (1, 0),
        "offers": (2, 0),
    }
    assert outcome.needs == 1
    assert Association.objects.public().get().name == "Fjordens Roklub"
    assert School.objects.public().get().institution_number == "999001"
    assert {offer.key for offer in Offer.objects.public()} == {"o1", "o2"}
    assert Municipality.objects.get().name == "Helsingør Kommune"


def test_an_association_gets_its_words_its_contact_and_its_attestation(bring):
    bring(small())

    association = Association.objects.get(key="a1")
    assert (association.cvr, association.email, association.city) == (
        "13748136",
        "kontakt@example.org",
        "Helsingør",
    )
    assert (association.lat, association.lon) == (56.036, 12.613)
    profile = association.versions.published().get()
    assert (profile.intro, profile.resources, profile.kind) == ("Vi ror.", "Både.", "sport")
    attestation = association.attestations.get()
    assert (attestation.signed_by, attestation.signed_on) == ("Formanden", dt.date(2026, 9, 1))
    assert attestation.valid_until == dt.date(2027, 8, 31)


def test_a_school_gets_its_departments(bring):
    bring(small())

    department = School.objects.get(key="s1").departments.get()
    assert (department.key, department.name) == ("d1", "Indskoling")
    assert (department.grade_from, department.grade_to) == (0, 3)


def test_a_school_may_lack_an_institution_number(bring):
    bundle = small()
    del bundle["schools"][0]["institution_number"]
    bundle["schools"].append({"key": "s2", "name": "Den anden skole"})

    bring(bundle)

    assert School.objects.filter(institution_number=None).count() == 2


def test_an_offer_gets_its_words_its_codes_and_its_times(bring):
    bring(small())

    version = published("o1")
    assert (version.title, version.grade_from, version.grade_to) == ("Ro en tur", 4, 6)
    assert (version.minutes, version.sessions, version.group_min, version.group_max) == (90, 1, 10, 28)
    assert [subject.code for subject in version.subjects.all()] == ["idraet"]
    assert [area.address for area in version.areas.all()] == ["idraet/krop"]
    assert (version.price_model, version.price_amount, version.price_per) == ("hourly", 20000, "hour")
    assert (version.instructors, version.languages, version.teacher_present) == (2, ["da", "en"], True)
    window, date = Window.objects.get(), FixedDate.objects.get()
    assert (window.weekday, window.starts, window.parallel) == (2, dt.time(10), 2)
    assert (window.first_day, window.last_day) == (dt.date(2027, 2, 1), dt.date(2027, 4, 30))
    assert (date.day, date.starts, date.capacity) == (dt.date(2027, 3, 11), dt.time(9), 28)


def test_what_is_left_out_gets_the_format_s_defaults(bring):
    bring(small())

    version = published("o2")
    assert (version.summary, version.type, version.languages) == ("", "visit", ["da"])
    assert (version.group_min, version.accessible, version.price_per) == (None, None, "visit")


def test_an_hourly_price_is_per_hour_when_nothing_else_is_said(bring):
    bundle = small()
    del bundle["offers"][0]["price"]["per"]

    bring(bundle)

    assert published("o1").price_per == "hour"


def test_a_code_of_a_hidden_part_of_the_curriculum_is_kept(bring):
    bundle = small()
    bundle["offers"][0]["areas"] = ["fransk/mundtlig"]

    bring(bundle)

    assert published("o1").areas.get().verified is False


def test_without_publish_everything_waits_for_the_consultant(bring):
    bring(small(), publish=False)

    assert not Offer.objects.public().exists()
    assert not Association.objects.public().exists()
    assert OfferVersion.objects.waiting().count() == 2
    assert Association.objects.get().versions.waiting().count() == 1
    assert School.objects.get().versions.waiting().count() == 1


def test_publishing_later_publishes_what_waits_and_nothing_else(bring):
    bring(small(), publish=False)

    outcome = bring(small())

    assert counts(outcome) == {"associations": (0, 1), "schools": (0, 1), "offers": (0, 2)}
    assert Offer.objects.public().count() == 2
    assert OfferVersion.objects.count() == 2


def test_who_vouched_is_logged(bring):
    consultant = factories.UserFactory(name="Karen Konsulent")

    bring(small(), by=consultant)

    version = published("o1")
    log = version.log.get(transition="approve")
    assert version.decided_by == log.by == consultant
    assert "Karen Konsulent" in log.note


def test_the_operator_is_logged_where_nobody_is_named(bring):
    bring(small())

    log = published("o1").log.get(transition="approve")
    assert log.by is None
    assert log.note
    assert Association.objects.get().log.get(transition="import").by_name


def test_the_same_file_again_changes_nothing(bring):
    bring(small())
    before = [
        list(model.objects.order_by("pk").values()) for model in (Offer, OfferVersion, Window, FixedDate)
    ]
    logs = published("o1").log.count(), Association.objects.get().log.count()

    outcome = bring(small())

    assert not outcome.changed_anything
    after = [
        list(model.objects.order_by("pk").values()) for model in (Offer, OfferVersion, Window, FixedDate)
    ]
    assert after == before
    assert (published("o1").log.count(), Association.objects.get().log.count()) == logs


def test_changed_words_make_a_new_version_of_that_offer_only(bring):
    bring(small())
    bundle = small()
    bundle["offers"][0]["title"] = "Ro en lang tur"

    outcome = bring(bundle)

    assert counts(outcome)["offers"] == (0, 1)
    states = [version.state for version in Offer.objects.get(key="o1").versions.order_by("number")]
    assert states == [State.SUPERSEDED, State.APPROVED]
    assert published("o1").title == "Ro en lang tur"
    assert published("o1").subjects.get().code == "idraet"
    assert Offer.objects.get(key="o2").versions.count() == 1


def test_a_changed_list_makes_a_new_version_too(bring):
    bring(small())
    bundle = small()
    bundle["offers"][0]["subjects"] = ["idraet", "matematik"]

    bring(bundle)

    assert {subject.code for subject in published("o1").subjects.all()} == {"idraet", "matematik"}
    assert Offer.objects.get(key="o1").versions.count() == 2


def test_without_publish_the_public_version_stays_until_the_new_one_is_approved(bring):
    bring(small())
    bundle = small()
    bundle["offers"][0]["title"] = "Ro en lang tur"

    bring(bundle, publish=False)

    assert published("o1").title == "Ro en tur"
    assert OfferVersion.objects.waiting().get().title == "Ro en lang tur"


def test_a_version_that_waits_takes_the_next_change(bring):
    bring(small())
    for title in ("Ro en lang tur", "Ro en endnu længere tur"):
        bundle = small()
        bundle["offers"][0]["title"] = title
        bring(bundle, publish=False)

    assert OfferVersion.objects.waiting().get().title == "Ro en endnu længere tur"
    assert Offer.objects.get(key="o1").versions.count() == 2


def test_changed_contact_and_times_apply_at_once_and_make_no_version(bring):
    bring(small())
    bundle = small()
    bundle["associations"][0]["phone"] = "+4587654321"
    bundle["offers"][0]["availability"][0]["parallel"] = 3
    bundle["offers"][0]["availability"][1] = {
        "date": "2027-03-18",
        "from": "09:00",
        "to": "11:00",
        "capacity": 20,
    }

    outcome = bring(bundle, publish=False)

    assert counts(outcome) == {"associations": (0, 1), "schools": (0, 0), "offers": (0, 1)}
    assert Association.objects.get().phone == "+4587654321"
    assert Window.objects.get().parallel == 3
    assert FixedDate.objects.get().day == dt.date(2027, 3, 18)
    assert OfferVersion.objects.count() == 2
    assert Association.objects.get().log.filter(transition="contact", note="phone").exists()


def test_a_date_that_keeps_its_start_is_changed_in_place(bring):
    bring(small())
    before = FixedDate.objects.get().pk
    bundle = small()
    bundle["offers"][0]["availability"][1]["capacity"] = 40

    bring(bundle)

    assert FixedDate.objects.get().pk == before
    assert FixedDate.objects.get().capacity == 40


def test_what_people_changed_in_the_portal_stays_while_the_sender_does_not_change_it(bring):
    bring(small())
    association = Association.objects.get()
    association.phone = "+4511111111"
    association.save(update_fields=["phone"])
    offer = Offer.objects.get(key="o1")
    draft = screening.open_draft(subject=offer, by=None)
    screening.write(version=draft, by=None, words={"summary": "Skrevet i portalen."})
    screening.submit(version=draft, by=None)
    screening.approve(version=draft, by=None, as_system=True)
    Window.objects.create(
        offer=offer,
        weekday=5,
        starts=dt.time(9),
        ends=dt.time(12),
        first_day=dt.date(2027, 2, 1),
        last_day=dt.date(2027, 3, 1),
    )
    bundle = small()
    bundle["associations"][0]["address"] = "Havnevej 2"
    bundle["offers"][0]["title"] = "Ro en lang tur"
    bundle["offers"][0]["availability"].pop(1)

    bring(bundle)

    association.refresh_from_db()
    assert (association.phone, association.address) == ("+4511111111", "Havnevej 2")
    version = published("o1")
    assert (version.title, version.summary) == ("Ro en lang tur", "Skrevet i portalen.")
    assert {window.weekday for window in offer.windows.all()} == {2, 5}
    assert not offer.fixed_dates.exists()


def test_a_version_somebody_is_writing_is_not_touched_and_stops_the_import(bring):
    bring(small())
    offer = Offer.objects.get(key="o1")
    owner = factories.AssociationMembershipFactory(association=offer.association).user
    draft = screening.open_draft(subject=offer, by=owner)
    screening.write(version=draft, by=owner, words={"summary": "Halvt skrevet"})
    bundle = small()
    bundle["offers"][0]["title"] = "Ro en lang tur"
    bundle["schools"][0]["name"] = "Bakkeskolen ved Fjorden"

    with pytest.raises(BadBundle) as refusal:
        bring(bundle)

    assert [problem.path for problem in refusal.value.problems] == ["offers[0]"]
    assert owner.name in str(refusal.value.problems.errors[0])
    assert draft.log.filter(transition="submit").count() == 0
    assert School.objects.get().name == "Bakkeskolen"


def test_a_half_written_version_does_no_harm_while_the_words_are_the_same(bring):
    bring(small())
    offer = Offer.objects.get(key="o1")
    owner = factories.AssociationMembershipFactory(association=offer.association).user
    screening.open_draft(subject=offer, by=owner)

    assert not bring(small()).changed_anything
    assert offer.versions.open().get().state == State.DRAFT


def test_a_version_sent_by_a_person_is_not_published_by_the_import(bring):
    bring(small(), publish=False)
    offer = Offer.objects.get(key="o1")
    owner = factories.AssociationMembershipFactory(association=offer.association).user
    version = offer.versions.get()
    screening.withdraw(version=version, by=owner)
    screening.write(version=version, by=owner, words={"summary": "Vores egne ord"})
    screening.submit(version=version, by=owner)

    bring(small())

    version.refresh_from_db()
    assert version.state == State.SUBMITTED


def test_changes_the_consultant_asked_for_may_come_with_the_next_file(bring):
    bring(small(), publish=False)
    association = Association.objects.get()
    consultant = factories.ConsultantFactory(municipality=association.municipality).user
    version = Offer.objects.get(key="o1").versions.get()
    screening.request_changes(version=version, by=consultant, note="Skriv længere.")
    bundle = small()
    bundle["offers"][0]["summary"] = "En hel formiddag på vandet."

    bring(bundle, publish=False)

    version.refresh_from_db()
    assert (version.state, version.summary) == (State.SUBMITTED, "En hel formiddag på vandet.")


def test_a_new_attestation_is_added_and_an_old_one_kept(bring):
    bring(small())
    bundle = small()
    bundle["associations"][0] |= {"attested_until": "2028-08-31", "attested_on": "2027-08-20"}

    bring(bundle)

    assert Attestation.objects.count() == 2


def test_an_attestation_without_a_date_of_signature_is_taken_over_once(bring):
    bundle = small()
    del bundle["associations"][0]["attested_on"], bundle["associations"][0]["attested_by"]
    bring(bundle)
    bundle["associations"][0]["attested_by"] = "Formanden"

    bring(bundle)

    assert Attestation.objects.count() == 1


def test_holidays_follow_the_file_and_leave_the_municipality_s_own_alone(bring):
    bring(small())
    municipality = Municipality.objects.get()
    Holiday.objects.create(
        municipality=municipality, name="Grundlovsdag", first_day="2027-06-05", last_day="2027-06-05"
    )
    bundle = small()
    bundle["municipality"]["holidays"] = [{"name": "Vinterferie", "from": "2027-02-20", "to": "2027-02-28"}]

    bring(bundle)

    days = set(Holiday.objects.values_list("name", "first_day"))
    assert days == {("Grundlovsdag", dt.date(2027, 6, 5)), ("Vinterferie", dt.date(2027, 2, 20))}


def test_rows_a_later_file_does_not_name_stay(bring):
    bring(small())
    bundle = small()
    bundle["offers"].pop(1)
    bundle["needs"] = []

    bring(bundle)

    assert Offer.objects.public().count() == 2


def test_an_offer_may_come_without_its_association_once_that_is_known(bring):
    bring(small())
    bundle = small()
    del bundle["associations"], bundle["schools"], bundle["needs"]
    bundle["offers"] = [bundle["offers"][1] | {"key": "o3", "title": "Endnu et tilbud"}]

    bring(bundle)

    assert Offer.objects.get(key="o3").association.key == "a1"


def test_the_same_keys_in_another_municipality_are_other_things(bring):
    bring(small())
    bundle = small()
    bundle["municipality"] |= {"code": "219", "name": "Hillerød Kommune"}
    bundle["schools"][0]["institution_number"] = "999002"

    bring(bundle)

    assert Offer.objects.filter(key="o1").count() == 2
    assert Association.objects.filter(key="a1").count() == 2


def test_a_dry_run_counts_everything_and_writes_nothing(bring):
    outcome = bring(small(), dry_run=True)

    assert counts(outcome)["offers"] == (2, 0)
    for model in (Municipality, Association, School, Offer, OfferVersion, ImportedRow, Holiday):
        assert not model.objects.exists()


def test_one_wrong_row_and_nothing_is_written(bring):
    bundle = small()
    bundle["offers"][1]["grades"] = [7, 3]

    with pytest.raises(BadBundle) as refusal:
        bring(bundle)

    assert str(refusal.value.problems.errors[0]) == "offers[1].grades: from 7 is above to 3"
    for model in (Municipality, Association, School, Offer, ImportedRow):
        assert not model.objects.exists()


def test_a_time_that_is_booked_is_not_taken_away(bring):
    from offers.services import hold

    bring(small())
    offer = Offer.objects.get(key="o1")
    start = dt.datetime(2027, 3, 11, 8, tzinfo=dt.UTC)
    hold(offer=offer, sessions=[(start, start + dt.timedelta(hours=2))], pupils=20, by=None)
    bundle = small()
    bundle["offers"][0]["availability"].pop(1)

    with pytest.raises(BadBundle) as refusal:
        bring(bundle)

    assert [problem.path for problem in refusal.value.problems] == ["offers[0].availability"]
    assert FixedDate.objects.count() == 1


def test_one_import_at_a_time(bring, django_db_blocker):
    import psycopg
    from django.db import connection

    from handover.services import IMPORT_LOCK

    settings = connection.get_connection_params()
    where = {
        name: settings[name] for name in ("host", "port", "user", "password", "dbname") if settings.get(name)
    }
    with psycopg.connect(**where) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [IMPORT_LOCK])
        with pytest.raises(Refused) as refusal:
            bring(small())

    assert not isinstance(refusal.value, BadBundle)
    assert bring(small()).changed_anything
