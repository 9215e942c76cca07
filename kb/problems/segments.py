"""Units that tell of problems brought together: one problem may stand in five places, one paragraph may tell of three.

Units are joined as long as those of two groups on the average tell of the same (average linkage, Sokal and Michener
1958). What speaks for it is that they are of the same area, stand near each other and under the same heading.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kb.models.logistic_model import sigmoid
from kb.problems.read_unit import ReadUnit

MAX_TELLING = 1000
"""Units that are grouped; those that tell most surely, when there are more."""
SAME_AREA, NEAR, SAME_HEADING, APART = 6.0, 1.0, 0.5, -3.5
"""Log-odds that two units are of one problem: for the same area, for standing side by side, for the same heading, and
what speaks against it beforehand. Round numbers in the middle of what does well on benchmarks/datasets/lagesbilder,
where F1 is 0.85 to 0.91 with 7, 1 to 3 and -3."""
MIN_SUM = 0.3
"""Areas that are together less likely than this are not taken for surer than they are."""
LEAN, FLOOR = 1.2, 0.05
"""What surrounds a unit raises the areas that it may be about itself, by (their share around + FLOOR) ** LEAN, and the
less the surer the unit is: a sentence that goes on is drawn to what it goes on with, one that tells of another matter
is not."""
REACH, HEADED_REACH, HEADED_SHARE = 2.0, 4.0, 0.5
"""How many units away those around count a third: in the same paragraph, and, half as much, under the same heading."""
_SPEAKER = re.compile(r"[A-ZÅÄÖ][^:.!?]{2,40}: \S")
"""A line of minutes that says whose words it has: "Skolans rektor: elever rånas"."""
FloatArray = NDArray[np.float64]


def group_units(told: Sequence[ReadUnit]) -> list[list[ReadUnit]]:
    """The units, in groups of one problem each, units and groups in the order of the description."""
    from scipy.cluster.hierarchy import fcluster, linkage  # here: a search needs none of it
    from scipy.spatial.distance import squareform

    if len(told) < 2:
        return [list(told)] if told else []
    apart = 1 - rate_pairs(told)
    np.fill_diagonal(apart, 0.0)
    numbers = fcluster(linkage(squareform(apart, checks=False), method="average"), 0.5, criterion="distance")
    groups: dict[int, list[ReadUnit]] = {}
    for number, item in zip(numbers.tolist(), told, strict=True):
        groups.setdefault(number, []).append(item)
    return list(groups.values())


def rate_pairs(units: Sequence[ReadUnit]) -> FloatArray:
    """float64 array (n, n) in [0, 1]: how likely each two are to tell of one problem."""
    roots = np.sqrt(np.stack([item.areas / max(float(item.areas.sum()), MIN_SUM) for item in units]))
    positions = np.array([item.unit.position for item in units], np.float64)
    near = 1 / (1 + np.abs(positions[:, None] - positions[None, :]))
    headings = _number_headings(units)
    headed = (headings[:, None] == headings[None, :]) & (headings[:, None] >= 0)
    return sigmoid(SAME_AREA * (roots @ roots.T) + NEAR * near + SAME_HEADING * headed + APART)


def lean_on_context(units: Sequence[ReadUnit]) -> list[ReadUnit]:
    """The units, the areas of each sentence weighed by those around it, together as likely as before.

    A list item, a row, what a named speaker says and a clause that was cut from its sentence stand for themselves.
    """
    if not units:
        return []
    areas = np.stack([item.areas for item in units])
    around, is_around = _find_context(units, areas)
    unsure = 1 - areas.max(axis=1, keepdims=True)
    weighed = np.where(is_around[:, None], areas * (around + FLOOR) ** (LEAN * unsure), areas)
    scale = np.divide(areas.sum(axis=1), weighed.sum(axis=1), out=np.ones(len(areas)), where=weighed.sum(axis=1) > 0)
    return [replace(item, areas=row) for item, row in zip(units, weighed * scale[:, None], strict=True)]


def _find_context(units: Sequence[ReadUnit], areas: FloatArray) -> tuple[FloatArray, NDArray[np.bool_]]:
    """What surrounds each unit is about, float64 (n, n_areas), and whether anything does, bool (n,).

    One unit at a time: four thousand of them against each other at once would take half a gigabyte.
    """
    places = np.arange(len(units))
    tells = np.array([item.tells + 0.1 for item in units])
    blocks = np.array([item.unit.block for item in units])
    headings = _number_headings(units)
    around, is_around = np.zeros_like(areas), np.zeros(len(units), np.bool_)
    for place, item in enumerate(units):
        if item.unit.form != "sentence" or item.unit.is_clause or _SPEAKER.match(item.unit.text):
            continue
        away = np.abs(places - place)
        inside = np.exp(-away / REACH) * (blocks == blocks[place])
        headed = HEADED_SHARE * np.exp(-away / HEADED_REACH) * (headings == headings[place]) * (headings[place] >= 0)
        weights = (inside + headed) * tells
        weights[place] = 0.0
        if weights.any():
            around[place], is_around[place] = weights @ areas / weights.sum(), True
    return around, is_around


def _number_headings(units: Sequence[ReadUnit]) -> NDArray[np.int64]:
    """int array (n,): the same number for the same heading, -1 for none."""
    numbers = np.unique([item.unit.heading for item in units], return_inverse=True)[1]
    headed = np.array([bool(item.unit.heading) for item in units])
    return np.asarray(np.where(headed, numbers, -1), np.int64)
