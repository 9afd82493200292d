"""Which picture belongs to which offer of the demo, and what it shows."""

import io
from collections.abc import Callable
from dataclasses import dataclass

from handover.demo.drawing import (
    arts,
    care,
    craft,
    games,
    movement,
    music,
    night,
    outdoors,
    shore,
    stage,
    tales,
    water,
    words,
)
from handover.demo.drawing.canvas import Canvas

CREDIT = "Tegning: Skoleplus"


@dataclass(frozen=True)
class Drawing:
    """`offer` is the bundle's key; `alt` says in Danish what a person would see."""

    offer: str
    draw: Callable[[], Canvas]
    alt: str

    @property
    def filename(self) -> str:
        return f"{self.draw.__name__}.jpg"

    def jpeg(self) -> bytes:
        """The drawing as a file of some 100 KB, 1600 × 1067 pixels, the same bytes every time."""
        out = io.BytesIO()
        self.draw().finished().save(out, "JPEG", quality=90)
        return out.getvalue()


DRAWINGS = (
    Drawing("o01", water.rowing, "Fem i en robåd på Øresund ved solopgang. Et slot ses i horisonten."),
    Drawing("o02", water.kayak, "To elever i hver sin havkajak på roligt vand med grønne bakker bagved."),
    Drawing("o04", water.swimming, "Fire svømmere crawler side om side i et bassin, set oppefra."),
    Drawing("o07", games.handball, "En elev springer op og skyder på mål i en håndboldhal."),
    Drawing("o10", games.football, "En elev sparker en fodbold mod mål på en grøn bane."),
    Drawing("o12", games.table_tennis, "Et bordtennisbord set oppefra med to bat og en bold."),
    Drawing("o14", movement.gymnastics, "Tre børn slår vejrmøller hen over en blå måtte i gymnastiksalen."),
    Drawing("o17", outdoors.orienteering, "En elev løber med et kort i skoven mod en orange og hvid post."),
    Drawing("o20", water.sailing, "Tre optimistjoller med hvide sejl på Øresund i solskin."),
    Drawing("o22", movement.judo, "To børn i judodragt holder fast i hinanden på måtten."),
    Drawing("o24", movement.cycling, "Et barn med cykelhjelm kører på en orange cykel på en landevej."),
    Drawing("o27", movement.athletics, "Tre børn løber på en rød løbebane. Det ene har en stafet i hånden."),
    Drawing("o31", movement.climbing, "En elev med hjelm og sele klatrer op ad en væg med farvede greb."),
    Drawing("o33", outdoors.horse, "En brun hest på en fold. Et barn rækker den et æble."),
    Drawing("o35", movement.skateboard, "En elev med hjelm springer med sit skateboard ved en rampe."),
    Drawing("o37", games.wheelchair_basketball, "En elev i sportskørestol kaster en basketball mod kurven."),
    Drawing("o40", games.chess, "Hvide og sorte skakbrikker på et bræt, forrest en hvid springer."),
    Drawing("o44", craft.raft, "Tre børn sejler på en tømmerflåde af tønder og rafter."),
    Drawing("o45", night.campfire, "To spejdere rister skumfiduser over et bål ved telte og stjernehimmel."),
    Drawing("o48", arts.pottery, "To hænder former en lerkrukke på en drejeskive."),
    Drawing("o51", arts.painting, "Et maleri af havet på et staffeli med palet og pensler."),
    Drawing("o52", arts.printing, "En nytrykt plakat med en hånd og en farvevalse."),
    Drawing("o54", stage.theatre, "Hamlet står i lyset på en scene med et kranie i hånden."),
    Drawing("o57", tales.old_harbour, "Et sejlskib foran gamle gavlhuse ved havnen."),
    Drawing("o58", tales.sea_serpent, "En venlig søslange kigger op af sundet ved et lille skib."),
    Drawing("o60", water.flight_by_night, "En fiskerbåd med mennesker om bord på vej over sundet om natten."),
    Drawing("o65", words.languages, "En tekande og to kopper te under farvede talebobler."),
    Drawing("o67", stage.film, "Et filmkamera med to ruller og en klaptræ."),
    Drawing("o69", words.newsroom, "En mikrofon med radiobølger ved siden af en avisforside."),
    Drawing("o70", music.brass, "En blank trompet, som noderne flyver ud af."),
    Drawing("o72", stage.lucia, "Børn i hvide luciadragter synger med lys i hænderne."),
    Drawing("o74", music.drums, "Tre spande med bunden i vejret og trommestikker i luften."),
    Drawing("o76", shore.sea_creatures, "En krabbe, fisk og en søstjerne på lavt vand ved siden af et net."),
    Drawing("o78", shore.beach_cleaning, "To børn samler affald i en sæk på stranden ved et fyrtårn."),
    Drawing("o79", outdoors.bees, "Bier flyver mellem blomster og et bistade i solen."),
    Drawing("o81", night.stargazing, "To børn ser på Karlsvognen og Saturn med en stjernekikkert."),
    Drawing("o83", outdoors.garden, "Højbede med gulerødder og kål og en blå vandkande."),
    Drawing("o84", care.soup, "En stor gryde suppe med grøntsager ved siden af."),
    Drawing("o86", words.reading, "En ældre kvinde og et barn læser i en bog foran store reoler."),
    Drawing("o87", tales.picture_book, "En grøn drage og et slot rejser sig op af en åben billedbog."),
    Drawing("o89", craft.repair, "En rød brødrister på et værkstedsbord under en tavle med værktøj."),
    Drawing("o90", craft.robot, "En glad lilla robot vinker mellem tandhjul."),
    Drawing("o91", craft.circuits, "Et grønt printkort med ledninger og en lille måler."),
    Drawing("o92", care.first_aid, "Et barn øver hjertemassage på en dukke ved en førstehjælpskasse."),
)
