"""How descriptions are read as people paste them: python -m benchmarks messy FILE... [--misses].

A line of a file is a text with the problems that it tells (`expect`: one list a problem, of the areas that are right
for it), whether it tells none (`none`), and areas that may never come first (`not`). A problem found is right when an
expected area is among its first two, each found one taken once; uncertain ones count as found, but not against `none`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.parser import make_parser
from kb.embedding.load import load_embedder
from kb.models.models import load_models
from kb.problems.problem import Problem
from kb.problems.read_problems import read_problems
from kb.search.open_searcher import open_searcher
from kb.snapshot.open_snapshot import open_current

N_AREAS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Of one text: problems expected, those found, problems too many that are not uncertain, forbidden areas first."""

    n_expected: int
    n_found: int
    n_extra: int
    n_forbidden: int
    none_wrong: bool

    @property
    def is_right(self) -> bool:
        return self.n_found == self.n_expected and not self.n_forbidden and not self.none_wrong


def judge(problems: Sequence[Problem], judged: Mapping[str, Any]) -> Outcome:
    """The outcome of the problems found in one text."""
    expected = judged["expect"]
    fits = np.array([[_fits(problem, areas) for problem in problems] for areas in expected], np.float64)
    taken = fits.reshape(len(expected), len(problems))
    n_found = int(taken[linear_sum_assignment(-taken)].sum())
    sure = [problem for problem in problems if not problem.is_uncertain]
    return Outcome(
        n_expected=len(expected),
        n_found=n_found,
        n_extra=max(0, len(sure) - n_found),
        n_forbidden=sum(problem.areas[0].slug in judged["not"] for problem in problems),
        none_wrong=bool(judged["none"] and sure),
    )


def _fits(problem: Problem, areas: Sequence[str]) -> bool:
    return any(area.slug in areas for area in problem.areas[:N_AREAS])


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = make_parser("messy", __doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--snapshots", type=Path, default=Path("snapshots"))
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args(arguments)
    searcher = open_searcher(open_current(chosen.snapshots), load_embedder(), load_models())
    outcomes = []
    for line in (line for file in chosen.files for line in file.read_text(encoding="utf-8").splitlines()):
        judged = json.loads(line)
        problems = read_problems(judged["text"], searcher).problems
        outcomes.append(judge(problems, judged))
        if chosen.misses and (not outcomes[-1].is_right or outcomes[-1].n_extra):
            print(f"{judged['id']} {judged['kind']}: {outcomes[-1]}")
            for problem in problems:
                found = ", ".join(f"{area.slug} {area.relevance:.2f}" for area in problem.areas[:3])
                print(f"    {problem.certainty:.2f} {found}: {' / '.join(unit.text[:60] for unit in problem.units)}")
    _print_summary(outcomes)
    return 0


def _print_summary(outcomes: Sequence[Outcome]) -> None:
    n_right, n_expected = sum(o.is_right for o in outcomes), sum(o.n_expected for o in outcomes)
    n_found, n_forbidden = sum(o.n_found for o in outcomes), sum(o.n_forbidden for o in outcomes)
    print(f"wholly right {n_right} of {len(outcomes)}  recall {n_found / max(1, n_expected):.3f} of {n_expected}")
    print(f"forbidden {n_forbidden}  problems too many {sum(o.n_extra for o in outcomes)}")
