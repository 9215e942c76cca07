"""Problems as the user wants them: split, merged, dropped, renamed, with units moved and a cause written.

Nothing is stored between the two: the user sends the text again with its own problems, each the positions of the units
that the first answer gave.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kb.errors import AdjustmentRejected
from kb.privacy import drop_masks, mask_personal_data
from kb.problems.name_problem import name_problem
from kb.problems.problem import Problem
from kb.problems.read_unit import ReadUnit
from kb.search.searcher import Searcher

MAX_PROBLEMS = 20
MAX_TITLE_CHARS = 200
MAX_CAUSE_CHARS = 2000
_WAY_OUT = "send positions that the first answer gave"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One problem of the user's. title None: named by its area; units : positions in the description, from 0.

    certainty : in [0, 1]; less than 1 for one that was found and not yet said to be right
    area : slug of the problem area that the user says it is about; None to have it read
    """

    title: str | None
    units: tuple[int, ...]
    cause: str = ""
    certainty: float = field(default=1.0, kw_only=True)
    area: str | None = field(default=None, kw_only=True)


def adjust_problems(units: Sequence[ReadUnit], adjustments: Sequence[Adjustment], searcher: Searcher) -> list[Problem]:
    """The problems of the user, in the order given.

    Raises
    ------
    AdjustmentRejected : no problem, too many, one without units, a position that is unknown or given twice, units
        without a word, a title or cause that is too long, an unknown area; one line for each fault, with its place
    """
    faults = [*_find_faults(adjustments, units), *_find_unknown(adjustments, searcher)]
    if faults:
        raise AdjustmentRejected("\n".join(faults))
    return [_make_problem(adjustment, units, searcher) for adjustment in adjustments]


def says_something(text: str) -> bool:
    """Whether a masked text has a word left to match by."""
    return any(map(str.isalpha, drop_masks(text)))


def _make_problem(adjustment: Adjustment, units: Sequence[ReadUnit], searcher: Searcher) -> Problem:
    title = mask_personal_data(" ".join((adjustment.title or "").split())).text
    cause = mask_personal_data(adjustment.cause.strip()).text
    group = [units[position] for position in sorted(adjustment.units)]
    return name_problem(
        group, searcher, title=title or None, cause=cause, certainty=adjustment.certainty, area=adjustment.area
    )


def _find_faults(adjustments: Sequence[Adjustment], units: Sequence[ReadUnit]) -> Iterator[str]:
    if not 1 <= len(adjustments) <= MAX_PROBLEMS:
        yield f"problems: {len(adjustments)} are given; send 1 to {MAX_PROBLEMS}, or none at all to have them found"
    places: dict[int, str] = {}
    for i, adjustment in enumerate(adjustments):
        yield from _find_long(f"problems[{i}].title", adjustment.title or "", MAX_TITLE_CHARS)
        yield from _find_long(f"problems[{i}].cause", adjustment.cause, MAX_CAUSE_CHARS)
        if not adjustment.units:
            yield f"problems[{i}].units: empty; {_WAY_OUT}, or leave the problem out"
        for j, position in enumerate(adjustment.units):
            place = f"problems[{i}].units[{j}]"
            first = places.setdefault(position, place)
            if first != place:
                yield f"{place}: {position} stands in {first} too; keep it in one of them"
            elif not 0 <= position < len(units):
                yield f"{place}: no unit {position}, there are {len(units)} from 0; {_WAY_OUT}"
        if adjustment.units and not any(
            says_something(units[p].unit.text) for p in adjustment.units if 0 <= p < len(units)
        ):
            yield f"problems[{i}].units: no word in them to match by; {_WAY_OUT}"


def _find_unknown(adjustments: Sequence[Adjustment], searcher: Searcher) -> Iterator[str]:
    for i, adjustment in enumerate(adjustments):
        if adjustment.area is not None and adjustment.area not in searcher.problem_areas.slugs:
            yield f"problems[{i}].area: no problem area {adjustment.area!r}; send the slug of one, or leave it out"


def _find_long(place: str, text: str, most: int) -> Iterator[str]:
    if len(text) > most:
        yield f"{place}: {len(text)} characters; at most {most} are read, shorten it"
