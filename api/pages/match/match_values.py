"""What the page of a match shows, beside what the API tells: its team, its units, what was left out and who."""

from dataclasses import replace
from typing import Any

from api.languages import Language, load_strings
from api.learning.take_feedback import MAX_ASKED_CHARS
from api.pages.frame.filtered_out import ToldFilteredOut, tell_filtered_out
from api.pages.match.adjusted_match import AdjustedMatch
from api.pages.match.left_out import group_left_out
from api.pages.match.moves import NEW
from api.pages.match.problem_state import write_state
from api.pages.match.request_words import name_request
from api.pages.match.told_units import tell_units
from api.schemas.matching.excluded import excluded_out
from api.schemas.matching.match import match_out
from api.schemas.team import team_out
from kb.matching.help_request import HelpRequest
from kb.matching.match import CLARIFYING_QUESTIONS, ProblemMatch
from kb.privacy import count_masks
from kb.problems.adjust import MAX_CAUSE_CHARS, MAX_TITLE_CHARS
from kb.search.searcher import Searcher
from kb.staffing.form_team import form_team

N_METHODS_OPEN = 3
N_EXPERTS_OPEN = 2


def list_match_values(made: AdjustedMatch, language: Language, searcher: Searcher) -> dict[str, Any]:
    """The values of the template match.html, beside those of the form."""
    match, result = made.match, match_out(made.match, language)
    problems = [replace(p, shown=out.title) for p, out in zip(made.problems, result.problems, strict=True)]
    return {
        "result": result,
        "masked": count_masks(match.reading.text),
        "team": team_out(form_team(made.sure.match), language),
        "n_sure": len(made.sure.match.problems),
        "told": [tell_units(problem.problem.units) for problem in match.problems],
        "rivals": [problem.problem.rival for problem in match.problems],
        "left_out": group_left_out(match.reading.not_taken),
        "state": write_state(problems, match.reading.text),
        "undo": made.before,
        "excluded": excluded_out(match.excluded, language) if match.problems else [],
        "names": {slug: document.title for slug, document in searcher.snapshot.guidance.items()},
        "filtered_out": [_tell_filtered_out(problem, match.help_request, language) for problem in match.problems],
        "has": made.has,
        "clarifying_questions": CLARIFYING_QUESTIONS,
        "nothing_left": made.nothing_left,
        "new_problems": NEW,
        "max_title_chars": MAX_TITLE_CHARS,
        "max_cause_chars": MAX_CAUSE_CHARS,
        "max_asked_chars": MAX_ASKED_CHARS,
        "n_methods_open": N_METHODS_OPEN,
        "n_experts_open": N_EXPERTS_OPEN,
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
