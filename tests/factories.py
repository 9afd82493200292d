"""Test data, one factory per model; every object is valid and as small as it can be."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from associations import enums as association_enums
from associations.models import Association
from associations.models import Membership as AssociationMembership
from associations.models import ProfileVersion as AssociationProfileVersion
from collaborations.models import Collaboration, Proposal, ProposalSession
from offers import enums as offer_enums
from offers.models import FixedDate, Offer, OfferVersion, Window
from schools import enums as school_enums
from schools.models import EmailDomain, School, SchoolClass
from schools.models import Membership as SchoolMembership
from schools.models import ProfileVersion as SchoolProfileVersion
from skoleplus.accounts.models import User
from skoleplus.core.clock import at, now, today
from skoleplus.curriculum.enums import SubjectKind
from skoleplus.curriculum.models import Framework, Subject
from skoleplus.municipalities import enums as municipality_enums
from skoleplus.municipalities.models import Member, Municipality
from skoleplus.screening.enums import State


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")
    password = "!"


class MunicipalityFactory(DjangoModelFactory):
    class Meta:
        model = Municipality

    code = factory.Sequence(lambda n: f"{n % 9000 + 1000}")
    name = factory.Sequence(lambda n: f"Prøveby {n} Kommune")
    contact_name = "Kirsten Konsulent"
    contact_email = "konsulent@example.org"
    contact_phone = "+4549000000"


class ConsultantFactory(DjangoModelFactory):
    """A consultant; `.user` is the person."""

    class Meta:
        model = Member

    municipality = factory.SubFactory(MunicipalityFactory)
    user = factory.SubFactory(UserFactory)
    role = municipality_enums.Role.CONSULTANT


def _decided(model: type, state: str, **fields):
    """The row of a version in a state, with the dates its constraints ask for."""
    moment = now()
    if state != State.DRAFT:
        fields.setdefault("submitted_at", moment)
    if state in (State.APPROVED, State.REJECTED, State.SUPERSEDED):
        fields.setdefault("decided_at", moment)
    return model(state=state, created_at=moment, edited_at=moment, **fields)


class VersionFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    number = factory.LazyAttribute(lambda row: row.subject.versions.count() + 1)
    state = State.APPROVED

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        lists = {
            name: kwargs.pop(name) for name in list(kwargs) if model_class._meta.get_field(name).many_to_many
        }
        version = _decided(model_class, **kwargs)
        version.save()
        for name, rows in lists.items():
            getattr(version, name).set(rows)
        return version


class AssociationProfileFactory(VersionFactory):
    class Meta:
        model = AssociationProfileVersion

    subject = factory.SubFactory("tests.factories.AssociationFactory", published=None)
    name = factory.LazyAttribute(lambda row: row.subject.name)
    kind = factory.LazyAttribute(lambda row: row.subject.kind)


class AssociationFactory(DjangoModelFactory):
    """A public association; `published=None` leaves it without a profile."""

    class Meta:
        model = Association
        skip_postgeneration_save = True

    municipality = factory.SubFactory(MunicipalityFactory)
    slug = factory.Sequence(lambda n: f"forening-{n}")
    name = factory.Sequence(lambda n: f"Forening {n}")
    kind = association_enums.Kind.SPORT
    email = factory.Sequence(lambda n: f"forening{n}@example.org")
    created_at = factory.LazyFunction(now)
    published = factory.RelatedFactory(AssociationProfileFactory, factory_related_name="subject")


class AssociationMembershipFactory(DjangoModelFactory):
    class Meta:
        model = AssociationMembership

    association = factory.SubFactory(AssociationFactory)
    user = factory.SubFactory(UserFactory)
    role = association_enums.Role.OWNER
    since = factory.LazyFunction(now)


class SchoolProfileFactory(VersionFactory):
    class Meta:
        model = SchoolProfileVersion

    subject = factory.SubFactory("tests.factories.SchoolFactory", published=None)
    name = factory.LazyAttribute(lambda row: row.subject.name)


class SchoolFactory(DjangoModelFactory):
    """A public school; `published=None` leaves it without a profile."""

    class Meta:
        model = School
        skip_postgeneration_save = True

    municipality = factory.SubFactory(MunicipalityFactory)
    slug = factory.Sequence(lambda n: f"skole-{n}")
    name = factory.Sequence(lambda n: f"Skole {n}")
    institution_number = factory.Sequence(lambda n: f"{n % 900000 + 100000}")
    created_at = factory.LazyFunction(now)
    published = factory.RelatedFactory(SchoolProfileFactory, factory_related_name="subject")


class StaffFactory(DjangoModelFactory):
    """A teacher at a school; `.user` is the person."""

    class Meta:
        model = SchoolMembership

    school = factory.SubFactory(SchoolFactory)
    user = factory.SubFactory(UserFactory)
    role = school_enums.Role.TEACHER
    since = factory.LazyFunction(now)


class EmailDomainFactory(DjangoModelFactory):
    class Meta:
        model = EmailDomain

    school = factory.SubFactory(SchoolFactory)
    domain = factory.Sequence(lambda n: f"skole{n}.example.dk")


class SchoolClassFactory(DjangoModelFactory):
    class Meta:
        model = SchoolClass

    school = factory.SubFactory(SchoolFactory)
    name = "4.A"
    grade = 4
    pupils = 24


class OfferVersionFactory(VersionFactory):
    class Meta:
        model = OfferVersion

    subject = factory.SubFactory("tests.factories.OfferFactory", published=None)
    title = factory.Sequence(lambda n: f"Tilbud {n}")
    summary = "Kort fortalt"
    grade_from = 3
    grade_to = 6
    minutes = 90
    place = offer_enums.PlaceKind.SCHOOL
    price_model = offer_enums.PriceModel.FREE


class OfferFactory(DjangoModelFactory):
    """A public offer of a public association; `published=None` leaves it without words.

    Words of the published version are given as `published__title="…"`.
    """

    class Meta:
        model = Offer
        skip_postgeneration_save = True

    association = factory.SubFactory(AssociationFactory)
    slug = factory.Sequence(lambda n: f"tilbud-{n}")
    created_at = factory.LazyFunction(now)
    published = factory.RelatedFactory(OfferVersionFactory, factory_related_name="subject")


def _next_weekday(weekday: int) -> dt.date:
    """The first such weekday (1 = Monday) at least two weeks from now."""
    day = today() + dt.timedelta(days=14)
    return day + dt.timedelta(days=(weekday - day.isoweekday()) % 7)


class WindowFactory(DjangoModelFactory):
    """Tuesdays 10–12 for eight weeks, one group at a time."""

    class Meta:
        model = Window

    offer = factory.SubFactory(OfferFactory)
    weekday = 2
    starts = dt.time(10)
    ends = dt.time(12)
    first_day = factory.LazyAttribute(lambda row: _next_weekday(row.weekday))
    last_day = factory.LazyAttribute(lambda row: row.first_day + dt.timedelta(weeks=8))


class FixedDateFactory(DjangoModelFactory):
    """One Thursday with 28 places."""

    class Meta:
        model = FixedDate

    offer = factory.SubFactory(OfferFactory)
    day = factory.LazyFunction(lambda: _next_weekday(4))
    starts = dt.time(9)
    ends = dt.time(11)
    capacity = 28


class CollaborationFactory(DjangoModelFactory):
    """An inquiry of a teacher, with the school's first proposal for one session in three weeks."""

    class Meta:
        model = Collaboration
        skip_postgeneration_save = True

    offer = factory.SubFactory(OfferFactory)
    school = factory.SubFactory(SchoolFactory)
    school_class = factory.SubFactory(SchoolClassFactory, school=factory.SelfAttribute("..school"))
    requested_by = factory.SubFactory(UserFactory)
    message = "Vi vil gerne ud i skoven."
    created_at = factory.LazyFunction(now)
    form_id = factory.Faker("uuid4")

    @factory.post_generation
    def proposal(self, create, extracted, **kwargs):
        if create and extracted is not False:
            ProposalFactory(collaboration=self, **kwargs)


