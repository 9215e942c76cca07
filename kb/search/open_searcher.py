"""A snapshot made ready for queries."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Generic

import numpy as np
from numpy.typing import NDArray

from kb.documents import Expert, Guidance, ProblemArea
from kb.embedding.embedder import Embedder
from kb.embedding.load import choose_unit_embedder
from kb.errors import SnapshotMismatch
from kb.index.passage_index import Index
from kb.models.logistic_model import LogisticModel
from kb.models.models import Models
from kb.registers import Registers
from kb.search.collection import Collection, D
from kb.search.facets import EXPERT_FACETS, GUIDANCE_FACETS, Facet, build_facets
from kb.search.naming import make_naming
from kb.search.one_area import view_for_area
from kb.search.options import DEFAULT_OPTIONS, SearchOptions
from kb.search.searcher import Searcher
from kb.search.signals import SIGNALS
from kb.snapshot.snapshot import Snapshot
from kb.text.spelling import make_speller
from kb.text.words import Word, find_words
from kb.vocabulary import place_of_rating

SECONDARY_WEIGHT = 0.5
N_REMEMBERED = 4096
"""Passages of a collection whose words are kept between searches, some 10 kB each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind(Generic[D]):
    """What is read from each document of a kind.

    areas : its primary and its secondary problem areas; evidence_place : 0 for the best evidence, higher for less
    """

    facets: Mapping[str, Facet[D]]
    areas: Callable[[D], tuple[Sequence[str], Sequence[str]]]
    evidence_place: Callable[[D], int] = lambda _: 0
    is_advised_against: Callable[[D], bool] = lambda _: False


_GUIDANCE: _Kind[Guidance] = _Kind(
    facets=GUIDANCE_FACETS,
    areas=lambda document: (document.primary_areas, document.secondary_areas),
    evidence_place=lambda document: place_of_rating(document.rating),
    is_advised_against=lambda document: document.is_advised_against,
)
_PROBLEM_AREAS: _Kind[ProblemArea] = _Kind(facets={}, areas=lambda _: ((), ()))
_EXPERTS: _Kind[Expert] = _Kind(facets=EXPERT_FACETS, areas=lambda expert: (expert.problem_areas, ()))


def open_searcher(
    snapshot: Snapshot, embedder: Embedder, models: Models, options: SearchOptions = DEFAULT_OPTIONS
) -> Searcher:
    """A searcher of the snapshot.

    Raises
    ------
    SnapshotMismatch : the snapshot was built with another embedding model
    """
    if snapshot.manifest.model_id != embedder.model_id:
        raise SnapshotMismatch(
            f"the snapshot was built with model {snapshot.manifest.model_id}, the configured one is "
            f"{embedder.model_id}; configure that model, or run `kb index`"
        )
    indexes = snapshot.indexes
    shared: dict[str, Any] = {"areas": indexes.problem_areas.slugs, "options": options}
    guidance = _collect(_GUIDANCE, indexes.guidance, snapshot.guidance, models.guidance, **shared)
    return Searcher(
        snapshot=snapshot,
        embedder=embedder,
        unit_embedder=choose_unit_embedder(embedder),
        models=models,
        options=options,
        guidance=guidance,
        guidance_of={area: view_for_area(guidance, area) for area in indexes.problem_areas.slugs},
        problem_areas=_collect(
            _PROBLEM_AREAS, indexes.problem_areas, snapshot.problem_areas, models.problem_areas, **shared
        ),
        experts=_collect(_EXPERTS, indexes.experts, snapshot.experts, models.experts, **shared),
        speller=make_speller(snapshot.words, _list_places(snapshot.registers)),
        naming=make_naming(
            [snapshot.guidance[slug] for slug in indexes.guidance.slugs], list(snapshot.problem_areas.values())
        ),
    )


def replace_experts(searcher: Searcher, experts: Mapping[str, Expert], index: Index) -> Searcher:
    """The searcher with those experts in place of its own. index : of the same ones"""
    snapshot = searcher.snapshot
    areas, fusion = snapshot.indexes.problem_areas.slugs, searcher.models.experts
    return replace(
        searcher,
        snapshot=replace(snapshot, experts=experts, indexes=replace(snapshot.indexes, experts=index)),
        experts=_collect(_EXPERTS, index, experts, fusion, areas=areas, options=searcher.options),
    )


def _list_places(registers: Registers) -> Iterator[str]:
    """The words, in normal form, of the names of municipalities, counties and areas."""
    for town in registers.municipalities:
        yield from (word.form for word in find_words(f"{town.official_name} {town.name} {town.county_name}"))
    for area in registers.police_areas:
        yield from (word.form for word in find_words(area.name))


def _collect(
    kind: _Kind[D],
    index: Index,
    by_slug: Mapping[str, D],
    fusion: LogisticModel,
    *,
    areas: Sequence[str],
    options: SearchOptions,
) -> Collection[D]:
    documents = tuple(by_slug[slug] for slug in index.slugs)
    return Collection(
        index=index,
        documents=documents,
        facets=build_facets(documents, kind.facets),
        area_weights=_weigh(areas, [kind.areas(document) for document in documents]),
        evidence_places=np.array([kind.evidence_place(document) for document in documents], np.int64),
        advised_against=np.array([kind.is_advised_against(document) for document in documents], np.bool_),
        fusion=fusion.align(SIGNALS),
        find_shown_words=_remember_words(),
        options=options,
    )


def _weigh(areas: Sequence[str], tagged: Sequence[tuple[Sequence[str], Sequence[str]]]) -> NDArray[np.float32]:
    weights = np.zeros((len(tagged), len(areas)), np.float32)
    column = {slug: i for i, slug in enumerate(areas)}
    for row, (primary, secondary) in enumerate(tagged):
        weights[row, [column[slug] for slug in secondary]] = SECONDARY_WEIGHT
        weights[row, [column[slug] for slug in primary]] = 1.0
    return weights


def _remember_words() -> Callable[[str], tuple[Word, ...]]:
    """Finds the words of a text; the last N_REMEMBERED are kept: finding them anew took two thirds of a search."""
    return lru_cache(maxsize=N_REMEMBERED)(lambda text: tuple(find_words(text)))
