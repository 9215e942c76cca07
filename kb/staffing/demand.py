"""What cases ask for and what experts can give: the numbers that a team or an allocation is made from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class HourLimit:
    """What each expert can give in some days to the cases that must be helped within those days.

    cases : positions; hours : float array (n_experts,), at least 0
    """

    cases: tuple[int, ...]
    hours: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class CaseLimit:
    """How many of the cases that are under way on the same day each expert can take.

    cases : positions; n_cases : int array (n_experts,), at least 0
    """

    cases: tuple[int, ...]
    n_cases: IntArray


@dataclass(frozen=True, slots=True)
class SharedLimit:
    """What some cases, as those of a county, may be given together by all experts; None where there is no limit.

    cases : positions; hours : at least 0; n_cases : how many of them may be given anything, at least 0
    """

    cases: tuple[int, ...]
    hours: float | None = None
    n_cases: int | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Demand:
    """Problems of cases, how well each expert matches each, and every limit. Each problem goes to one expert at most.

    match : float array (n_experts, n_problems) in [0, 1]; 0 is no match at all
    hours : float array (n_problems,), at least 0: what the problem takes of the expert that it is given
    case_of : int array (n_problems,): the position of the problem's case, below n_cases
    floors : float array (n_cases,) in [0, 1]: the least match that the case may be given
    forbidden : bool array (n_experts, n_cases): who may not be asked, for a conflict
    wanted : (expert, case) of those who are to have something of the case

    Raises
    ------
    ValueError : shapes that disagree, NaN, or a number out of its range
    """

    match: FloatArray
    hours: FloatArray
    case_of: IntArray
    floors: FloatArray
    forbidden: BoolArray
    hour_limits: tuple[HourLimit, ...]
    case_limits: tuple[CaseLimit, ...]
    shared_limits: tuple[SharedLimit, ...] = ()
    wanted: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        _check_shape("match", self.match, (*self.match.shape[:1], len(self.hours)))
        _check_shape("case_of", self.case_of, (self.n_problems,))
        _check_shape("forbidden", self.forbidden, (self.n_experts, self.n_cases))
        _check_range("match", self.match, 0, 1)
        _check_range("hours", self.hours, 0, np.inf)
        _check_range("case_of", self.case_of, 0, self.n_cases - 1)
        _check_range("floors", self.floors, 0, 1)
        for hour_limit in self.hour_limits:
            self._check_limit("hours of a limit", hour_limit.cases, hour_limit.hours)
        for case_limit in self.case_limits:
            self._check_limit("n_cases of a limit", case_limit.cases, case_limit.n_cases)
            _check_whole("n_cases of a limit", case_limit.n_cases)
        for shared in self.shared_limits:
            told = [value for value in (shared.hours, shared.n_cases) if value is not None]
            _check_range("a shared limit", np.array(told, np.float64), 0, np.inf)
            _check_range("cases of a shared limit", np.array(shared.cases, np.int64), 0, self.n_cases - 1)
        pairs = np.array(self.wanted, np.int64).reshape(-1, 2)
        _check_range("experts of wanted", pairs[:, 0], 0, self.n_experts - 1)
        _check_range("cases of wanted", pairs[:, 1], 0, self.n_cases - 1)

    def _check_limit(self, name: str, cases: tuple[int, ...], values: FloatArray | IntArray) -> None:
        _check_shape(name, values, (self.n_experts,))
        _check_range(name, values, 0, np.inf)
        _check_range(f"cases of {name}", np.array(cases, np.int64), 0, self.n_cases - 1)

    @property
    def n_experts(self) -> int:
        return len(self.match)

    @property
    def n_problems(self) -> int:
        return len(self.hours)

    @property
    def n_cases(self) -> int:
        return len(self.floors)

    @property
    def problems_per_case(self) -> IntArray:
        """int array (n_cases,)."""
        return np.bincount(self.case_of, minlength=self.n_cases)


def _check_shape(name: str, values: NDArray[np.generic], shape: tuple[int, ...]) -> None:
    if values.shape != shape:
        raise ValueError(f"{name} has shape {values.shape}; give one of shape {shape}")


def _check_range(name: str, values: FloatArray | IntArray, low: float, high: float) -> None:
    wrong = values[~((values >= low) & (values <= high) & np.isfinite(values))]
    if wrong.size:
        raise ValueError(f"{name} holds {wrong.flat[0]}; every value must be a finite number in [{low}, {high}]")


def _check_whole(name: str, values: IntArray) -> None:
    broken = values[values != np.rint(values)]
    if broken.size:
        raise ValueError(f"{name} holds {broken.flat[0]}; every value must be a whole number")
