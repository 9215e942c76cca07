"""Methods for a problem: by relevance, ties settled by evidence, varied, never one that is advised against."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.documents import Guidance
from kb.matching.evidence import RatedOutcome, rate_for_problem
from kb.search.answer import Page, Question
from kb.search.describe import Hit
from kb.search.searcher import Searcher
from kb.vocabulary import ASSESSED_KINDS, place_of_rating

N_METHODS = 5
N_POOL = 20
MAX_OF_A_KIND = 2
MIN_RELEVANCE = 0.2
MIN_SHARE_OF_BEST = 0.25
"""A suggestion far behind the best is noise: what is listed in a search is more than what one would suggest."""
TIE = 0.05
"""Relevance closer than this is a tie, settled by evidence."""


@dataclass(frozen=True, slots=True)
class Methods:
    """suggested: at most N_METHODS, best first; gaps: documents that say that no method is known.

    advised_against: shown with its warning when the text asks for it, never suggested
    ratings: slug -> the rating that counts for this problem; none for what is not assessed
    """

    suggested: tuple[Hit[Guidance], ...]
    advised_against: tuple[Hit[Guidance], ...]
    gaps: tuple[Hit[Guidance], ...]
    ratings: Mapping[str, RatedOutcome]

    @property
    def shown(self) -> tuple[Hit[Guidance], ...]:
        """All of them: what is suggested, what is advised against, then the gaps."""
        return (*self.suggested, *self.advised_against, *self.gaps)

    @property
    def titles(self) -> Mapping[str, str]:
        """slug of a method that is suggested -> its title."""
        return {hit.document.slug: hit.document.title for hit in self.suggested}


def find_methods(question: Question, area_title: str, searcher: Searcher) -> Methods:
    """What fits a problem; suggested is empty when nothing fits well enough.

    question : the problem's text; area_title : of the area that it is most likely about
    """
    found = searcher.answer_guidance(question, Page(filters={}, first=0, n=N_POOL))
    best = max((hit.relevance for hit in found.hits), default=0.0)
    good = [hit for hit in found.hits if hit.relevance >= max(MIN_RELEVANCE, MIN_SHARE_OF_BEST * best)]
    methods = [h for h in good if h.document.kind in ASSESSED_KINDS and not h.document.statutory]
    gaps = tuple(hit for hit in good[:N_METHODS] if hit.document.kind == "lucka")
    assessed = [hit.document for hit in (*methods, *found.advised_against)]
    ratings = rate_for_problem(question.query, area_title, assessed, searcher.content_embedder) if assessed else {}
    suggested = tuple(_vary(_break_ties(methods, ratings)))
    shown = {hit.document.slug for hit in (*suggested, *found.advised_against)}
    return Methods(
        suggested, found.advised_against, gaps, {slug: rated for slug, rated in ratings.items() if slug in shown}
    )


def _break_ties(hits: Sequence[Hit[Guidance]], ratings: Mapping[str, RatedOutcome]) -> list[Hit[Guidance]]:
    """Hits by relevance in steps of TIE, within a step by the evidence for what the problem is about."""

    def place(hit: Hit[Guidance]) -> tuple[int, int, float]:
        rated = ratings.get(hit.document.slug)
        return -int(hit.relevance / TIE), place_of_rating(rated.rating if rated else None), -hit.relevance

    return sorted(hits, key=place)


def _vary(hits: Sequence[Hit[Guidance]]) -> list[Hit[Guidance]]:
    """The first N_METHODS with at most MAX_OF_A_KIND of the same kind and approach, as long as others remain."""
    taken: list[Hit[Guidance]] = []
    counts: Counter[tuple[str, str | None]] = Counter()
    for hit in hits:
        kind = (hit.document.kind, hit.document.approach)
        if counts[kind] < MAX_OF_A_KIND:
            taken.append(hit)
            counts[kind] += 1
    rest = [hit for hit in hits if hit not in taken]
    return (taken + rest)[:N_METHODS]
