"""How long an allocation of 30 cases among 60 experts takes, what it wins over greedy and what fairness costs:

python -m benchmarks speed.allocation [--snapshots FOLDER] [--seeds 10] [--cases 30] [--experts 60]
    [--time-limit 60] [--out FOLDER]

A seed draws experts of the snapshot, some of them twice where it has fewer, with their counties and conflicts, and
hours, cases at a time and an absence for each, since few organisations have said what time they have; and cases of
municipalities drawn by population: one to five problems each, common areas more often than rare ones, three months
from one of four months. Matches are as sparse as the real ones: 0.25-0.95 where an expert names the problem's area,
0.3-0.45 by its text alone for one in seventeen, else none. Each seed is solved twice: ample (a problem takes 8-24
hours) and scarce (20-60 hours).
"""

import statistics
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from benchmarks.parser import make_parser
from benchmarks.results.record import describe_run, write_result
from kb.documents import Expert, Period, ToldAvailability
from kb.matching.experts import MIN_MATCH
from kb.registers import Municipality
from kb.snapshot.open_snapshot import open_current
from kb.snapshot.snapshot import Snapshot
from kb.staffing.allocation import Allocation, allocate
from kb.staffing.capacity import find_case_limits, find_hour_limits
from kb.staffing.demand import Demand, FloatArray, IntArray

