"""Does a server that is killed lose anything? python -m benchmarks kills [--n 100] [--database-url ADDRESS].

A real server (`kb serve`, in a process of its own) is killed with SIGKILL at a random moment, n times, while two
editors write in one plan as fast as it answers: single fields as the script sends them, whole forms, comments, new
plans that are adopted; every other request that makes something is sent twice. After each restart the database is held
against what the editors were told, and what was not answered is sent again. Exit code 1 where anything is lost, half
there or double.

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
from threading import Event
from typing import Any

from api.store.database import Database
from api.store.places import Places
from benchmarks.parser import make_parser
from benchmarks.results.record import RESULTS, SEED, describe_run, write_result
from benchmarks.saved.browser import Browser
from benchmarks.saved.check import find_doubles, find_halves, find_losses, find_undecided
from benchmarks.saved.editors import (
    ByLink,
    ByPages,
    Editor,
    Way,
    adopt_new_plan,
    as_json,
    expect,
    save_new_plan,
)
from benchmarks.saved.journal import Journal, Once
from benchmarks.saved.server import Server, start_server
from benchmarks.saved.town import Coordinator, sign_in

COMMAND = "python -m benchmarks kills"
NAMES = ("anna", "bobo")
LONGEST_S = 1.2
"""A kill comes within this long after both have saved something."""


@dataclass(slots=True)
class Killed:
    """What came of all kills. n_again : requests that were sent again after one; faults : none where all is well"""

    n: int = 0
    n_again: int = 0
    faults: list[str] = field(default_factory=list)
    journals: list[Journal] = field(default_factory=list)
    plan_ids: list[str] = field(default_factory=list)

    def tell(self) -> dict[str, Any]:
        """The figures, by name."""
        journals = self.journals
        return {
            "n_kills": self.n,
            "n_saves_answered": sum(len(journal.saves) for journal in journals),
            "n_comments": _count_made(journals, "comment"),
            "n_plans": _count_made(journals, "plan"),
            "n_adopted": sum(len(journal.adopted) for journal in journals),
            "n_sent_twice": sum(journal.n_twice for journal in journals),
            "n_conflicts_told": sum(journal.n_conflicts for journal in journals),
            "n_killed_in_a_save": sum(bool(journal.sending) for journal in journals),
            "n_killed_in_another_request": self.n_again,
            "faults": self.faults,
        }


def main(arguments: Sequence[str]) -> int:
    """Kill, write the result and print it; exit code 1 where there is a fault."""
    parser = make_parser("kills", __doc__)
    parser.add_argument("--n", type=int, default=100, help="kills")
    parser.add_argument("--database-url", help="an empty database of PostgreSQL")
    parser.add_argument("--out", type=Path, default=RESULTS, help="folder that kills-DATABASE.json is written into")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        killed = kill_often(Places(Path(folder), chosen.database_url), chosen.n)
    figures = killed.tell()
    kind = "postgresql" if chosen.database_url else "sqlite"
    write_result(f"kills-{kind}", describe_run(f"{COMMAND} --n {chosen.n}", "none"), figures, chosen.out)
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    return int(bool(figures["faults"]))


def kill_often(places: Places, n: int, longest_s: float = LONGEST_S) -> Killed:
    """What came of n kills, each checked after the restart and all once more at the end."""
    database, chance, killed = Database(places), random.Random(SEED), Killed()
    coordinator = sign_in(database, NAMES[0])
    server = start_server(places)
    for number in range(n):
        two = _Two(server, coordinator, number, chance)
        two.write_until_killed(server, chance.random() * longest_s)
        server = start_server(places)
        killed.n += 1
        killed.plan_ids.append(two.plan_id)
        killed.journals += two.journals
        killed.faults += find_losses(database, two.plan_id, two.journals) + find_halves(database)
        killed.n_again += two.send_again(server)
        two.close()
        killed.faults += _check_made(database, [two.plan_id], two.journals)
        print(f"{killed.n} kills, {len(killed.faults)} faults", end="\r", file=sys.stderr, flush=True)
    server.kill()
    killed.faults += _check_made(database, killed.plan_ids, killed.journals) + find_halves(database)
    database.close()
    return killed


class _Two:
    """A new plan and the two who write in it: the coordinator, and a guest with a link."""

    def __init__(self, server: Server, coordinator: Coordinator, number: int, chance: random.Random) -> None:
        browser = Browser(server.port, coordinator.headers)
        self.plan_id = _save_plan(browser, number)
        guest = Browser(server.port, {"Authorization": f"Bearer {_make_link(browser, self.plan_id)}"})
        ways: tuple[Way, ...] = (ByPages(browser, coordinator, self.plan_id), ByLink(guest, self.plan_id))
        self._browsers = (browser, guest)
        self._editors = [
            Editor(name=name, way=way, chance=random.Random(chance.random()), journal=Journal(), begun=Event())
            for name, way in zip(NAMES, ways, strict=True)
        ]
        self._editors[0].extra = adopt_new_plan(browser)

    @property
    def journals(self) -> list[Journal]:
        return [editor.journal for editor in self._editors]

    def write_until_killed(self, server: Server, wait_s: float) -> None:
        """Kill the server so long after both have saved something."""
        with ThreadPoolExecutor(len(self._editors)) as pool:
            working = [pool.submit(editor.work) for editor in self._editors]
            for editor, work in zip(self._editors, working, strict=True):
                while not editor.begun.wait(0.1) and not work.done():
                    pass
            time.sleep(wait_s)
            server.kill()
        for work in working:
            work.result()  # an answer that should not have been is raised here

    def send_again(self, server: Server) -> int:
        """How many requests were sent again."""
        for browser in self._browsers:
            browser.move_to(server.port)
        return sum(editor.send_again() for editor in self._editors)

    def close(self) -> None:
        for browser in self._browsers:
            browser.close()


def _save_plan(browser: Browser, number: int) -> str:
    saved = expect(save_new_plan(browser, Once(kind="plan", text=f"Plan {number}", key=f"plan {number}")))
    plan_id: str = saved.json()["id"]
    return plan_id


def _make_link(browser: Browser, plan_id: str) -> str:
    link = expect(browser.send_json("POST", f"/v1/plans/{plan_id}/links", as_json({"used_for": "write"})))
    token: str = link.json()["token"]
    return token


def _check_made(database: Database, plan_ids: Sequence[str], journals: Sequence[Journal]) -> list[str]:
    made = [once for journal in journals for once in journal.made]
    adopted = [plan_id for journal in journals for plan_id in journal.adopted]
    return find_doubles(database, plan_ids, made) + find_undecided(database, adopted)


def _count_made(journals: Sequence[Journal], kind: str) -> int:
    return sum(once.kind == kind for journal in journals for once in journal.made)
