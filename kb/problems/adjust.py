"""Problems as the user wants them: merged, dropped and renamed after the first answer.

Nothing is stored between the two: the user sends the text again with its own problems, each the positions of the
paragraphs that the first answer gave.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.errors import AdjustmentRejected
from kb.privacy import mask_personal_data
from kb.problems.description import Paragraph
from kb.problems.name_problem import name_problem
from kb.problems.problem import Problem
from kb.problems.problem_paragraphs import rate_paragraph, says_something
from kb.problems.split import split_into_problems
from kb.search.searcher import Searcher

MAX_PROBLEMS = 20
MAX_TITLE_CHARS = 200
_WAY_OUT = "send positions that the first answer gave"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One problem of the user's. title None: named by its area; paragraphs : positions in the description, from 0."""

    title: str | None
    paragraphs: tuple[int, ...]


def find_problems(
    paragraphs: Sequence[Paragraph], adjustments: Sequence[Adjustment] | None, searcher: Searcher
) -> list[Problem]:
    """The problems of a description: those of the user in the order given, or found when there are none.

    Raises
    ------
    AdjustmentRejected : no problem, too many, one without paragraphs, a position that is unknown, without words or
        given twice, a title that is too long; one line for each fault, with its place
    """
    if adjustments is None:
        return split_into_problems(paragraphs, searcher)
    faults = list(_find_faults(adjustments, paragraphs))
    if faults:
        raise AdjustmentRejected("\n".join(faults))
    return [_make_problem(adjustment, paragraphs, searcher) for adjustment in adjustments]


def _make_problem(adjustment: Adjustment, paragraphs: Sequence[Paragraph], searcher: Searcher) -> Problem:
    title = mask_personal_data(" ".join((adjustment.title or "").split())).text
    rated = [rate_paragraph(paragraphs[position], searcher) for position in sorted(adjustment.paragraphs)]
    return name_problem(rated, searcher, title or None)


def _find_faults(adjustments: Sequence[Adjustment], paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    if not 1 <= len(adjustments) <= MAX_PROBLEMS:
        yield f"problems: {len(adjustments)} are given; send 1 to {MAX_PROBLEMS}, or none at all to have them found"
    places: dict[int, str] = {}
    for i, adjustment in enumerate(adjustments):
        if adjustment.title and len(adjustment.title) > MAX_TITLE_CHARS:
            length = len(adjustment.title)
            yield f"problems[{i}].title: {length} characters; at most {MAX_TITLE_CHARS} are read, shorten it"
        if not adjustment.paragraphs:
            yield f"problems[{i}].paragraphs: empty; {_WAY_OUT}, or leave the problem out"
        for j, position in enumerate(adjustment.paragraphs):
            place = f"problems[{i}].paragraphs[{j}]"
            first = places.setdefault(position, place)
            if first != place:
                yield f"{place}: {position} stands in {first} too; keep it in one of them"
            elif not 0 <= position < len(paragraphs):
                yield f"{place}: no paragraph {position}, there are {len(paragraphs)} from 0; {_WAY_OUT}"
            elif not says_something(paragraphs[position]):
                yield f"{place}: paragraph {position} has too few words to match by; {_WAY_OUT}"
