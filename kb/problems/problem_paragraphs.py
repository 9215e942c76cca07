"""How likely a paragraph tells of a problem to act on, not of background, good news or matters handled elsewhere.

A logistic model of what the paragraph is about and of its cues; its coefficients are data, with their training record.
"""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from kb.privacy import drop_masks
from kb.problems.cues import count_cues
from kb.problems.description import Paragraph
from kb.search.answerability import find_promise
from kb.search.query import MAX_QUERY_CHARS, Query
from kb.search.ranking import Ranking
from kb.search.searcher import Searcher
from kb.search.signals import SIGNALS

SMALLEST_RATING = 1e-4
MIN_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedParagraph:
    """areas : float64 array (n_problem_areas,) in [0, 1], support themes 0.

    guidance : the documents it may be about
    """

    paragraph: Paragraph
    query: Query
    areas: NDArray[np.float64]
    guidance: Ranking


def says_something(paragraph: Paragraph) -> bool:
    """Whether there are words enough to tell what the paragraph is about."""
    text = drop_masks(paragraph.text)
    return len(text.split()) >= MIN_WORDS and any(letter.isalpha() for letter in text)


def rate_paragraph(paragraph: Paragraph, searcher: Searcher) -> RatedParagraph:
    """The paragraph rated against the problem areas, its heading read with it."""
    asked = searcher.ask(drop_masks(f"{paragraph.heading}. {paragraph.text}")[:MAX_QUERY_CHARS])
    is_problem = [area.kind == "problemområde" for area in searcher.problem_areas.documents]
    areas = np.where(is_problem, asked.area_ratings, 0.0)
    guidance = searcher.guidance.rank(asked.query, areas)
    return RatedParagraph(paragraph=paragraph, query=asked.query, areas=areas, guidance=guidance)


def tells_problem(item: RatedParagraph, searcher: Searcher) -> float:
    """The probability, in [0, 1], that the paragraph tells of a problem."""
    return searcher.models.problem_paragraphs.probability(find_features(item, searcher))


def find_features(item: RatedParagraph, searcher: Searcher) -> dict[str, float]:
    """What the model weighs, by name: what the paragraph is about, how well it is answered, and its cues."""
    promise = find_promise(item.query, item.areas, item.guidance, searcher.snapshot.domain)
    signals = item.guidance.signals
    first, second = np.sort(item.areas)[::-1][:2]
    return {
        "first_area": log(first + SMALLEST_RATING),
        "second_area": log(second + SMALLEST_RATING),
        "relevance": promise.relevance,
        "lexical": float(signals[:, SIGNALS.index("lexical")].max()),
        "cosine": float(signals[:, SIGNALS.index("cosine_body")].max()),
        "domain": promise.domain or 0.0,
        **count_cues(item.paragraph),
    }
