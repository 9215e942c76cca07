"""Goals in their order over one integer program: each is settled before the next is looked at.

All numbers are whole, so that what the solver finds in floating point is rounded, checked and compared exactly. This is
the one use of HiGHS, through scipy.

Source: Huangfu and Hall, Mathematical Programming Computation 10, 2018, pp. 119-142.
"""

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

_ROUNDING = 1e-3
"""A bound this close below a whole number is that number, told in floating point."""

IntArray = NDArray[np.int64]
Row = tuple[Mapping[int, int], int]
"""What is summed, as column -> coefficient, and what the sum may be at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """Every x of whole numbers with 0 <= x <= upper and rows @ x <= limits.

    rows : sparse int64 array (n_rows, n_columns); limits : int64 array (n_rows,); upper : int64 array (n_columns,)
    """

    rows: sparse.csr_array
    limits: IntArray
    upper: IntArray

    def allows(self, x: IntArray) -> bool:
        """Whether x, an int64 array (n_columns,), breaks nothing; exact."""
        return bool((x >= 0).all() and (x <= self.upper).all() and (self.rows @ x <= self.limits).all())


@dataclass(frozen=True, slots=True, eq=False)
class Goal:
    """weights @ x is to be as large as possible, and is told divided by scale: -1 for what is to be small.

    weights : int64 array (n_columns,)
    """

    name: str
    weights: IntArray
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Stage:
    """What was reached for a goal, and the bound that nothing can pass, both divided by the goal's scale.

    gap : how far the bound is from what was reached, as a share of that; 0 when nothing better exists
    """

    goal: str
    reached: float
    bound: float
    gap: float

    @property
    def is_proved(self) -> bool:
        return self.gap == 0


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """x : int64 array (n_columns,) that the program allows; stages in the order of the goals."""

    x: IntArray
    stages: tuple[Stage, ...]


def make_program(rows: Sequence[Row], upper: IntArray) -> Program:
    """The program with these rows, one column for each entry of upper."""
    entries = [(i, column, value) for i, (terms, _) in enumerate(rows) for column, value in terms.items()]
    i, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    matrix = sparse.csr_array((np.array(values, np.int64), (i, columns)), shape=(len(rows), len(upper)))
    return Program(matrix, np.array([limit for _, limit in rows], np.int64), upper)


def solve_in_order(program: Program, goals: Sequence[Goal], start: IntArray, time_limit_s: float) -> Solution:
    """The best x for the first goal, among these the best for the second, and so on.

    Parameters
    ----------
    start : what is answered when nothing better is found in time
    time_limit_s : for all goals together, in equal parts; what one leaves of its part goes to those after it. A goal
        that is not proved by then has a gap above 0

    Raises
    ------
    ValueError : the program does not allow start
    """
    if not program.allows(start):
        raise ValueError("the start breaks a limit of the program; start from zeros")
    deadline = time.monotonic() + time_limit_s
    x, stages = start, []
    for n_before, goal in enumerate(goals):
        part_s = (deadline - time.monotonic()) / (len(goals) - n_before)
        x, bound = _improve(program, goal.weights, x, part_s)
        reached = int(goal.weights @ x)
        gap = (bound - reached) / max(abs(reached), 1)
        told = (reached / goal.scale + 0.0, bound / goal.scale + 0.0)  # + 0.0: never -0.0
        stages.append(Stage(goal.name, *told, gap))
        program = _hold(program, goal.weights, reached)
    return Solution(x, tuple(stages))


def _improve(program: Program, weights: IntArray, x: IntArray, time_s: float) -> tuple[IntArray, int]:
    """The best that is found, x at worst, and a bound on weights @ x."""
    bound = int(np.maximum(weights, 0) @ program.upper)
    if bound == weights @ x or time_s <= 0:
        return x, bound
    answer = milp(
        -weights.astype(np.float64),
        integrality=np.ones(len(x)),
        bounds=Bounds(0, program.upper),
        constraints=LinearConstraint(program.rows.astype(np.float64), -np.inf, program.limits.astype(np.float64)),
        options={"time_limit": time_s, "mip_rel_gap": 0.0},
    )
    found = x if answer.x is None else np.rint(answer.x).astype(np.int64)
    if program.allows(found) and weights @ found > weights @ x:
        x = found
    dual = answer.mip_dual_bound
    if dual is not None and math.isfinite(dual):
        bound = min(bound, math.floor(-dual + _ROUNDING))
    return x, max(bound, int(weights @ x))


def _hold(program: Program, weights: IntArray, reached: int) -> Program:
    """The program whose answers reach as much of a goal."""
    rows = sparse.vstack([program.rows, sparse.csr_array(-weights[np.newaxis])], format="csr")
    return replace(program, rows=rows, limits=np.append(program.limits, -reached))
