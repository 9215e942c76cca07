"""How long a save takes, and the list among 10,000 plans: python -m benchmarks speed.saved [--database-url ADDRESS].

A real server (`kb serve`, in a process of its own) is asked over HTTP, one request at a time, as a browser asks: the
sign-in is looked up, the token of the form checked. Saved is one field, as the script saves it, and the whole form, in
a plan of fifteen pages (eight problems, fifteen suggestions each), among the other plans. The very first answer after
the start is told apart: it opens what no answer before has opened. Beside the clock stands the processor's time of the
server, the mean of all answers, for on a machine with other work the clock tells of that.

Without an address the database is SQLite's, in a folder that is thrown away; with one it is that of PostgreSQL, which
is to be empty. Exit code 1 where a target is missed.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from api.store.database import Database
from api.store.places import Places
from api.store.plans.save import add_plan, create_plan
from benchmarks.parser import make_parser
from benchmarks.results.record import RESULTS, describe_run, write_result
from benchmarks.saved.browser import Answer, Browser
from benchmarks.saved.server import Server, run_server
from benchmarks.saved.town import TOWN, Coordinator, invent_plan, sign_in
from kb.plans.working.working_plan import WorkingPlan

COMMAND = "python -m benchmarks speed.saved"
N_PLANS = 10_000
N_TIMED = 200
AT_A_TIME = 500
TITLES = ("Trygga torget", "Lugnare skolvägar", "Inga inbrott i hamnen", "Gemensam kväll i centrum")
TARGETS_MS = {"save_field_p50": 100, "list_p50": 200, "search_p50": 200, "search_first": 200}


def main(arguments: Sequence[str]) -> int:
    """Measure, write the result and print it; exit code 1 where a target is missed."""
    parser = make_parser("speed.saved", __doc__)
    parser.add_argument("--plans", type=int, default=N_PLANS)
    parser.add_argument("--n", type=int, default=N_TIMED, help="times each request is timed")
    parser.add_argument("--database-url", help="an empty database of PostgreSQL")
    parser.add_argument("--out", type=Path, default=RESULTS, help="folder that saved-DATABASE.json is written into")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Places(Path(folder), chosen.database_url), chosen.plans, chosen.n)
    kind = "postgresql" if chosen.database_url else "sqlite"
    write_result(f"saved-{kind}", describe_run(COMMAND, "none"), figures, chosen.out)
    print(json.dumps(figures, indent=1))
    return int(bool(figures["missed"]))


def measure(places: Places, n_plans: int, n: int) -> dict[str, Any]:
    """Milliseconds by name, and the targets missed."""
    database = Database(places)
    coordinator = sign_in(database, "anna")
    fill(database, n_plans)
    plan = invent_plan(n_problems=8, n_measures=15, n_words=750)
    with database.session() as session:
        plan_id = create_plan(session, plan, TOWN, coordinator.id, datetime.now(UTC))
    figures: dict[str, Any] = {"n_plans": n_plans, "n": n}
    with run_server(places) as server:
        browser = Browser(server.port, coordinator.headers)
        browser.get("/logga-in")  # the frame of all pages is read from disk
        asks: dict[str, Callable[[], Answer]] = {
            "list": lambda: browser.get("/planer"),
            "search": lambda: browser.get("/planer?sok=torget+77"),
            "open": lambda: browser.get(f"/planer/{plan_id}"),
            **_list_saves(browser, coordinator, plan_id, plan),
        }
        for name, ask in asks.items():
            figures |= _time(name, ask, n, server)
        browser.close()
    database.close()
    figures["load_average"] = round(os.getloadavg()[0], 1)
    figures["missed"] = [name for name, bound in TARGETS_MS.items() if figures[f"{name}_ms"] >= bound]
    return figures


def fill(database: Database, n_plans: int) -> None:
    """Save plans of one municipality, each written a minute after the one before, with titles of four kinds."""
    begun, plan = datetime.now(UTC) - timedelta(days=100), invent_plan()
    for first in range(0, n_plans, AT_A_TIME):
        with database.session() as session:
            for n in range(first, min(first + AT_A_TIME, n_plans)):
                named = WorkingPlan(plan.draft, {"title": f"{TITLES[n % len(TITLES)]} {n}"})
                add_plan(session, f"{n:032x}", named, TOWN, "0" * 32, begun + timedelta(minutes=n))
        print(f"{first} plans", end="\r", file=sys.stderr, flush=True)


def time_answers(ask: Callable[[], Answer], n: int) -> list[float]:
    """Milliseconds of n answers.

    Raises
    ------
    ValueError : one is no answer
    """
    times = []
    for _ in range(n):
        started = perf_counter()
        answer = ask()
        times.append(1000 * (perf_counter() - started))
        if answer.status not in (200, 303):
            raise ValueError(f"answered {answer.status}")
    return times


def _list_saves(
    browser: Browser, coordinator: Coordinator, plan_id: str, plan: WorkingPlan
) -> dict[str, Callable[[], Answer]]:
    """Name -> what saves, something new each time."""
    numbers, address = iter(range(1_000_000)), f"/planer/{plan_id}"
    problems = range(1, len(plan.draft.problems) + 1)
    state = {"base": "0"}

    def save_field() -> Answer:
        fields = {"problems/1/goal": f"Färre rån på torget, {next(numbers)}"}
        answer = browser.send_form(address, {"csrf": coordinator.csrf, **state, **fields})
        state["base"] = str(answer.json()["version"])
        return answer

    def save_whole() -> Answer:
        fields = dict(_list_fields(problems, plan, str(next(numbers))))
        answer = browser.send_form(address, {"csrf": coordinator.csrf, **state, **fields}, Accept="text/html")
        state["base"] = answer.headers["location"].rpartition("=")[2]
        return answer

    return {"save_field": save_field, "save_whole": save_whole}


def _list_fields(problems: Sequence[int], plan: WorkingPlan, text: str) -> Iterator[tuple[str, str]]:
    """A text in each of some 500 fields, of which one in fifteen is new."""
    for problem in problems:
        for measure in plan.draft.problems[problem - 1].measures:
            path = f"problems/{problem}/measures/{measure.slug}"
            yield f"{path}/responsible", "Fritidschefen"
            yield f"{path}/end", "2027-06-30"
            yield f"{path}/cost", "25000"
            yield f"{path}/note", text if measure.slug == "metod-0" else "Kontakta skolan"


def _time(name: str, ask: Callable[[], Answer], n: int, server: Server) -> dict[str, float]:
    """Of a first answer and n more."""
    first, *_ = time_answers(ask, 1)
    cpu_ms = server.read_cpu_ms()
    times = time_answers(ask, n)
    cpu_ms = (server.read_cpu_ms() - cpu_ms) / n
    told = {"first": first, "p50": median(times), "p95": quantiles(times, n=20)[-1], "cpu": cpu_ms}
    return {f"{name}_{figure}_ms": round(ms, 1) for figure, ms in told.items()}
