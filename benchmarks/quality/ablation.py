"""What each part of the search bought: the same queries with one part taken away.

A part is taken away by setting fusion weights to 0, by leaving features out of the query, or by building the guidance
index otherwise. The fusion is not fitted anew, so that what is left may lean on what has gone. Documents that are
advised against are left out of every ranking; nothing is refused.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kb.documents import Guidance
from kb.index.passage_index import Index, IndexOptions, build_index
from kb.index.passages import FIELDS
from kb.models.logistic_model import LogisticModel
from kb.search.collection import Collection
from kb.search.options import DEFAULT_OPTIONS, SearchOptions
from kb.search.query import Query
from kb.search.searcher import Searcher
from kb.search.signals import SIGNALS
from kb.text.analysis import STEM_PREFIX

Change = Callable[[Searcher], Searcher]


def keep_searcher(searcher: Searcher) -> Searcher:
    return searcher


def keep_query(query: Query) -> Query:
    return query


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """muted: fusion signals whose weight is 0."""

    name: str
    change_searcher: Change = keep_searcher
    change_query: Callable[[Query], Query] = keep_query
    muted: tuple[str, ...] = ()
    options: SearchOptions = DEFAULT_OPTIONS


def leave_out_grams(query: Query) -> Query:
    """The query with its stems alone."""
    return replace(query, features={f: w for f, w in query.features.items() if f[0] == STEM_PREFIX})


def leave_out_stems(query: Query) -> Query:
    """The query with its 4-grams alone; as it is when its words are too short to have any."""
    grams = {f: w for f, w in query.features.items() if f[0] != STEM_PREFIX}
    return replace(query, features=grams or query.features)


def leave_out_phrasings(searcher: Searcher) -> Searcher:
    """The guidance without how people ask for it."""
    index = searcher.guidance.index
    kept = np.flatnonzero(index.fields != FIELDS.index("phrasing"))
    return _with_guidance(
        searcher, build_index([index.passages[i] for i in kept], index.vectors.vectors(kept), index.classifier)
    )


def weigh_fields_alike(searcher: Searcher) -> Searcher:
    """Titles and phrasings count as much as sections in a document's own lexical weights."""
    index = searcher.guidance.index
    vectors = index.vectors.vectors(np.arange(index.vectors.n_vectors))
    options = IndexOptions(field_weights=dict.fromkeys(FIELDS, 1.0))
    return _with_guidance(searcher, build_index(index.passages, vectors, index.classifier, options))


def _with_guidance(searcher: Searcher, index: Index) -> Searcher:
    return replace(searcher, guidance=replace(searcher.guidance, index=index))


def _signals_with(part: str) -> tuple[str, ...]:
    return tuple(name for name in SIGNALS if part in name)


VARIANTS = (
    Variant(name="ours"),
    Variant(name="without stems", change_query=leave_out_stems),
    Variant(name="without 4-grams", change_query=leave_out_grams),
    Variant(name="4-grams weigh as stems", options=SearchOptions(gram_weight=1.0)),
    Variant(name="fields weigh alike", change_searcher=weigh_fields_alike),
    Variant(name="without phrasings", change_searcher=leave_out_phrasings),
    Variant(name="without areas", muted=("areas",)),
    Variant(name="without feedback", muted=("feedback",)),
    Variant(name="without areas and feedback", muted=("areas", "feedback")),
    Variant(name="without lexical signals", muted=_signals_with("lexical")),
    Variant(name="without cosines", muted=_signals_with("cosine")),
)


def rank_variant(searcher: Searcher, variant: Variant, texts: Sequence[str], depth: int) -> Mapping[str, list[str]]:
    """text -> the depth best slugs, best first, without those that are advised against."""
    changed = replace(variant.change_searcher(searcher), options=variant.options)
    guidance = replace(changed.guidance, options=variant.options, fusion=mute(changed.guidance.fusion, variant.muted))
    varied = replace(changed, guidance=guidance)
    return {text: _rank(varied, variant, text, depth) for text in texts}


def mute(fusion: LogisticModel, muted: Sequence[str]) -> LogisticModel:
    """The fusion with the weight 0 for the muted."""
    return replace(fusion, weights={n: 0.0 if n in muted else w for n, w in fusion.weights.items()})


def _rank(searcher: Searcher, variant: Variant, text: str, depth: int) -> list[str]:
    query = variant.change_query(searcher.analyse(text))
    ranking = searcher.guidance.rank(query, searcher.rate_areas(query))
    return name_unwarned(searcher.guidance, ranking.documents[ranking.order], depth)


def name_unwarned(guidance: Collection[Guidance], documents: Sequence[int] | np.ndarray, depth: int) -> list[str]:
    """The slugs of the first depth documents that are not advised against."""
    return [guidance.slugs[i] for i in documents if not guidance.advised_against[i]][:depth]
