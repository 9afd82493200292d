"""`make bench`: what the list and an offer's page cost, beside an empty view on the same server.

python -m tests.bench [--write] [--seconds 8] [--clients 20] [--offers 500] [--workers 2]
"""

import argparse
import os
import random

os.environ.setdefault("SKOLEPLUS_ENV", "development")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skoleplus.settings")
os.environ["DEBUG"] = "0"

import django

django.setup()

from tests.bench import measure, report  # noqa: E402
from tests.bench.data import Catalogue  # noqa: E402
from tests.bench.server import running  # noqa: E402
from tests.database import cloned_database  # noqa: E402

SIZES = (10, 100)  # of the catalogue, for counting statements
SHUFFLE = 2027


def main() -> None:
    asked = arguments()
    with cloned_database() as database:
        catalogue = Catalogue()
        statements = {}
        for size in (*SIZES, asked.offers):
            catalogue.grow_to(size)
            statements[size] = {
                name: measure.statements(address) for name, address in measure.SAMPLES.items()
            }
        chance = random.Random(SHUFFLE)
        addresses = {name: make(catalogue.slugs, chance) for name, make in measure.ADDRESSES.items()}
        with running(database, workers=asked.workers) as server:
            how = {"clients": asked.clients, "seconds": asked.seconds}
            loads = {name: measure.load(server, some, **how) for name, some in addresses.items()}
            for name in measure.AFRESH:
                loads[f"{name} made anew"] = measure.load(server, addresses[name], **how, cookie="bench=1")
            memory = server.worker_megabytes()
    text = report.tables(asked, statements, loads, memory)
    print(text)
    if asked.write:
        report.write(text)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the figures in docs/performance.md")
    parser.add_argument("--seconds", type=float, default=8, help="how long each page is asked for")
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--offers", type=int, default=500)
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
