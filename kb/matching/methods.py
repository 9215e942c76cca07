"""Methods for a problem: by relevance as it is shown, ties settled by evidence, varied, none advised against."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.badge import Badge, find_badge, rate_for_area
from kb.documents import Guidance
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


@dataclass(frozen=True, slots=True)
class Methods:
    """suggested: at most N_METHODS, best first; gaps: documents that say that no method is known.

    advised_against: shown with its warning when the text asks for it, never suggested
    badges: slug -> the evidence for this problem; none for what is not assessed at all
    """

    suggested: tuple[Hit[Guidance], ...]
    advised_against: tuple[Hit[Guidance], ...]
    gaps: tuple[Hit[Guidance], ...]
    badges: Mapping[str, Badge]

    @property
    def shown(self) -> tuple[Hit[Guidance], ...]:
        """All of them: what is suggested, what is advised against, then the gaps."""
        return (*self.suggested, *self.advised_against, *self.gaps)

    @property
    def titles(self) -> Mapping[str, str]:
        """slug of a method that is suggested -> its title."""
        return {hit.document.slug: hit.document.title for hit in self.suggested}


def find_methods(question: Question, area: str, searcher: Searcher, *, is_sure: bool = True) -> Methods:
    """What fits a problem; suggested is empty when nothing fits well enough.

    question : the problem's text; area : slug of the one that it is most likely about
    is_sure : whether the text surely tells of a problem; without it no heavy method is suggested
    """
    found = searcher.answer_guidance(question, Page(filters={}, first=0, n=N_POOL))
    fit = [hit for hit in found.hits if is_sure or not hit.document.heavy]
    best = max((hit.relevance for hit in fit), default=0.0)
    good = [hit for hit in fit if hit.relevance >= max(MIN_RELEVANCE, MIN_SHARE_OF_BEST * best)]
    methods = [h for h in good if h.document.kind in ASSESSED_KINDS and not h.document.statutory]
    gaps = tuple(hit for hit in good[:N_METHODS] if hit.document.kind == "lucka")
    suggested = tuple(_order(_vary(_order(methods, area)), area))
    badges = {hit.document.slug: find_badge(hit.document, area) for hit in (*suggested, *found.advised_against)}
    return Methods(
        suggested, found.advised_against, gaps, {slug: badge for slug, badge in badges.items() if badge is not None}
    )


def _order(hits: Sequence[Hit[Guidance]], area: str) -> list[Hit[Guidance]]:
    """Hits by relevance in the whole per cent that are shown, those of the same by the evidence for the area."""

    def place(hit: Hit[Guidance]) -> tuple[int, int, float]:
        return -round(100 * hit.relevance), place_of_rating(rate_for_area(hit.document, area)), -hit.relevance

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
