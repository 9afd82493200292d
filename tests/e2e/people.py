"""The people of the story, how they sign in, and where they read their mail."""

import re
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings

from skoleplus.municipalities.models import Municipality
from skoleplus.notifications.models import Mail
from tests import factories as make
from tests.e2e.visitor import Visitor
from tests.sessions import signed_in

PASSWORD = "gåtur i bøgeskov 7"


@dataclass(frozen=True)
class Person:
    name: str
    email: str
    secret: str = ""


def consultant(municipality: Municipality) -> Person:
    """The municipality's consultant, with a second factor set up."""
    user = make.ConsultantFactory(
        municipality=municipality, user__email="konsulent@helsingor.example", user__name="Karen Konsulent"
    ).user
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    return Person(user.name, user.email, secret)


def code_of(secret: str) -> str:
    """What an authenticator app shows now."""
    return totp.format_hotp_value(totp.hotp_value(secret, next(iter(totp.yield_hotp_counters_from_time()))))


def newest_mail(to: str, words: str = "") -> Mail:
    """The newest mail to somebody, or the newest whose subject has these words."""
    return Mail.objects.filter(to=to, subject__contains=words).latest("pk")


def link_in(mail: Mail, part: str) -> str:
    """The address in a mail that has this part."""
    return re.search(rf"http://\S*{part}\S*", mail.text)[0]


def sign_up(visitor: Visitor, person: Person) -> None:
    """Make an account from where one stands, and prove the mailbox by the mailed code."""
    visitor.write("E-mail", person.email)
    visitor.write("Dit navn", person.name)
    visitor.write("Adgangskode", PASSWORD)
    visitor.press("Opret en konto")
    visitor.reads("Vi har sendt en kode til")
    code = re.search(r"^ {4}(\S+)$", newest_mail(person.email).text, re.MULTILINE)[1]
    visitor.write("Kode", code)
    visitor.press("Fortsæt")


def sign_in(visitor: Visitor, person: Person) -> None:
    visitor.open("/konto/login/")
    visitor.write("E-mail", person.email)
    visitor.write("Adgangskode", PASSWORD)
    visitor.press("Log ind")
    if person.secret:
        visitor.reads("Koden fra din app")
        visitor.write("Kode", code_of(person.secret))
        visitor.press("Log ind")
    visitor.page.wait_for_url(lambda url: "/konto/" not in url)


def come_in(visitor: Visitor, user: Any) -> None:
    """Be signed in already; for stories in which signing in is not the point."""
    client = signed_in(user, second_factor=True)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    visitor.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": visitor.address}]
    )
