"""What the page of a match shows, beside what the API tells: its team, its passages, who may not be asked."""

from dataclasses import dataclass
from typing import Any

from api.languages import Language, load_strings
from api.pages.frame.filtered_out import ToldFilteredOut, tell_filtered_out
from api.pages.match.adjusted_match import AdjustedMatch
from api.pages.match.adjustments import MAX_TITLE_CHARS
from api.pages.match.problem_state import write_state
from api.pages.match.request_words import name_request
from api.schemas.matching.excluded import excluded_out
from api.schemas.matching.match import match_out
from api.schemas.team import team_out
from kb.matching.help_request import HelpRequest
from kb.matching.match import Match, ProblemMatch
from kb.privacy import count_masks
from kb.problems.problem_paragraphs import says_something
from kb.search.searcher import Searcher
from kb.staffing.form_team import form_team


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that can be part of a problem; number : of the problem that it is part of, from 1."""

    position: int
    text: str
    number: int | None


def list_match_values(made: AdjustedMatch, language: Language, searcher: Searcher) -> dict[str, Any]:
    """The values of the template match.html, beside those of the form."""
    match = made.match
    return {
        "result": match_out(match, language),
        "masked": count_masks(match.reading.text),
        "team": team_out(form_team(match), language),
        "passages": list_passages(match),
        "state": write_state([problem.problem for problem in match.problems]),
        "excluded": excluded_out(match.excluded, language) if match.problems else [],
        "names": {slug: document.title for slug, document in searcher.snapshot.guidance.items()},
        "filtered_out": [_tell_filtered_out(problem, match.help_request, language) for problem in match.problems],
        "has": made.has,
        "nothing_left": made.nothing_left,
        "max_title_chars": MAX_TITLE_CHARS,
    }


def _tell_filtered_out(problem: ProblemMatch, help_request: HelpRequest, language: Language) -> ToldFilteredOut | None:
    """What is asked for that leaves nobody free; the way on is the fields of the form on the same page."""
    t = load_strings(language)
    return tell_filtered_out(
        problem.experts_filtered_out,
        name_request(help_request, t),
        lambda _: "#hjalp",
        lambda n: f"{n} {t['experts_free_one' if n == 1 else 'experts_free_many']}",
        "filtered_out_choices",
        t,
    )


def list_passages(match: Match) -> list[Passage]:
    """The passages with words enough to be part of a problem, in the order of the description."""
    numbers = {
        paragraph.position: number
        for number, problem in enumerate(match.problems, 1)
        for paragraph in problem.problem.paragraphs
    }
    paragraphs = filter(says_something, match.reading.paragraphs)
    return [Passage(p.position, p.text, numbers.get(p.position)) for p in paragraphs]
