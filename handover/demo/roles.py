"""The demo's people in the portal: accounts, second factors, and where each of them belongs."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import encrypt
from django.contrib.auth.hashers import make_password
from django.db import transaction

from associations.enums import Role as AssociationRole
from associations.models import Association
from associations.models import Membership as AssociationMembership
from handover.demo.people import PASSWORD, PEOPLE, RECOVERY_CODES, TOTP_SECRET, Person
from schools.enums import Role as SchoolRole
from schools.models import Membership as SchoolMembership
from schools.models import School
from skoleplus.accounts.models import User
from skoleplus.core.clock import now
from skoleplus.municipalities.enums import Role as MunicipalityRole
from skoleplus.municipalities.models import Municipality
from skoleplus.municipalities.services import add_member

# Bundle keys of what they belong to.
ASSOCIATION, SCHOOL, OTHER_SCHOOL = "a01", "s2", "s1"


@transaction.atomic
def put_people(municipality: Municipality) -> dict[str, User]:
    """Everybody of handover/demo/people.py, by key; who is there already is left alone."""
    # One hash for all of them: it is slow on purpose, and here nobody's password is a secret.
    password = make_password(PASSWORD)
    found = {person.key: _account(person, password) for person in PEOPLE}
    for name, role in (
        ("consultant", MunicipalityRole.CONSULTANT),
        ("administrator", MunicipalityRole.ADMINISTRATOR),
    ):
        add_member(municipality=municipality, user=found[name], role=role, by=None)
    association = Association.objects.get(municipality=municipality, key=ASSOCIATION)
    _belong_to(association, found["owner"], AssociationRole.OWNER)
    _belong_to(association, found["editor"], AssociationRole.EDITOR)
    school = School.objects.get(municipality=municipality, key=SCHOOL)
    _teach_at(school, found["leader"], SchoolRole.LEADER)
    _teach_at(school, found["teacher"], SchoolRole.TEACHER)
    other = School.objects.get(municipality=municipality, key=OTHER_SCHOOL)
    _teach_at(other, found["colleague"], SchoolRole.TEACHER)
    return found


def _account(person: Person, password: str) -> User:
    user = User.objects.filter(email=person.email).first()
    if user is not None:
        return user
    user = User.objects.create(email=person.email, name=person.name, password=password)
    EmailAddress.objects.create(user=user, email=person.email, verified=True, primary=True)
    if person.code:
        TOTP.activate(user, TOTP_SECRET)
        codes = [encrypt(code) for code in RECOVERY_CODES]
        kind = Authenticator.Type.RECOVERY_CODES
        Authenticator.objects.create(user=user, type=kind, data={"migrated_codes": codes})
    return user


def _belong_to(association: Association, user: User, role: str) -> None:
    defaults = {"role": role, "since": now()}
    AssociationMembership.objects.get_or_create(association=association, user=user, defaults=defaults)


def _teach_at(school: School, user: User, role: str) -> None:
    defaults = {"role": role, "since": now()}
    SchoolMembership.objects.get_or_create(school=school, user=user, defaults=defaults)