PROBLEM_HOURS = {"ample": (8, 12, 16, 24), "scarce": (20, 30, 40, 60)}
PERIODS = tuple(Period(date(2027, month, 1), date(2027, month + 3, 1) - timedelta(days=1)) for month in (1, 2, 3, 4))
YEAR_BEGINS = date(2027, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One demand: seconds and gap of both orders of goals, and their figures beside the greedy ones."""

    seed: int
    kind: str
    n_problems: int
    n_pairs: int
    elapsed_s: float
    elapsed_worst_first_s: float
    gap: float
    gap_worst_first: float
    total: float
    total_greedy: float
    total_worst_first: float
    worst: float
    worst_greedy: float
    worst_worst_first: float
    with_nothing: int
    with_nothing_greedy: int


def main(arguments: Sequence[str]) -> int:
    """Print a row per demand, and the slowest."""
    parser = make_parser("speed.allocation", __doc__)
    parser.add_argument("--snapshots", type=Path, default=Path("snapshots"))
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--cases", type=int, default=30)
    parser.add_argument("--experts", type=int, default=60)
    parser.add_argument("--time-limit", type=float, default=60.0, help="seconds for each order of goals")
    parser.add_argument("--out", type=Path, help="folder that allocation.json is written into")
    options = parser.parse_args(arguments)
    snapshot = open_current(options.snapshots)
    rows = [
        measure(snapshot, seed, kind, options.cases, options.experts, options.time_limit)
        for kind in PROBLEM_HOURS
        for seed in range(options.seeds)
    ]
    print("kind    seed  pairs     s  gap   total greedy  worst greedy  nothing greedy | worst first: s  total  worst")
    for row in rows:
        print(_tell(row))
    slowest = max(max(row.elapsed_s, row.elapsed_worst_first_s) for row in rows)
    largest, fair = max(row.gap for row in rows), max(row.gap_worst_first for row in rows)
    print(f"slowest {slowest:.2f} s; largest gap {largest:.4f}, {fair:.4f} with the worst first")
    for kind in PROBLEM_HOURS:
        _summarise(kind, [row for row in rows if row.kind == kind])
    if options.out:
        sizes = {"n_cases": options.cases, "n_experts": options.experts, "n_seeds": options.seeds}
        run = describe_run("python -m benchmarks speed.allocation --out benchmarks/results", snapshot.manifest.model_id)
        write_result("allocation", run, {**sizes, "rows": [asdict(row) for row in rows]}, options.out)
    return 0


def measure(snapshot: Snapshot, seed: int, kind: str, n_cases: int, n_experts: int, time_limit_s: float) -> Row:
    """Solve one demand with both orders of goals."""
    demand, priorities = make_demand(snapshot, seed, kind, n_cases, n_experts)
    plain, elapsed_s = _solve(demand, priorities, time_limit_s, worst_first=False)
    fair, elapsed_fair_s = _solve(demand, priorities, time_limit_s, worst_first=True)
    return Row(
        seed=seed,
        kind=kind,
        n_problems=demand.n_problems,
        n_pairs=int((demand.match >= MIN_MATCH).sum()),
        elapsed_s=elapsed_s,
        elapsed_worst_first_s=elapsed_fair_s,
        gap=max(stage.gap for stage in plain.stages),
        gap_worst_first=max(stage.gap for stage in fair.stages),
        total=plain.best.total,
        total_greedy=plain.greedy.total,
        total_worst_first=fair.best.total,
        worst=plain.best.worst or 0,
        worst_greedy=plain.greedy.worst or 0,
        worst_worst_first=fair.best.worst or 0,
        with_nothing=plain.best.n_with_nothing,
        with_nothing_greedy=plain.greedy.n_with_nothing,
    )


def make_demand(snapshot: Snapshot, seed: int, kind: str, n_cases: int, n_experts: int) -> tuple[Demand, IntArray]:
    """A demand in the shape of real ones, and the priority of its cases; the same for the same seed."""
    random = np.random.default_rng(seed)
    known = sorted(snapshot.experts)
    slugs = random.choice(known, n_experts, replace=n_experts > len(known))
    experts = [replace(snapshot.experts[str(slug)], availability=_draw_availability(random)) for slug in slugs]
    people = np.array([town.population for town in snapshot.registers.municipalities])
    towns = [snapshot.registers.municipalities[i] for i in random.choice(len(people), n_cases, p=people / people.sum())]
    case_of = np.repeat(np.arange(n_cases), random.choice([1, 2, 3, 4, 5], n_cases, p=[0.2, 0.3, 0.25, 0.15, 0.1]))
    periods = [PERIODS[i] for i in random.integers(0, len(PERIODS), n_cases)]
    demand = Demand(
        match=_make_matches(random, snapshot, experts, len(case_of)),
        hours=random.choice(PROBLEM_HOURS[kind], len(case_of)).astype(np.float64),
        case_of=case_of,
        floors=np.full(n_cases, MIN_MATCH),
        forbidden=np.array([[not _may_help(expert, town) for town in towns] for expert in experts], np.bool_),
        hour_limits=find_hour_limits(experts, periods, min(period.first for period in PERIODS)),
        case_limits=find_case_limits(experts, periods),
    )
    return demand, random.choice([1, 2, 3], n_cases, p=[0.6, 0.25, 0.15])


def _draw_availability(random: np.random.Generator) -> ToldAvailability:
    first = YEAR_BEGINS + timedelta(days=int(random.integers(0, 200)))
    away = Period(first, first + timedelta(days=int(random.integers(0, 45))))
    hours, cases = int(random.integers(4, 41)), int(random.integers(1, 7))
    return ToldAvailability(YEAR_BEGINS, hours, cases, (away,))


def _may_help(expert: Expert, town: Municipality) -> bool:
    reaches = not expert.counties or town.county_code in expert.counties
    return reaches and town.code not in expert.conflict_municipalities


def _make_matches(
    random: np.random.Generator, snapshot: Snapshot, experts: Sequence[Expert], n_problems: int
) -> FloatArray:
    areas = sorted(slug for slug, area in snapshot.problem_areas.items() if area.kind == "problemområde")
    area_of = random.choice(areas, n_problems, p=random.dirichlet(np.full(len(areas), 0.8)))
    shape = (len(experts), n_problems)
    by_text = np.where(random.random(shape) < 1 / 17, random.uniform(0.3, 0.45, shape), 0)
    named = np.array([np.isin(area_of, expert.problem_areas) for expert in experts])
    match = np.where(named, 0.25 + 0.7 * random.beta(3, 4, shape), by_text)
    return np.round(match, 4).astype(np.float64)


def _solve(demand: Demand, priorities: IntArray, time_limit_s: float, *, worst_first: bool) -> tuple[Allocation, float]:
    started = time.perf_counter()
    allocation = allocate(demand, priorities, worst_first=worst_first, time_limit_s=time_limit_s)
    return allocation, time.perf_counter() - started


def _tell(row: Row) -> str:
    return (
        f"{row.kind:7} {row.seed:4}  {row.n_pairs:5}  {row.elapsed_s:4.2f}  {row.gap:.2f}  {row.total:5.1f}  "
        f"{row.total_greedy:5.1f}  {row.worst:.2f}   {row.worst_greedy:.2f}  {row.with_nothing:7}  "
        f"{row.with_nothing_greedy:5}  |           {row.elapsed_worst_first_s:5.2f}  {row.total_worst_first:5.1f}   "
        f"{row.worst_worst_first:.2f}"
    )


def _summarise(kind: str, rows: Sequence[Row]) -> None:
    won = statistics.median(row.total / row.total_greedy - 1 for row in rows)
    price = statistics.median(1 - row.total_worst_first / row.total for row in rows)
    lifted = statistics.median(row.worst_worst_first - row.worst for row in rows)
    fewer = sum(row.with_nothing_greedy - row.with_nothing for row in rows)
    print(
        f"{kind}: median total {won:+.1%} over greedy, {fewer} fewer cases with nothing in all; worst first lifts the "
        f"worst by {lifted:.2f} (median) for {price:.1%} of the total"
    )
