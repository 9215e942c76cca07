"""A form of a help request filled in of a saved plan, or of a match."""

from collections.abc import Sequence

from fastapi import Request

from api.pages.cases.asking.wish_form import MAX_PROBLEMS, MAX_WORDS_CHARS, ProblemRow, Wish, empty_wish
from api.pages.match.asked import Asked
from api.saved_plans.opened import open_for
from api.store.plans.save import name_plan
from kb.matching.match import Match
from kb.plans.draft import draft_plan
from kb.plans.working.read_action_plan import read_action_plan


def wish_of_plan(request: Request, plan_id: str) -> Wish:
    """The problems of the plan that are kept in it, in the words that it has.

    Raises
    ------
    UnknownPlan, RoleRefused : it is not of a municipality of whoever asks
    """
    saved = open_for(request, plan_id, "own").saved
    kept = read_action_plan(saved.plan).kept[:MAX_PROBLEMS]
    wish = empty_wish(plan=plan_id, title=_cut(name_plan(saved.plan), 200))
    told = [(p.planned.area if p.planned else "", p.title, p.planned.passages if p.planned else ()) for p in kept]
    return _with_rows(wish, told)


def wish_of_match(asked: Asked, match: Match) -> Wish:
    """The problems of the match, with what else its form asks for."""
    problems = draft_plan(match).problems[:MAX_PROBLEMS]
    title = _cut(", ".join(problem.title for problem in problems), 200)
    names = ("from", "to", "meeting", "language")
    wish = empty_wish(title=title, **{name: asked.typed[name] for name in names})
    return _with_rows(wish, [(problem.area, problem.title, problem.passages) for problem in problems])


def _with_rows(wish: Wish, told: Sequence[tuple[str, str, Sequence[str]]]) -> Wish:
    rows = [
        ProblemRow(n, area, _cut("\n".join(dict.fromkeys((title, *passages))), MAX_WORDS_CHARS))
        for n, (area, title, passages) in enumerate(told, 1)
    ]
    return Wish(typed=wish.typed, rows=rows or wish.rows)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
