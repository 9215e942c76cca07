"""A match of the problems as a person wants them: the page sends everything again, nothing is kept in between."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.datastructures import FormData

from api.pages.match.adjustments import read_adjustments
from api.pages.match.choices import Choices, read_choices
from api.pages.match.problem_state import read_state
from kb.matching.match import Match
from kb.matching.matcher import Matcher
from kb.problems.adjust import Adjustment


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustedMatch:
    """numbers : for each problem, those it had on the page that was answered; none for one that is new
    nothing_left : whether a person left out every problem, which is answered with those that were found
    """

    match: Match
    numbers: Sequence[tuple[int, ...]]
    choices: Choices
    nothing_left: bool

    def has(self, position: int, slug: str) -> bool:
        """Whether a suggestion for the problem at the position, from 0, is wanted in the plan."""
        return self.choices.has(self.numbers[position], slug)


def is_adjusted(fields: FormData) -> bool:
    """Whether the fields are of the page of a match, with problems on it."""
    return read_adjustments(_read_texts(fields)) is not None


def match_adjusted(text: str, fields: FormData, matcher: Matcher) -> AdjustedMatch:
    """The match of a text with what the other fields of its page say of problems and suggestions.

    Raises
    ------
    KbError : as `Matcher.match`
    """
    texts = _read_texts(fields)
    problems = read_state(texts.get("undo", "")) or read_adjustments(texts)
    adjustments = [Adjustment(problem.title or None, problem.positions) for problem in problems or ()] or None
    match = matcher.match(text, adjustments)
    numbers = [problem.numbers for problem in problems] if problems else [()] * len(match.problems)
    return AdjustedMatch(
        match=match,
        numbers=numbers,
        choices=_read_choices(fields),
        nothing_left=problems == (),
    )


def _read_texts(fields: FormData) -> dict[str, str]:
    return {name: value for name, value in fields.items() if isinstance(value, str)}


def _read_choices(fields: FormData) -> Choices:
    return read_choices(map(str, fields.getlist("shown")), map(str, fields.getlist("chosen")))
