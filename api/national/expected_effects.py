"""What may be expected in a municipality, of what whoever asks may read: statistics that are loaded, plans shared."""

from collections.abc import Iterable, Sequence

from api.store.database import Database
from api.store.national.statistics import has_statistics, list_statistics, list_towns_with_sizes
from api.store.plans.list_plans import Wanted, list_plans
from api.store.plans.open import open_plan
from kb.documents import Guidance
from kb.national.expected.interval import Interval
from kb.national.expected.plan_sizes import SizedProblem, size_plan
from kb.national.expected.problem import ExpectedOfProblem, expect_of_problem
from kb.national.expected.size import size_statistics

N_PLANS = 10
"""So many of the municipality's plans are read, those written last first."""


def read_expected(
    database: Database, municipality_code: str, guidance: Iterable[Guidance], reach: Interval
) -> Sequence[ExpectedOfProblem]:
    """Each problem of the municipality that there is a size of, by area, plans before statistics.

    Whoever asks must be an advisor of the municipality: plans are those that it has shared with advisors.

    Raises
    ------
    ValueError : reach is not above 0 and at most 1
    """
    methods = list(guidance)
    sized = sorted(_read_sizes(database, municipality_code), key=lambda told: (told.size.area, told.size.origin))
    return [expect_of_problem(told, methods, reach) for told in sized]


def is_anything_loaded(database: Database) -> bool:
    """Whether there are statistics of any municipality."""
    with database.reading() as session:
        return has_statistics(session)


def list_towns_that_are_sized(database: Database) -> set[str]:
    """Codes of the municipalities that statistics has sizes of problems of."""
    with database.reading() as session:
        return list_towns_with_sizes(session)


def _read_sizes(database: Database, municipality_code: str) -> Sequence[SizedProblem]:
    with database.reading() as session:
        of_statistics = size_statistics(list_statistics(session, municipality_code))
        shared = list_plans(session, Wanted(municipality_code, for_advisors=True)).plans[:N_PLANS]
        of_plans = [sized for row in shared for sized in size_plan(row.id, open_plan(session, row.id).plan)]
    return [*of_plans, *(SizedProblem(size, {}) for size in of_statistics)]
