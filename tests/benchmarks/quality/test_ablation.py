"""The search with one part taken away."""

from dataclasses import replace

from benchmarks.quality.ablation import (
    VARIANTS,
    Variant,
    leave_out_grams,
    leave_out_phrasings,
    leave_out_stems,
    mute,
    rank_variant,
    weigh_fields_alike,
)
from kb.index.passages import FIELDS
from kb.models.logistic_model import LogisticModel
from kb.search.query import analyse_query
from kb.search.searcher import Searcher
from kb.search.signals import SIGNALS
from tests.fakes.embedder import AxisEmbedder

QUERY = analyse_query("skola", AxisEmbedder("skola"))


def test_features_are_left_out_of_the_query() -> None:
    assert set(leave_out_grams(QUERY).features) == {"=skol"}
    assert set(leave_out_stems(QUERY).features) == {"skol", "kola"}


def test_a_query_of_short_words_keeps_its_stems() -> None:
    short = replace(QUERY, features={"=epa": 1.0})
    assert leave_out_stems(short).features == {"=epa": 1.0}


def test_a_muted_signal_weighs_nothing() -> None:
    weights = mute(LogisticModel(weights=dict.fromkeys(SIGNALS, 2.0)), ("areas",)).weights
    assert weights["areas"] == 0.0
    assert sum(weights.values()) == 2.0 * (len(SIGNALS) - 1)


def test_every_muted_signal_is_one_that_fusion_knows() -> None:
    assert {name for variant in VARIANTS for name in variant.muted} <= set(SIGNALS)


def test_without_phrasings_the_guidance_has_none(searcher: Searcher) -> None:
    changed = leave_out_phrasings(searcher).guidance.index
    assert FIELDS.index("phrasing") not in changed.fields
    assert changed.slugs == searcher.guidance.slugs


def test_with_fields_alike_a_title_counts_as_a_section(searcher: Searcher) -> None:
    query = searcher.analyse("klotter").features
    before, after = searcher.guidance.index, weigh_fields_alike(searcher).guidance.index
    assert after.passage_lexical.score(query).tolist() == before.passage_lexical.score(query).tolist()
    assert after.document_lexical.score(query).tolist() != before.document_lexical.score(query).tolist()


def test_a_variant_without_changes_ranks_as_the_search(searcher: Searcher) -> None:
    text = "Ungdomar kör epa på torget"
    hits = searcher.search_guidance(text, n=3).hits
    assert hits
    ranked = rank_variant(searcher, Variant(name="ours"), [text], 3)[text]
    assert ranked[: len(hits)] == [hit.document.slug for hit in hits]  # a variant lists what is hardly relevant, too
