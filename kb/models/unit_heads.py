"""What a unit's vector tells: its stance, and the problem area that it is about, each as probabilities.

Two linear softmax models over the vectors of the encoder that ships; their weights are data.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitHeads:
    """stances : names of the classes of stance; areas : slugs of those of area, after which comes none at all.

    stance : float32 array (dim + 1, n_stances); area : float32 array (dim + 1, n_areas + 1); the last row of each is
    the intercept
    """

    stances: tuple[str, ...]
    areas: tuple[str, ...]
    stance: Vectors
    area: Vectors

    def rate_stances(self, vectors: Vectors) -> FloatArray:
        """float64 array (n, n_stances), rows with the sum 1."""
        return _softmax(vectors @ self.stance[:-1] + self.stance[-1])

    def rate_areas(self, vectors: Vectors) -> FloatArray:
        """float64 array (n, n_areas + 1), rows with the sum 1; the last column is of no area."""
        return _softmax(vectors @ self.area[:-1] + self.area[-1])


def read_unit_heads(path: Path) -> UnitHeads:
    """The heads in the file, as write_unit_heads wrote them."""
    with np.load(path) as stored:
        names = json.loads(str(stored["names"]))
        return UnitHeads(
            stances=tuple(names["stances"]), areas=tuple(names["areas"]), stance=stored["stance"], area=stored["area"]
        )


def write_unit_heads(heads: UnitHeads, path: Path) -> None:
    """Write them; half precision is enough for probabilities."""
    names = json.dumps({"stances": heads.stances, "areas": heads.areas})
    np.savez_compressed(path, names=names, stance=heads.stance.astype(np.float16), area=heads.area.astype(np.float16))


def _softmax(log_odds: Vectors) -> FloatArray:
    raised = np.exp(log_odds.astype(np.float64) - log_odds.max(axis=1, keepdims=True, initial=-np.inf))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float64)
