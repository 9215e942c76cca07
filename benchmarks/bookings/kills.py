"""Does a server that is killed lose a booking? python -m benchmarks bookings [--n 100] [--database-url ADDRESS].

A real server (`kb serve`, in a process of its own) is killed with SIGKILL at a random moment, n times, while four
advisors book, move, confirm and cancel hours of the same expert as fast as it answers; half of what makes a booking is
sent twice. After each restart the database is held against what the advisors were told, and what was not answered is
sent again. Exit code 1 where anything is lost, half there or double, or more is booked than was told.

Without an address the database is SQLite's, in a folder that is thrown away; with one it is that of PostgreSQL, which
is to be empty.
"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from api.store.database import Database
from api.store.places import Places
from benchmarks.bookings.advisor import Advisor, Journal
from benchmarks.bookings.check import find_halves, find_losses, find_strays, find_too_much
from benchmarks.bookings.desk import Desk, open_desk, sign_in_advisor
from benchmarks.parser import make_parser
from benchmarks.results.record import RESULTS, SEED, describe_run, write_result
from benchmarks.saved.browser import Browser
from benchmarks.saved.server import Server, start_server

COMMAND = "python -m benchmarks bookings"
NAMES = ("anna", "bo", "cia", "dan")
LONGEST_S = 1.2
"""A kill comes within this long after all have had an answer."""


@dataclass(slots=True)
class Killed:
    """What came of all kills. n_again : requests that were sent again after one; faults : none where all is well"""

    n: int = 0
    n_again: int = 0
    faults: list[str] = field(default_factory=list)
    journals: list[Journal] = field(default_factory=list)

    def tell(self) -> dict[str, Any]:
        """The figures, by name."""
        return {
            "n_kills": self.n,
            "n_booked": sum(journal.n_made for journal in self.journals),
            "n_changed": sum(journal.n_changed for journal in self.journals),
            "n_told_others_were_first": sum(journal.n_refused for journal in self.journals),
            "n_sent_twice": sum(journal.n_twice for journal in self.journals),
            "n_killed_in_a_request": self.n_again,
            "faults": self.faults,
        }


def main(arguments: Sequence[str]) -> int:
    """Kill, write the result and print it; exit code 1 where there is a fault."""
    parser = make_parser("bookings", __doc__)
    parser.add_argument("--n", type=int, default=100, help="kills")
    parser.add_argument("--database-url", help="an empty database of PostgreSQL")
    parser.add_argument("--out", type=Path, default=RESULTS, help="folder that bookings-DATABASE.json is written into")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        killed = kill_often(Places(Path(folder), chosen.database_url), chosen.n)
    figures = killed.tell()
    kind = "postgresql" if chosen.database_url else "sqlite"
    write_result(f"bookings-{kind}", describe_run(f"{COMMAND} --n {chosen.n}", "none"), figures, chosen.out)
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    return int(bool(figures["faults"]))


def kill_often(places: Places, n: int, longest_s: float = LONGEST_S) -> Killed:
    """What came of n kills, each checked after the restart."""
    database, chance, killed = Database(places), random.Random(SEED), Killed()
    headers = sign_in_advisor(database)
    server = start_server(places)
    for number in range(n):
        desk = open_desk(database, number)
        advisors = [_seat(name, number, server, headers, desk, chance) for name in NAMES]
        _book_until_killed(advisors, server, chance.random() * longest_s)
        server = start_server(places)
        killed.n += 1
        killed.journals += [advisor.journal for advisor in advisors]
        killed.faults += _check(database, desk, advisors)
        killed.n_again += _send_again(advisors, server)
        killed.faults += _check(database, desk, advisors)
        killed.faults += find_strays(database, desk, [advisor.journal for advisor in advisors])
        print(f"{killed.n} kills, {len(killed.faults)} faults", end="\r", file=sys.stderr, flush=True)
    server.kill()
    database.close()
    return killed


def _seat(
    name: str, number: int, server: Server, headers: dict[str, str], desk: Desk, chance: random.Random
) -> Advisor:
    browser = Browser(server.port, headers)
    return Advisor(name=f"{name}-{number}", browser=browser, desk=desk, chance=random.Random(chance.random()))


def _book_until_killed(advisors: Sequence[Advisor], server: Server, wait_s: float) -> None:
    """Kill the server so long after all have had an answer."""
    with ThreadPoolExecutor(len(advisors)) as pool:
        working = [pool.submit(advisor.work) for advisor in advisors]
        for advisor, work in zip(advisors, working, strict=True):
            while not advisor.begun.wait(0.1) and not work.done():
                pass
        time.sleep(wait_s)
        server.kill()
    for work in working:
        work.result()  # an answer that should not have been is raised here


def _send_again(advisors: Sequence[Advisor], server: Server) -> int:
    """How many requests were sent again."""
    for advisor in advisors:
        advisor.browser.move_to(server.port)
    n_again = sum(advisor.send_again() for advisor in advisors)
    for advisor in advisors:
        advisor.browser.close()
    return n_again


def _check(database: Database, desk: Desk, advisors: Sequence[Advisor]) -> list[str]:
    journals = [advisor.journal for advisor in advisors]
    return find_losses(database, desk, journals) + find_too_much(database, desk) + find_halves(database)
