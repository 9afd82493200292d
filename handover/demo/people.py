"""Who can sign in to the demo. Names and passwords for everybody to read: the demo lives on one machine."""

from dataclasses import dataclass

PASSWORD = "aaben-skole-demo"  # noqa: S105  shown on the demo's first page
# Everybody's authenticator, so that the demo can show the code of this moment.
TOTP_SECRET = "KNVW63DFOBWHK43EMVWW6MRQ"  # noqa: S105
# For who wants to try what a lost authenticator is like; each works once.
RECOVERY_CODES = [f"{number}{number}" for number in range(2201, 2211)]


def _(text: str) -> str:
    """Marks a word for translation. The terminal shows it as it is, without Django."""
    return text


@dataclass(frozen=True)
class Person:
    """A login of the demo. `code` says whether signing in asks for a one-time code as well."""

    key: str
    role: str
    name: str
    email: str
    code: bool = False


PEOPLE = [
    Person("consultant", _("Consultant"), "Karen Konsulent", "konsulent@demo.example", code=True),
    Person("administrator", _("Municipality administrator"), "Anders Adler", "admin@demo.example", code=True),
    Person("owner", _("Association owner"), "Frida Formand", "forening@demo.example"),
    Person("editor", _("Association editor"), "Emil Engageret", "redaktoer@demo.example"),
    Person("leader", _("School leader"), "Signe Skoleleder", "skoleleder@demo.example"),
    Person("teacher", _("Teacher"), "Lars Lærer", "laerer@demo.example"),
    Person("colleague", _("Teacher at another school"), "Mette Møller", "mette@demo.example"),
]
