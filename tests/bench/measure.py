"""Statements, counted in this process; throughput, by clients in another one."""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from urllib.parse import quote

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from skoleplus.core.kept import shelf
from tests.bench.server import HOST, Server

# One address of each kind, for counting.
SAMPLES = {
    "/tilbud/": "/tilbud/",
    "/tilbud/?q=…": "/tilbud/?q=kajak&grade=7&subject=idraet",
    "/tilbud/<slug>/": "/tilbud/tilbud-1/",
    "/api/v1/offers": "/api/v1/offers?page_size=100",
}
OFFERS_ASKED_FOR = 100
FILTERS = ("grade=4", "subject=idraet", "price=0", "place=school", "kind=sport", "type=course")
WORDS = ("kajak", "skak", "stævne", "orienteringslob", "natur", "svømning på skolen", "4. klasse", "musik")


def statements(address: str) -> int:
    """How many statements a page takes that nobody has asked for since something changed."""
    shelf.clear()
    with CaptureQueriesContext(connection) as asked:
        response = Client().get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answers {response.status_code}.")
    return len(asked)


def of_empty(slugs: list[str], chance: random.Random) -> list[str]:
    return ["/tom/"]


def of_list(slugs: list[str], chance: random.Random) -> list[str]:
    """What visitors do there: half of them only look, the others turn pages, filter and combine."""
    looked = ["/tilbud/"] * 30
    turned = [f"/tilbud/?page={page}" for page in range(2, 12)]
    filtered = [f"/tilbud/?{filter_}" for filter_ in FILTERS]
    combined = [f"/tilbud/?{'&'.join(chance.sample(FILTERS, 2))}" for _ in range(14)]
    return _shuffled(looked + turned + filtered + combined, chance)


def of_search(slugs: list[str], chance: random.Random) -> list[str]:
    words = [f"/tilbud/?q={word}" for word in WORDS]
    return _shuffled(words + [f"{address}&{chance.choice(FILTERS)}" for address in words], chance)


def of_offers(slugs: list[str], chance: random.Random) -> list[str]:
    """Some are looked at more than others: every page is one of a hundred."""
    chosen = chance.sample(slugs, min(OFFERS_ASKED_FOR, len(slugs)))
    return [f"/tilbud/{slug}/" for slug in chosen]


def of_api(slugs: list[str], chance: random.Random) -> list[str]:
    return [f"/api/v1/offers?page={page}" for page in range(1, 20)]


ADDRESSES: dict[str, Callable[[list[str], random.Random], list[str]]] = {
    "an empty view": of_empty,
    "/tilbud/": of_list,
    "/tilbud/?q=…": of_search,
    "/tilbud/<slug>/": of_offers,
    "/api/v1/offers": of_api,
}


# A visitor's page is kept until something changes; who brings a cookie has every page made anew.
AFRESH = ("/tilbud/", "/tilbud/<slug>/")


def load(
    server: Server, addresses: list[str], *, clients: int, seconds: float, cookie: str = ""
) -> dict[str, float]:
    """How the server stands so many clients at a time, each with one request on its way."""
    given = [HOST, str(server.port), str(clients), str(seconds), cookie]
    before = server.cpu_seconds()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.load", *given],
        input="\n".join(addresses),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=seconds + 120,
    )
    found = json.loads(done.stdout)
    found["cpu_ms"] = (server.cpu_seconds() - before) * 1000 / found["answered"]
    return found


def _shuffled(addresses: list[str], chance: random.Random) -> list[str]:
    quoted = [quote(address, safe="/?&=") for address in addresses]
    return chance.sample(quoted, len(quoted))
