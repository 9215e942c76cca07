"""Server time of the pages, over the shipped content: python -m benchmarks speed.pages [--snapshots DIR] [--n N].

Each page is asked for in this process, without a network, n times after a warm-up; the time holds routing, search,
template and packing. The first page's very first answer, which opens nothing but fills caches, is told apart.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from benchmarks.parser import make_parser

PAGES = (
    "/",
    "/sok?q=unga+rekryteras+till+g%C3%A4ng",
    "/sok?q=snatteri&rating=god&sort=evidence",
    "/vagledning/sspf",
    "/problemomrade/nyrekrytering",
    "/matcha",
    "/om",
    "/rangordning",
)
TARGET_MS = 100
"""Of the first page, median."""


def main(arguments: Sequence[str]) -> int:
    """Print a table; 1 when the first page is over its target, 2 when there is no snapshot."""
    parser = make_parser("speed.pages", __doc__)
    parser.add_argument("--snapshots", type=Path, default=Path("snapshots"))
    parser.add_argument("--n", type=int, default=30, help="times each page is asked for")
    chosen = parser.parse_args(arguments)
    with TestClient(create_app(Settings(snapshots=chosen.snapshots))) as client:
        if client.get("/readyz").status_code != 200:
            print(f"{chosen.snapshots}: no snapshot to serve; run `kb index`", file=sys.stderr)
            return 2
        times = {path: time_page(client, path, chosen.n) for path in PAGES}
    print(f"{'page':45} {'first ms':>9} {'p50 ms':>8} {'p95 ms':>8}")
    for path, (first, *rest) in times.items():
        print(f"{path:45} {first:9.1f} {median(rest):8.1f} {quantiles(rest, n=20)[-1]:8.1f}")
    return int(median(times["/"][1:]) > TARGET_MS)


def time_page(client: TestClient, path: str, n: int) -> list[float]:
    """Milliseconds of the first and n more answers.

    Raises
    ------
    ValueError : the page does not answer 200
    """
    times = []
    for _ in range(n + 1):
        started = perf_counter()
        answer = client.get(path)
        times.append(1000 * (perf_counter() - started))
        if answer.status_code != 200:
            raise ValueError(f"{path}: answered {answer.status_code}")
    return times
