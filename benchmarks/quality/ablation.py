"""What each part of the search bought: the same queries with one part taken away.

A part is taken away by setting fusion weights to 0, by leaving features out of the query, or by building the guidance
index otherwise. The fusion is not fitted anew, so that what is left may lean on what has gone. Documents that are
advised against are left out of every ranking; nothing is refused.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from unittest.mock import patch

import numpy as np

from kb.index import passage_index as index_module
from kb.index.passage_index import Index, build_index
from kb.index.passages import FIELDS
from kb.search import query as query_module
from kb.search.fusion import load_fusion
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
    """muted: fusion signals whose weight is 0; gram_weight: of a 4-gram beside a stem's 1, None as it is."""

    name: str
    change_searcher: Change = keep_searcher
    change_query: Callable[[Query], Query] = keep_query
    muted: tuple[str, ...] = ()
    gram_weight: float | None = None


def leave_out_grams(query: Query) -> Query:
    """The query with its stems alone."""
    return replace(query, features={f: w for f, w in query.features.items() if f[0] == STEM_PREFIX})


def leave_out_stems(query: Query) -> Query:
    """The query with its 4-grams alone; as it is when its words are too short to have any."""
    grams = {f: w for f, w in query.features.items() if f[0] != STEM_PREFIX}
    return replace(query, features=grams or query.features)


def leave_out_phrasings(searcher: Searcher) -> Searcher:
    """The guidance without how people ask for it."""
    index = searcher.snapshot.indexes["guidance"]
    kept = np.flatnonzero(index.fields != FIELDS.index("phrasing"))
    return _with_guidance(searcher, build_index([index.passages[i] for i in kept], index.vectors[kept]))


def weigh_fields_alike(searcher: Searcher) -> Searcher:
    """Titles and phrasings count as much as sections in a document's own lexical weights."""
    index = searcher.snapshot.indexes["guidance"]
    with patch.object(index_module, "FIELD_WEIGHTS", dict.fromkeys(FIELDS, 1.0)):
        return _with_guidance(searcher, build_index(index.passages, np.asarray(index.vectors)))


def _with_guidance(searcher: Searcher, index: Index) -> Searcher:
    indexes = {**searcher.snapshot.indexes, "guidance": index}
    return replace(searcher, snapshot=replace(searcher.snapshot, indexes=indexes))


def _signals_with(part: str) -> tuple[str, ...]:
    return tuple(name for name in SIGNALS if part in name)


VARIANTS = (
    Variant(name="ours"),
    Variant(name="without stems", change_query=leave_out_stems),
    Variant(name="without 4-grams", change_query=leave_out_grams),
    Variant(name="4-grams weigh as stems", gram_weight=1.0),
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
    changed = variant.change_searcher(searcher)
    gram_weight = query_module.GRAM_WEIGHT if variant.gram_weight is None else variant.gram_weight
    with patch.object(query_module, "GRAM_WEIGHT", gram_weight):
        return {text: _rank(changed, variant, text, depth) for text in texts}


def mute(weights: Mapping[str, float], muted: Sequence[str]) -> list[float]:
    """The fusion weights in the order of SIGNALS, 0 for the muted."""
    return [0.0 if name in muted else weights[name] for name in SIGNALS]


def _rank(searcher: Searcher, variant: Variant, text: str, depth: int) -> list[str]:
    query = variant.change_query(searcher.analyse(text))
    candidates, _ = searcher.score("guidance", query, searcher.rate_areas(query))
    fusion = load_fusion("guidance")
    weights = dict(zip(SIGNALS, map(float, fusion.weights), strict=True))
    changed = replace(fusion, weights=np.array(mute(weights, variant.muted)))
    order = np.argsort(-changed.relevance(candidates.signals), kind="stable")
    return name_unwarned(searcher, candidates.documents[order], depth)


def name_unwarned(searcher: Searcher, documents: Sequence[int] | np.ndarray, depth: int) -> list[str]:
    """The slugs of the first depth documents that are not advised against."""
    slugs = searcher.snapshot.indexes["guidance"].slugs
    return [slugs[i] for i in documents if not searcher.advised_against[i]][:depth]
