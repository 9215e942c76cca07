"""The page of figures."""

import json
from pathlib import Path
from typing import Any

from benchmarks.report.page import main, write_report
from benchmarks.results.record import describe_run, read_results, write_result

RUN = describe_run("python -m benchmarks report --run", "axes@1")
MEAN = {"ndcg@10": 0.5, "interval": [0.4, 0.6]}
COMPARED = {"difference": 0.1, "interval": [-0.02, 0.22]}


def result(**figures: Any) -> dict[str, Any]:
    return {**RUN, "figures": figures}


def test_parts_without_results_say_so() -> None:
    assert write_report({}).count("Not measured yet.") >= 5


def test_a_text_sets_ways_stand_with_their_intervals_and_the_paired_difference() -> None:
    texts = result(n_queries=3, n_texts=2, ways={"plain BM25": MEAN, "ours": MEAN}, ours_minus_baseline=COMPARED)
    page = write_report({"texts-swefaq": texts})
    assert "| way | SweFAQ dev |\n|---|--:|\n| plain BM25 | 0.500 [0.400, 0.600] |" in page
    assert "| ours - stems + 4-grams | +0.100 [-0.020, +0.220] |" in page


def test_an_engine_that_could_not_run_is_told_with_its_reason() -> None:
    engines = {
        "txtai, hybrid": {"missing": "No module named 'txtai'"},
        "bm25s, words": {"ndcg@10": {"words": 0.68}, "build_s": 0.01, "p50_ms": 0.06, "peak_mb": 55.4},
    }
    page = write_report({"compare-swefaq": result(engines=engines)})
    assert "| txtai, hybrid | not measured: No module named 'txtai' |" in page
    assert "| bm25s, words | words | 0.680 | 0.01 | 0.06 | 55 |" in page


def test_an_empty_bin_of_relevance_has_no_shares() -> None:
    bins = [{"low": 0.0, "high": 1.0, "n": 0, "told": None, "relevant": None}]
    page = write_report({"reliability": result(n_pairs=0, bins=bins, brier=0.02, brier_of_mean=0.03)})
    assert "| 0.0-1.0 | 0 |  |  |" in page


def test_results_of_another_form_are_left_alone() -> None:
    assert write_report({"allocation": {"machine": "x", "rows": []}}) == write_report({})


def test_a_result_is_written_with_its_run_and_read_again(tmp_path: Path) -> None:
    write_result("texts-a", RUN, {"n": 1}, tmp_path)
    assert read_results(tmp_path) == {"texts-a": {**RUN, "figures": {"n": 1}}}
    assert set(RUN) == {"command", "commit", "machine", "model_id", "seed"}
    assert "/" not in json.dumps([RUN["machine"], RUN["commit"]])


def test_the_page_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    assert main(["--results", str(tmp_path), "--out", str(tmp_path / "quality.md")]) == 0
    assert (tmp_path / "quality.md").read_text(encoding="utf-8") == write_report({})
