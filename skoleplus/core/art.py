"""What stands where an offer or an association has no picture: colours, a pattern and a sign.

The colours say which subject or which kind of association it is about, the sign is found in its own words,
and the pattern tells neighbours apart. The same thing always looks the same.
"""

import re
import zlib
from functools import cache
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString

from skoleplus.core.icons import icon


class Topic(NamedTuple):
    """What suits a topic.

    Args:
        colours: colour pairs (static/css/components/art.css).
        patterns: names of drawings in static/img/art/.
        sign: an icon, where no word tells more.
    """

    colours: tuple[str, ...]
    patterns: tuple[str, ...]
    sign: str


class Motif(NamedTuple):
    """One drawing."""

    colour: str
    pattern: str
    sign: str


BODY = Topic(("brick", "sun", "sky"), ("arcs", "bubbles", "triangles", "waves"), "trophy")
NATURE = Topic(("leaf",), ("leaves", "hills", "waves", "arcs"), "leaf")
WORDS = Topic(("brick",), ("lines", "bubbles", "arcs"), "book-open")
TONGUES = Topic(("sky",), ("bubbles", "lines", "waves"), "languages")
NUMBERS = Topic(("sky",), ("triangles", "hexagons", "lines"), "shapes")
MACHINES = Topic(("violet",), ("hexagons", "triangles", "lines"), "bot")
PAST = Topic(("sand",), ("hills", "lines", "arcs"), "landmark")
SOCIETY = Topic(("violet",), ("lines", "arcs", "bubbles"), "scale")
COLOURS = Topic(("plum",), ("bubbles", "waves", "triangles"), "palette")
SOUNDS = Topic(("violet",), ("waves", "arcs", "bubbles"), "music")
HANDS = Topic(("sand",), ("triangles", "hexagons", "lines"), "hammer")
FOOD = Topic(("sun",), ("bubbles", "leaves", "waves"), "cooking-pot")
HEALTH = Topic(("plum",), ("arcs", "bubbles", "waves"), "heart-pulse")
SCHOOL = Topic(("sun",), ("triangles", "lines", "hills"), "school")
ANYTHING = Topic(
    ("leaf", "sun", "sky", "plum", "sand"), ("bubbles", "hexagons", "arcs", "triangles", "hills"), "sparkles"
)

# First words of subjects (Fælles Mål) and of kinds of association, as codes and as Danish words.
TOPICS = {
    "idræt": BODY,
    "sport": BODY,
    "biologi": NATURE,
    "natur": NATURE,
    "geografi": Topic(("sky",), ("hills", "arcs", "waves"), "globe"),
    "fysik": Topic(("violet",), ("hexagons", "arcs", "waves"), "flask-conical"),
    "matematik": NUMBERS,
    "dansk": WORDS,
    "bibliotek": WORDS,
    "library": WORDS,
    "engelsk": TONGUES,
    "tysk": TONGUES,
    "fransk": TONGUES,
    "spansk": TONGUES,
    "modersmål": TONGUES,
    "historie": PAST,
    "kristendom": Topic(("plum",), ("arcs", "lines", "hills"), "church"),
    "samfund": SOCIETY,
    "uddannelse": Topic(("sand",), ("lines", "triangles"), "briefcase"),
    "arbejde": Topic(("sand",), ("lines", "triangles"), "briefcase"),
    "billedkunst": COLOURS,
    "kunst": COLOURS,
    "art": COLOURS,
    "drama": Topic(("brick",), ("lines", "arcs", "bubbles"), "drama"),
    "kultur": Topic(("brick",), ("lines", "arcs", "bubbles"), "drama"),
    "culture": Topic(("brick",), ("lines", "arcs", "bubbles"), "drama"),
    "film": Topic(("violet",), ("lines", "hexagons"), "clapperboard"),
    "medie": Topic(("violet",), ("lines", "hexagons"), "newspaper"),
    "musi": SOUNDS,
    "håndværk": HANDS,
    "madkundskab": FOOD,
    "teknologi": MACHINES,
    "sundhed": HEALTH,
    "færdsel": Topic(("sun",), ("lines", "arcs"), "bike"),
    "børnehave": SCHOOL,
    "skole": SCHOOL,
    "school": SCHOOL,
    "spejder": Topic(("leaf",), ("hills", "triangles", "leaves"), "tent-tree"),
    "scout": Topic(("leaf",), ("hills", "triangles", "leaves"), "tent-tree"),
    "nature": NATURE,
}

