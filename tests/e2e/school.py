"""What a teacher does."""

from tests.e2e.association import PUPILS, TITLE
from tests.e2e.people import PASSWORD, Person, sign_up
from tests.e2e.visitor import Visitor

MESSAGE = "Vi arbejder med vand og vil gerne ud på fjorden."


def find_offer(visitor: Visitor) -> None:
    """By words as people type them, and on to the offer's page."""
    visitor.open("/tilbud/")
    visitor.reads(TITLE)
    visitor.open("/tilbud/?q=fjord")
    visitor.follow(TITLE)
    visitor.reads("Næste ledige tider")


def ask_before_joining(visitor: Visitor, person: Person) -> None:
    """From the offer's page through sign-up to the school that owns the e-mail domain."""
    visitor.follow("Send forespørgsel")
    visitor.reads("Adgangskode")
    visitor.follow("Opret en konto")
    visitor.reads("Det tager et minut")
    sign_up(visitor, person)
    visitor.reads("Du arbejder på Bakkeskolen", "Det, du har valgt, bliver gemt")
    visitor.press("Bliv tilknyttet Bakkeskolen")
    visitor.reads("Du er tilknyttet Bakkeskolen nu.")


def send_inquiry(visitor: Visitor) -> None:
    """The price first, a mistake told with nothing lost, then sent."""
    visitor.reads("Skolen betaler", "Jeres klasse på Bakkeskolen")
    visitor.choose("Klasse", "4.A · 24 elever")
    visitor.write("Hvor mange elever kommer?", str(PUPILS))
    visitor.write("Hvad vil I gerne lave sammen?", MESSAGE)
    if not visitor.scripts:
        visitor.press("Vis prisen")
    visitor.reads("750 kr.")
    visitor.press("Send forespørgslen")
    visitor.reads("Vælg en tid.")
    visitor.tick("10.00")
    visitor.press("Send forespørgslen")
    visitor.reads("Sendt.", "Nu svarer Fjordens Roklub.")


def accept_invitation(visitor: Visitor, person: Person) -> None:
    """From the link in the mail through sign-up into the school; the mailbox is proved by the link."""
    visitor.reads("Invitation til Bakkeskolen")
    visitor.press("Opret en konto")
    visitor.reads("Det tager et minut")
    visitor.write("Dit navn", person.name)
    visitor.write("Adgangskode", PASSWORD)
    visitor.press("Opret en konto")
    visitor.reads("Invitation til Bakkeskolen")
    visitor.press("Tag imod invitationen")
    visitor.reads("Forespørgsler og aftaler")


def accept(visitor: Visitor) -> None:
    visitor.press("Ja tak, det er en aftale")
