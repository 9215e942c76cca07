"""What a search can be made with otherwise than it is: for measuring what each choice is worth."""

from collections.abc import Mapping
from dataclasses import dataclass, field

FEEDBACK_MIX: Mapping[str, float] = {
    "relative_lexical": 3.0,
    "relative_lexical_phrasing": 1.0,
    "relative_cosine_phrasing": 2.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOptions:
    """gram_weight : of a 4-gram beside a stem's 1. Chosen on SweFAQ dev: nDCG@10 0.69 at 0, 0.75 at 0.2 to 0.5 and at 1

    max_exact : passages up to which every allowed document is a candidate, so that filters and counts agree to the last
        one. Candidates alone take longer at 10,000 passages (6.0 ms of CPU time instead of 4.8, p50)
    n_candidates : beyond that, passages taken from each of the two searches; their documents are scored in full. 150
        would save a seventh of a search at 100,000 passages, and lose one to two of a hundred among the best ten
        (docs/speed.md)
    feedback_mix, feedback_sharpness, feedback_floor : how a document's promise is weighed from its signals, how much
        more the better ones vote on problem areas, and the vote below which one has none
    """

    gram_weight: float = 0.5
    max_exact: int = 20_000
    n_candidates: int = 300
    feedback_mix: Mapping[str, float] = field(default_factory=lambda: FEEDBACK_MIX)
    feedback_sharpness: float = 2.0
    feedback_floor: float = 0.01


DEFAULT_OPTIONS = SearchOptions()