# Beginnings of words, with æ, ø and å as in addresses (ae, oe, aa), and the sign that tells of them.
SIGNS = {
    "kajak|ro-og|ro-ud|romaskine|baad|jolle|sejl|skib|optimist": "sailboat",
    "svoem|livredning|badesikkerhed|flyder": "life-buoy",
    "strandrens|reparer|gemte": "recycle",
    "hav|vand|kyst|krabbe|waders|oeresund": "shell",
    "fodbold|maal-og|goalball": "goal",
    "haandbold|volley|bold": "volleyball",
    "bordtennis|ketsjer|billard|sportsbillard": "target",
    "gymnast|spring|kolboet|parkour|opvisning": "person-standing",
    "cykel|cyklist": "bike",
    "judo|kamp": "shield",
    "klat|traeklat|reb": "mountain",
    "stafet|loeb|samarbejdsloeb|atletik": "footprints",
    "orienter|kompas|kort|post|skattejagt": "compass",
    "parasport|medloeb|hvor-alle": "accessibility",
    "skak": "chess-knight",
    "baal|gnist|bivuak": "flame-kindling",
    "knob|tovvaerk|soespejder|toemmerflaade": "anchor",
    "spejder|friluft": "tent-tree",
    "ler|keramik|ovn": "amphora",
    "laes|bog|billedbog": "book-open",
    "mal|farve|billed|vaegmal": "paintbrush",
    "tryk|plakat": "stamp",
    "teater|hamlet|scene": "drama",
    "sagn|fortael": "scroll-text",
    "byvandring|klostret|facade": "landmark",
    "tysk|deutsch|hallo|bonjour|hola|tea|sprog": "languages",
    "film|et-minut": "clapperboard",
    "nyhed": "newspaper",
    "kor|sang|sange|lucia": "mic-vocal",
    "rytme|spande|bandskole": "drum",
    "instrument|horn|messing|blaeser|lyd": "music",
    "stjerne": "telescope",
    "sol|solen": "sun",
    "bi-|bier|bilaug": "flower-2",
    "froe|urter|skolehave|have": "sprout",
    "mad|suppe|frokost|gaestemad|restaurant": "soup",
    "skriv": "pen-line",
    "robot|maskine": "bot",
    "kod|sensor|algoritme": "cpu",
    "fikser|vaerksted|byg|cykelvaerksted": "wrench",
    "foerstehjaelp|hjerte|liv-hjerte": "heart-pulse",
    "arbejde|job": "briefcase",
    "loen|budget": "piggy-bank",
    "samtale|spoergsmaal|erfaring": "messages-square",
    "dommer": "flag",
}
_SIGNS = [(re.compile(rf"(?:^|-)(?:{stems})"), sign) for stems, sign in SIGNS.items()]


def motif_for(key: str, *topics: str) -> Motif:
    """The drawing of a thing.

    Args:
        key: its address ("kajak-paa-fjorden"): its words choose the sign, and it tells neighbours apart.
        topics: subjects by name or kinds of association, most telling first.
    """
    topic = _topic_of(topics)
    number = zlib.crc32(key.encode())
    colour = topic.colours[number % len(topic.colours)]
    return Motif(colour, topic.patterns[number // 7 % len(topic.patterns)], _sign_in(key) or topic.sign)


@cache
def draw(motif: Motif) -> SafeString:
    """The motif as HTML; colours and pattern are its classes, so it costs a page next to nothing."""
    return format_html(
        '<div class="art art-{} art-{}" aria-hidden="true"><span class="art-sign">{}</span></div>',
        motif.colour,
        motif.pattern,
        icon(motif.sign, 48),
    )


def _topic_of(topics: tuple[str, ...]) -> Topic:
    for name in topics:
        for start, topic in TOPICS.items():
            if name and name.casefold().startswith(start):
                return topic
    return ANYTHING


def _sign_in(key: str) -> str:
    """The sign of the first word that has one."""
    found = [(match.start(), sign) for pattern, sign in _SIGNS if (match := pattern.search(key))]
    return min(found, key=lambda pair: pair[0])[1] if found else ""