class ProposalFactory(DjangoModelFactory):
    class Meta:
        model = Proposal
        skip_postgeneration_save = True

    collaboration = factory.SubFactory(CollaborationFactory, proposal=False)
    number = factory.LazyAttribute(lambda row: row.collaboration.proposals.count() + 1)
    side = "school"
    made_at = factory.LazyFunction(now)
    pupils = 24
    place = offer_enums.PlaceKind.SCHOOL
    school_accepted_at = factory.LazyFunction(now)

    @factory.post_generation
    def starts_at(self, create, extracted, **kwargs):
        start = extracted or at(today() + dt.timedelta(weeks=3), dt.time(10))
        ProposalSession.objects.create(
            proposal=self, starts_at=start, ends_at=start + dt.timedelta(minutes=90)
        )


class FrameworkFactory(DjangoModelFactory):
    class Meta:
        model = Framework
        django_get_or_create = ("code", "version")

    code = "faelles-maal"
    version = "2019"
    name = "Fælles Mål"


class SubjectFactory(DjangoModelFactory):
    """A subject that may be shown."""

    class Meta:
        model = Subject

    framework = factory.SubFactory(FrameworkFactory)
    code = "idraet"
    name = "Idræt"
    kind = SubjectKind.PRACTICAL
    verified = True
