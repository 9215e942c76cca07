"""Units brought together as one problem, named by the area that they are most likely about."""

from collections.abc import Sequence

import numpy as np

from kb.problems.problem import Problem, join_units
from kb.problems.read_unit import ReadUnit
from kb.problems.unit_reader import rate_as_query
from kb.search.searcher import Searcher

LEAST_READ = 0.1
"""An area less likely than this is no reading: what the user took up by hand is then asked for as a query."""


def name_problem(
    group: Sequence[ReadUnit],
    searcher: Searcher,
    *,
    title: str | None = None,
    certainty: float = 1.0,
    cause: str = "",
    area: str | None = None,
) -> Problem:
    """One problem of the units, of which there is at least one; without a title it has its area's.

    area : slug of the problem area that it is known to be about; None to have it read
    """
    units = tuple(item.unit for item in group)
    weights = np.array([item.tells + 0.05 for item in group])
    ratings = weights @ np.stack([item.areas for item in group]) / weights.sum()
    if ratings.max() < LEAST_READ:
        ratings = rate_as_query("\n".join(join_units(units)), searcher)
    if area is not None:
        ratings[searcher.problem_areas.slugs.index(area)] = 1.0
    areas = searcher.nearest_areas(ratings)
    return Problem(title=title or areas[0].title, areas=areas, units=units, certainty=certainty, cause=cause)
