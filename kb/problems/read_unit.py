"""A unit as it is read: what it does, and which problem area it is about."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors
from kb.problems.stances import STANCES, Stance
from kb.problems.units import Unit

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReadUnit:
    """stances : float64 array (n_stances,) with the sum 1, in the order of STANCES
    areas : float64 array (n_problem_areas,) in [0, 1], how likely the unit is about each; support themes 0
    vector : float32 array (dim,)
    """

    unit: Unit
    stances: FloatArray
    areas: FloatArray
    vector: Vectors

    @property
    def stance(self) -> Stance:
        return STANCES[int(self.stances.argmax())]

    def may_be(self, stance: Stance, probability: float) -> bool:
        """Whether the unit has the stance with at least so high a probability."""
        return bool(self.stances[STANCES.index(stance)] >= probability)

    @property
    def tells(self) -> float:
        """The probability, in [0, 1], that the unit tells a problem that is there."""
        return float(self.stances[STANCES.index("problem")])
