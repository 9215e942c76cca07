"""Judged queries run against a searcher."""

from collections.abc import Sequence

from kb.errors import QuerySaysNothing
from kb.evaluation.judged import DEPTH, Evaluation, JudgedQuery, evaluate
from kb.search.searcher import Searcher


def evaluate_searcher(searcher: Searcher, queries: Sequence[JudgedQuery]) -> Evaluation:
    """The measures of the searcher's guidance hits; what it refuses counts as refused."""

    def rank(text: str) -> list[str] | None:
        try:
            found = searcher.search_guidance(text, n=DEPTH)
        except QuerySaysNothing:
            return None
        return [hit.document.slug for hit in found.hits] if found.is_answered else None

    return evaluate(queries, rank, frozenset(searcher.snapshot.guidance))
