"""Goals in their order over one integer program: each is settled before the next is looked at.

All numbers are whole, so that what the solver finds in floating point is rounded, checked and compared exactly. This is
the one use of HiGHS, through scipy.

Source: Huangfu and Hall, Mathematical Programming Computation 10, 2018, pp. 119-142.
"""

import math
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

_ROUNDING = 1e-3
"""A bound this close below a whole number is that number, told in floating point."""
PARTS_SHARE, PARTS_S = 0.5, 5.0
"""Of a goal's time, and in seconds, at most: for bettering part by part what the whole program did not settle."""
WHOLE_PER_S = 15_000
"""Entries of the rows, per second of a goal's time: a program with more is not solved whole, only part by part.

In such a time HiGHS found nothing better of 75,000 entries, told no bound that `at_most` had not, and passed its limit.
"""
PART_S = 1.0
"""For one part."""

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


class Room:
    """An x of zeros and ones that grows while the program allows it. x : int64 array (n_columns,), allowed itself"""

    def __init__(self, program: Program, x: IntArray) -> None:
        self.x = x.copy()
        self._columns = program.rows.tocsc()
        self._left = program.limits - program.rows @ x

    def add(self, columns: Sequence[int]) -> bool:
        """Make the columns 1 where that breaks nothing, and say whether it was done."""
        new = [column for column in columns if not self.x[column]]
        taken = np.zeros_like(self._left)
        for column in new:
            own = slice(self._columns.indptr[column], self._columns.indptr[column + 1])
            taken[self._columns.indices[own]] += self._columns.data[own]
        if (taken > self._left).any():
            return False
        self.x[new] = 1
        self._left -= taken
        return True


@dataclass(frozen=True, slots=True, eq=False)
class Goal:
    """weights @ x is to be as large as possible, and is told divided by scale: -1 for what is to be small.

    weights : int64 array (n_columns,); at_most : what weights @ x is known not to pass, None where nothing is known
    """

    name: str
    weights: IntArray
    scale: int = 1
    at_most: int | None = None


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


def hold(program: Program, weights: IntArray, reached: int) -> Program:
    """The program whose answers reach as much of a goal."""
    rows = sparse.vstack([program.rows, sparse.csr_array(-weights[np.newaxis])], format="csr")
    return replace(program, rows=rows, limits=np.append(program.limits, -reached))


def solve_in_order(
    program: Program,
    goals: Sequence[Goal],
    start: IntArray,
    time_limit_s: float,
    parts: Iterator[IntArray] | None = None,
) -> Solution:
    """The best x for the first goal, among these the best for the second, and so on.

    Parameters
    ----------
    start : what is answered when nothing better is found in time
    time_limit_s : for all goals together, in equal parts; what one leaves of its part goes to those after it. A goal
        that is not proved by then has a gap above 0
    parts : columns to better by themselves, the others held, where the whole is not settled in its share of the time

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
        x, bound = _improve(program, goal, x, part_s, parts)
        reached = int(goal.weights @ x)
        gap = (bound - reached) / max(abs(reached), 1)
        told = (reached / goal.scale + 0.0, bound / goal.scale + 0.0)  # + 0.0: never -0.0
        stages.append(Stage(goal.name, *told, gap))
        program = hold(program, goal.weights, reached)
    return Solution(x, tuple(stages))


def _improve(
    program: Program, goal: Goal, x: IntArray, time_s: float, parts: Iterator[IntArray] | None
) -> tuple[IntArray, int]:
    """The best that is found, x at worst, and a bound on weights @ x."""
    weights, bound = goal.weights, int(np.maximum(goal.weights, 0) @ program.upper)
    bound = bound if goal.at_most is None else min(bound, goal.at_most)
    if bound == weights @ x or time_s <= 0:
        return x, bound
    ends, for_parts_s = time.monotonic() + time_s, min(time_s * PARTS_SHARE, PARTS_S) if parts else 0.0
    if program.rows.nnz <= WHOLE_PER_S * time_s:
        x, bound = _solve_whole(program, weights, x, time_s - for_parts_s, bound)
    for part in parts or ():
        left_s = ends - time.monotonic()
        if bound == weights @ x or left_s <= 0:
            break
        x = _solve_part(program, weights, x, part, min(left_s, PART_S))
    return x, bound


def _solve_whole(program: Program, weights: IntArray, x: IntArray, time_s: float, bound: int) -> tuple[IntArray, int]:
    """The better of x and what is found for the whole program, and the lower of bound and the one that is proved.

    The solver tells of its bound only once it has an x of its own, and cannot be given one: so it may buy itself out of
    the goals before this one, whose rows have negative limits, for more than anything is worth.
    """
    held = -np.minimum(program.limits, 0)
    rows = sparse.hstack([program.rows, sparse.csr_array(-held[:, np.newaxis])], format="csr")
    free = Program(rows, program.limits, np.append(program.upper, 1))
    price = int(np.abs(weights) @ program.upper) + 1
    found, proved = _solve(free, np.append(weights, -price), time_s)
    if found is not None and not found[-1] and program.allows(found[:-1]) and weights @ found[:-1] > weights @ x:
        x = found[:-1]
    return x, max(bound if proved is None else min(bound, proved), int(weights @ x))


def _solve_part(program: Program, weights: IntArray, x: IntArray, part: IntArray, time_s: float) -> IntArray:
    """The better of x and what is found when the columns outside the part stay as they are."""
    columns = program.rows[:, part]
    held = x.copy()
    held[part] = 0
    met = np.flatnonzero(np.diff(columns.indptr))
    left = program.limits - program.rows @ held
    found, _ = _solve(Program(columns[met], left[met], program.upper[part]), weights[part], time_s)
    if found is None:
        return x
    held[part] = found
    return held if program.allows(held) and weights @ held > weights @ x else x


def _solve(program: Program, weights: IntArray, time_s: float) -> tuple[IntArray | None, int | None]:
    """What HiGHS finds, rounded and not yet checked, and the bound that it proves; None for what it does not tell."""
    answer = milp(
        -weights.astype(np.float64),
        integrality=np.ones(len(weights)),
        bounds=Bounds(0, program.upper),
        constraints=LinearConstraint(program.rows.astype(np.float64), -np.inf, program.limits.astype(np.float64)),
        options={"time_limit": max(time_s, 0.0), "mip_rel_gap": 0.0},
    )
    found = None if answer.x is None else np.rint(answer.x).astype(np.int64)
    dual = answer.mip_dual_bound
    return found, None if dual is None or not math.isfinite(dual) else math.floor(-dual + _ROUNDING)
