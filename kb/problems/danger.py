"""Where to turn when a description tells of somebody in danger: each of its units read as a query of its own."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors
from kb.privacy import drop_masks
from kb.problems.read_unit import ReadUnit
from kb.problems.stances import Stance
from kb.registers import HelpLine
from kb.search.searcher import Searcher

SURER = 0.09
"""How much further above the line than a query a unit must be, for each time the description has e times as many: else
a long text would be taken for a cry for help the oftener. Of 126 lägesbilder of the units that the reading is trained
and measured on, 4 are then, all of somebody who threatens a school, and 34 without it."""
OF_THINGS = frozenset(["anlagda-brander", "skadegorelse", "stold-inbrott", "trafikbus"])
"""Areas of harm to things, which are told in the words of harm to people: who sets fire to bins at a school is not he
who sets fire to a school."""
MORE_FOR_THINGS = 0.1
"""How much further above the line a unit must be that is likeliest about one of them."""
CALM: frozenset[Stance] = frozenset(["denied", "over", "measure", "number"])
"""What units do that tell of nobody in danger now, whatever words they have."""


def find_urgent(units: Sequence[ReadUnit], searcher: Searcher) -> tuple[HelpLine, ...]:
    """The help lines for what the units tell of, 112 first; none where nobody is in danger."""
    told = [item for item in units if item.stance not in CALM and item.unit.form != "heading"]
    if not told:
        return ()
    least = SURER * math.log(len(told)) + MORE_FOR_THINGS * _are_of_things(told, searcher)
    return searcher.choose_help_lines(searcher.find_risks(_as_queries(told, searcher), least))


def _are_of_things(told: Sequence[ReadUnit], searcher: Searcher) -> NDArray[np.float64]:
    """float64 array (n_units,): 1 for a unit that is likeliest about an area of things, else 0."""
    slugs = searcher.problem_areas.slugs
    return np.array([slugs[int(item.areas.argmax())] in OF_THINGS for item in told], np.float64)


def _as_queries(units: Sequence[ReadUnit], searcher: Searcher) -> Vectors:
    """float32 array (n_units, dim): the units' vectors as queries, at hand unless another model searches."""
    if searcher.unit_embedder.query_model_id == searcher.embedder.model_id:
        return np.stack([item.vector[-searcher.embedder.dim :] for item in units])
    return searcher.embedder.embed_queries([drop_masks(item.unit.text) for item in units])
