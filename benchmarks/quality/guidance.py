"""The shipped content on a set of judged descriptions: as `kb eval` has it, by each way, and part by part."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from benchmarks.quality.ablation import VARIANTS, name_unwarned, rank_variant
from benchmarks.quality.baselines import ANALYSES, make_ranking
from benchmarks.quality.reliability import bin_reliability, brier_score
from benchmarks.quality.text_sets import BASELINE, OURS, compare
from benchmarks.results.record import ROOT
from indexer.build import build_domain, build_indexes, hold_snapshot, plan_snapshot
from indexer.content.read_content import read_as_reviewed
from kb.embedding.embedder import Embedder
from kb.embedding.remembering import RememberingEmbedder
from kb.evaluation.bootstrap import bootstrap_interval
from kb.evaluation.judged import DEPTH, JudgedQuery, Scores, evaluate
from kb.evaluation.searching import evaluate_searcher
from kb.models.models import load_models
from kb.search.fusion import fuse_reciprocal_ranks
from kb.search.open_searcher import open_searcher
from kb.search.query import Query
from kb.search.searcher import Searcher
from kb.search.signals import SIGNALS
from kb.snapshot.manifest import Manifest

Rankings = Mapping[str, Mapping[str, Sequence[str]]]
"""way -> text of the query -> slugs, best first."""


def open_content(embedder: Embedder) -> Searcher:
    """A searcher of the content as it was last reviewed, built in memory."""
    plan = plan_snapshot(read_as_reviewed(ROOT / "content"), embedder.model_id)
    remembering = RememberingEmbedder(embedder)
    indexes = build_indexes(plan.library, remembering, lambda *_: None)
    manifest = Manifest(
        format_version=0,
        id=plan.snapshot_id,
        content_hash=plan.content_hash,
        model_id=embedder.model_id,
        dim=embedder.dim,
        n_documents={},
        n_passages={},
        created="",
        files={},
    )
    return open_searcher(
        hold_snapshot(manifest, plan, indexes, build_domain(plan.library, remembering)), embedder, load_models()
    )


def measure_judged(searcher: Searcher, queries: Sequence[JudgedQuery]) -> dict[str, Any]:
    """What `kb eval` tells of the product, and nDCG@10 of each way when nothing is refused."""
    evaluation = evaluate_searcher(searcher, queries)
    rankings = rank_ways(searcher, [query.query for query in queries])
    values = {way: _judge(searcher, queries, ranking) for way, ranking in rankings.items()}
    return {
        "snapshot_id": searcher.snapshot.manifest.id,
        "overall": _tell_scores(evaluation.overall),
        "by_kind": {kind: _tell_scores(scores) for kind, scores in evaluation.by_kind.items()},
        "refusals": asdict(evaluation.refusals),
        "ways": {way: _tell_mean(scores) for way, scores in values.items()},
        "ours_minus_baseline": compare(values[OURS], values[BASELINE]),
    }


def measure_ablation(searcher: Searcher, queries: Sequence[JudgedQuery]) -> dict[str, Any]:
    """nDCG@10 of every variant, and how it differs from ours."""
    texts = [query.query for query in queries]
    values = {v.name: _judge(searcher, queries, rank_variant(searcher, v, texts, DEPTH)) for v in VARIANTS}
    return {name: {**_tell_mean(scores), **compare(scores, values[OURS])} for name, scores in values.items()}


def measure_reliability(searcher: Searcher, queries: Sequence[JudgedQuery]) -> dict[str, Any]:
    """Told relevance against judgement (a grade above 0 is relevant) of every document for every query.

    brier_of_mean : the score of one who always tells the share that is relevant
    """
    told, relevant = [], []
    slugs = searcher.guidance.slugs
    for query in queries:
        analysed = searcher.analyse(query.query)
        ranking = searcher.guidance.rank(analysed, searcher.rate_areas(analysed))
        told += ranking.relevance.tolist()
        relevant += [float(query.relevant.get(slugs[i], 0) > 0) for i in ranking.documents]
    base = float(np.mean(relevant))
    return {
        "n_pairs": len(told),
        "bins": [asdict(b) for b in bin_reliability(told, relevant)],
        "brier": round(brier_score(told, relevant), 4),
        "brier_of_mean": round(brier_score([base] * len(relevant), relevant), 4),
    }


def rank_ways(searcher: Searcher, texts: Sequence[str]) -> Rankings:
    """Every way's ranking of every text, without what is advised against; the baselines read all of a document."""
    guidance = searcher.guidance
    whole: dict[str, str] = {}
    for passage in guidance.index.passages:
        whole[passage.slug] = f"{whole.get(passage.slug, '')} {passage.context} {passage.heading} {passage.text}"
    unwarned = {
        s: whole[s] for s, is_warned in zip(guidance.slugs, guidance.advised_against, strict=True) if not is_warned
    }
    by_words = {way: make_ranking(unwarned, count, DEPTH) for way, count in ANALYSES.items()}
    rankings: dict[str, dict[str, Sequence[str]]] = {way: {t: rank(t) for t in texts} for way, rank in by_words.items()}
    for text in texts:
        for way, ranking in _rank_signals(searcher, searcher.analyse(text)).items():
            rankings.setdefault(way, {})[text] = ranking
    return rankings


def _rank_signals(searcher: Searcher, query: Query) -> dict[str, list[str]]:
    ranking = searcher.guidance.rank(query, searcher.rate_areas(query))
    by_words = ranking.signals[:, SIGNALS.index("lexical")]
    cosines = [SIGNALS.index(f"cosine_{field}") for field in ("title", "body", "phrasing")]
    by_meaning = ranking.signals[:, cosines].max(axis=1)
    orders = [np.argsort(-scores, kind="stable") for scores in (by_words, by_meaning)]
    fused = fuse_reciprocal_ranks(orders, len(ranking.documents))
    ways = {BASELINE: by_words, "dense": by_meaning, "RRF": fused, OURS: ranking.relevance}
    return {
        way: name_unwarned(searcher.guidance, ranking.documents[np.argsort(-scores, kind="stable")], DEPTH)
        for way, scores in ways.items()
    }


def _judge(searcher: Searcher, queries: Sequence[JudgedQuery], ranking: Mapping[str, Sequence[str]]) -> list[float]:
    """nDCG@10 of each query that has an answer here, in order."""
    evaluation = evaluate(queries, lambda text: ranking[text], frozenset(searcher.snapshot.guidance))
    return list(evaluation.per_query.values())


def _tell_mean(values: Sequence[float]) -> dict[str, Any]:
    return {
        "ndcg@10": round(float(np.mean(values)), 4),
        "interval": [round(end, 4) for end in bootstrap_interval(values)],
    }


def _tell_scores(scores: Scores) -> dict[str, Any]:
    return {
        "n": scores.n,
        "ndcg@10": round(scores.ndcg, 4),
        "interval": [round(end, 4) for end in scores.intervals["ndcg@10"]],
        "success@3": round(scores.success, 4),
        "recall@10": round(scores.recall, 4),
        "avoid@5": scores.avoid,
    }
