"""Which answers are enough to be counted together, and so to be shown as numbers.

Every number that anybody is shown is a sum over whole groups. Groups share no answer, each has at least five answers of
at least three municipalities, and none changes once it is made. So whatever is taken from whatever, one view from
another, an area from its county, last month from this, what is left is a sum over whole groups too, or nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LEAST_ANSWERS = 5
LEAST_TOWNS = 3
MANY = 2 * LEAST_ANSWERS
"""So many answers may wait in a county before those of rare areas are counted as one group of areas unnamed."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An answer that is in no group yet. id : of its case and its months"""

    id: tuple[str, int]
    municipality_code: str
    area: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A group to be made. area : empty where its answers are of several"""

    area: str
    ids: frozenset[tuple[str, int]]


def choose_group(waiting: Sequence[Waiting], area: str) -> Chosen | None:
    """The group that can be made now that an answer of the area has come, None while there is none.

    >>> towns = ["1401", "1402", "1407", "1401", "1402"]
    >>> chosen = choose_group([Waiting((str(n), 3), town, "klotter") for n, town in enumerate(towns)], "klotter")
    >>> chosen and (chosen.area, len(chosen.ids))
    ('klotter', 5)
    """
    alike = [one for one in waiting if one.area == area]
    if _is_enough(alike, LEAST_ANSWERS):
        return Chosen(area, _list_ids(alike))
    return Chosen("", _list_ids(waiting)) if _is_enough(waiting, MANY) else None


def _is_enough(answers: Sequence[Waiting], n_answers: int) -> bool:
    return len(answers) >= n_answers and len({one.municipality_code for one in answers}) >= LEAST_TOWNS


def _list_ids(answers: Iterable[Waiting]) -> frozenset[tuple[str, int]]:
    return frozenset(one.id for one in answers)
