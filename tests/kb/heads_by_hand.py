"""What reads units, in the space of an AxisEmbedder: each axis is an area, a unit with none of them is background."""

import numpy as np

from kb.models.logistic_model import LogisticModel
from kb.models.unit_heads import UnitHeads
from kb.problems.stances import STANCES

AREA, NONE = 12.0, 6.0
"""Log-odds of an area whose axis the unit's vector lies on, and of none."""


def make_heads(*areas: str) -> UnitHeads:
    """Heads by which a unit tells a problem in the area of its axis; areas : one for each axis, in order."""
    stance = np.zeros((len(areas) + 1, len(STANCES)), np.float32)
    stance[:-1, STANCES.index("problem")] = AREA
    stance[-1, STANCES.index("else")] = NONE
    area = np.zeros((len(areas) + 1, len(areas) + 1), np.float32)
    area[:-1, :-1] = AREA * np.eye(len(areas))
    area[-1, -1] = NONE
    return UnitHeads(stances=STANCES, areas=areas, stance=stance, area=area)


ALL_SURE = LogisticModel(weights={}, intercept=6.0)
