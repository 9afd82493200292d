"""What an association does, page by page."""

import datetime as dt
from pathlib import Path

from skoleplus.core.clock import today
from tests.e2e.people import Person, sign_up
from tests.e2e.visitor import Visitor

NAME = "Fjordens Roklub"
TITLE = "Ro på fjorden"
PUPILS = 30


def register(visitor: Visitor, person: Person) -> None:
    visitor.open("/for-foreninger/")
    visitor.look()
    visitor.open("/foreninger/tilmeld/")
    visitor.follow("Opret en konto")
    visitor.reads("Det tager et minut")
    sign_up(visitor, person)
    visitor.reads("Tilmeld jeres forening", "Sådan får skolerne fat i jer")
    visitor.write("Foreningens navn", NAME)
    visitor.choose("Slags", "Idræt")
    visitor.write("Kontaktperson", person.name)
    visitor.write("Offentlig e-mail", "kontakt@fjordensroklub.dk")
    visitor.press("Tilmeld")
    visitor.reads("I er tilmeldt")


def write_profile(visitor: Visitor, intro: str) -> None:
    """From the profile's page to the consultant."""
    visitor.write("Jer i to sætninger", intro)
    visitor.write("Om foreningen", "Vi har **ti både** og et varmt klubhus.\n\n- ro\n- styre\n- redde")
    visitor.press("Se den, og send den")
    visitor.reads(intro, "ti både")
    visitor.press("Send til konsulenten")
    visitor.reads("Sendt. Konsulenten læser")


def go_home(visitor: Visitor) -> None:
    visitor.menu("Min forening")
    visitor.reads("Børneattester og forsikring")


def declare(visitor: Visitor) -> None:
    """The yearly declaration."""
    visitor.follow("Afgiv erklæringen")
    visitor.reads("Erklæringen")
    visitor.tick("Alle, der er sammen med elever")
    visitor.tick("Foreningen er forsikret")
    visitor.write("Den, der må skrive under for foreningen", "Rikke Roer")
    visitor.press("Afgiv erklæringen")
    visitor.reads("I orden")


def make_offer(visitor: Visitor) -> None:
    """The six questions; what is wrong is told and nothing is lost."""
    visitor.follow("Lav det første tilbud")
    visitor.reads("Spørgsmål 1 af 6")
    visitor.write("Titel", TITLE)
    visitor.press("Næste")
    visitor.reads("Én ting skal rettes")
    visitor.write("I én sætning", "Klassen ror i både og lærer at være trygge på vandet.")
    visitor.press("Næste")
    visitor.reads("Spørgsmål 2 af 6")
    visitor.choose("Fra", "3. klasse")
    visitor.choose("Til", "6. klasse")
    visitor.press("Næste")
    visitor.reads("Spørgsmål 3 af 6")
    visitor.tick("Enkelt besøg")
    visitor.write("Minutter hver gang", "90")
    visitor.press("Næste")
    visitor.reads("Spørgsmål 4 af 6")
    visitor.tick("Hos foreningen")
    visitor.write("Mere om stedet", "Klubhuset, Havnevej 1")
    visitor.press("Næste")
    visitor.reads("Spørgsmål 5 af 6")
    visitor.tick("tirsdag 10–12")
    visitor.write("Første dag", first_day().isoformat())
    visitor.write("Sidste dag", (first_day() + dt.timedelta(weeks=12)).isoformat())
    visitor.press("Næste")
    visitor.reads("Spørgsmål 6 af 6")
    visitor.tick("Fast pris")
    visitor.write("Beløb i kroner", "25")
    visitor.choose("Beløbet er", "pr. elev")
    visitor.press("Næste")
    visitor.reads(TITLE, "De seks spørgsmål")


def first_day() -> dt.date:
    """A day soon enough to be on the first page of weeks, whatever the days of notice."""
    return today() + dt.timedelta(days=10)


def add_picture(visitor: Visitor, picture: Path) -> None:
    visitor.follow("Billeder")
    visitor.reads("Intet billede endnu")
    visitor.attach("Billede", picture)
    visitor.write("Hvad viser billedet?", "En båd på fjorden")
    visitor.write("Hvem har taget det?", "Rikke Roer")
    visitor.press("Tilføj billedet")
    visitor.reads("En båd på fjorden")
    visitor.follow("Tilbage til tilbuddet")
    visitor.reads("De seks spørgsmål")


def send_offer(visitor: Visitor) -> None:
    visitor.press("Send til konsulenten")
    visitor.reads("Hos konsulenten")


def answer_other_time(visitor: Visitor) -> None:
    """Propose the last of the free times, from the page of the inquiry or of a signed link."""
    visitor.unfold("Foreslå en anden tid")
    visitor.tick("10.30")
    visitor.write("Et par ord", "Så når vi at sætte bådene i vandet.")
    visitor.press("Foreslå denne tid")
