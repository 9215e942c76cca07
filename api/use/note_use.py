"""What a route tells of itself: that it was asked, through which key, and nothing of who asked or in what words."""

from collections.abc import Iterable, Iterator
from datetime import date

from fastapi import Request

from api.access.counted_key import name_key
from api.store.national.use import UseOf
from api.store.national.use_tables import UseKind
from api.use.counter import UseCounter
from kb.documents import Guidance
from kb.matching.match import Match
from kb.search.answer import SearchResult

NEAR = 0.3
"""From which relevance a search without an answer is said to be about a problem area."""


def note_use(request: Request, kind: UseKind, what: str = "") -> None:
    """Count one. what : slug of the guidance or the problem area"""
    counter: UseCounter = request.app.state.use
    today: date = request.app.state.today()
    counter.count(UseOf(today, _find_key(request), kind, what))


def note_search(request: Request, found: SearchResult[Guidance]) -> None:
    """Count a search, and where nothing fits the problem area that it is about, if it is about one."""
    note_use(request, "search")
    if not found.is_answered:
        near = (topic.slug for topic in found.topics if topic.relevance >= NEAR)
        note_use(request, "unanswered", next(near, ""))


def note_match(request: Request, problems: Iterable[tuple[str, bool]]) -> None:
    """Count a description. problems : area of each, and whether there is a method for it"""
    note_use(request, "match")
    for area, has_method in problems:
        if not has_method:
            note_use(request, "unmatched", area)


def list_areas_met(match: Match) -> Iterator[tuple[str, bool]]:
    """Area of each problem of the match, and whether a method was found for it."""
    return ((problem.problem.areas[0].slug, bool(problem.methods.suggested)) for problem in match.problems)


def _find_key(request: Request) -> str:
    """The id of the key of a widget, a print of one of KB_WIDGET_KEYS, empty for all else."""
    if found := getattr(request.state, "widget_key", ""):
        return str(found)
    shown = request.query_params.get("key", "")
    return name_key(shown) if shown and shown in request.app.state.widget_keys else ""
