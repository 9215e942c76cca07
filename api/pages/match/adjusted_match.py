"""A match of the problems as a person wants them: the page sends everything again, nothing is kept in between."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from starlette.datastructures import FormData

from api.pages.frame.form_fields import read_typed
from api.pages.match.adjusted_problem import AdjustedProblem
from api.pages.match.adjustments import read_adjustments
from api.pages.match.choices import Choices, read_choices
from api.pages.match.problem_state import read_state, write_state
from kb.matching.match import Match, ProblemMatch
from kb.matching.matcher import Matcher
from kb.problems.not_taken import list_not_taken


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustedMatch:
    """problems : how each was asked for, in the order of the match
    before : the state that the page after this can lead back to; empty when nothing was changed
    """

    match: Match
    problems: Sequence[AdjustedProblem]
    choices: Choices
    before: str

    @property
    def nothing_left(self) -> bool:
        """Whether a person left out every problem."""
        return bool(self.before) and not self.match.problems

    @property
    def sure(self) -> "AdjustedMatch":
        """The same without the problems that are uncertain, which stand last."""
        problems = tuple(problem for problem in self.match.problems if not problem.problem.is_uncertain)
        return replace(self, match=replace(self.match, problems=problems))

    def has(self, position: int, slug: str) -> bool:
        """Whether a suggestion for the problem at the position, from 0, is wanted in the plan."""
        return self.choices.has(self.problems[position].numbers, slug)


def is_adjusted(text: str, fields: FormData) -> bool:
    """Whether the fields are of the page of a match of the text."""
    return read_state(_read(fields, "state"), text) is not None


def match_adjusted(text: str, fields: FormData, matcher: Matcher) -> AdjustedMatch:
    """The match of a text with what the other fields of its page say of problems and suggestions.

    Raises
    ------
    KbError : as `Matcher.match`
    """
    shown = read_state(_read(fields, "state"), text)
    changed = None if shown is None else read_adjustments(shown, fields)
    former = read_state(_read(fields, "undo"), text)
    asked = changed if former is None else [_number(problem, shown or ()) for problem in former]
    match = _match(text, asked, matcher)
    problems = [_keep(problem, asked[i] if asked else None) for i, problem in enumerate(match.problems)]
    before = _write_before(text, shown, changed if former is not None else None)
    is_same = [_drop_numbers(p) for p in problems] == [_drop_numbers(p) for p in shown or ()]
    return AdjustedMatch(
        match=match, problems=problems, choices=_read_choices(fields), before="" if is_same or not before else before
    )


def _number(former: AdjustedProblem, shown: Sequence[AdjustedProblem]) -> AdjustedProblem:
    """The problem of an earlier page with those of this one that share units with it, whose ticks it takes over."""
    units = set(former.positions)
    return replace(former, numbers=tuple(n for n, p in enumerate(shown, 1) if units.intersection(p.positions)))


def _match(text: str, asked: Sequence[AdjustedProblem] | None, matcher: Matcher) -> Match:
    if asked is None or asked:
        return matcher.match(text, None if asked is None else [problem.adjustment for problem in asked])
    found = matcher.match(text)
    reading = found.reading
    left = replace(reading, problems=(), not_taken=tuple(list_not_taken(reading.units, ())))
    return replace(found, reading=left, problems=())


def _keep(match: ProblemMatch, asked: AdjustedProblem | None) -> AdjustedProblem:
    """The problem as the match has it: named, masked, with its units."""
    problem = match.problem
    return AdjustedProblem(
        title="" if problem.is_named_by_area else problem.title,
        positions=tuple(unit.position for unit in problem.units),
        cause=problem.cause,
        certainty=problem.certainty,
        area=asked.area if asked else "",
        numbers=asked.numbers if asked else (),
    )


def _write_before(text: str, shown: Sequence[AdjustedProblem] | None, undone: Sequence[AdjustedProblem] | None) -> str:
    """What was shown; where that is what is undone, with all that had been changed on it."""
    before = shown if undone is None else undone
    return "" if before is None else write_state(before, text)


def _drop_numbers(problem: AdjustedProblem) -> AdjustedProblem:
    return replace(problem, shown="", numbers=())


def _read_choices(fields: FormData) -> Choices:
    return read_choices(map(str, fields.getlist("shown")), map(str, fields.getlist("chosen")))


def _read(fields: FormData, name: str) -> str:
    return read_typed(fields, (name,))[name]
