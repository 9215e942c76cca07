"""Engines behind one port."""

import pytest

from benchmarks.engines import compare
from benchmarks.engines.compare import measure_engine, tell
from kb.evaluation.beir import Dataset

DATASET = Dataset("two", {"a": ("", "Skola"), "b": ("", "Torg")}, {"q": "torg"}, {"q": {"b": 1}})


def test_an_engine_is_judged_timed_and_told() -> None:
    figures = measure_engine("SQLite FTS5, unicode61", DATASET)
    assert figures["ndcg@10"] == {"words": 1.0}
    assert "SQLite FTS5" in tell({"engines": {"SQLite FTS5, unicode61": {**figures, "peak_mb": 20.0}}})


def test_ours_is_judged_by_its_four_ways() -> None:
    assert list(measure_engine("till-handling", DATASET)["ndcg@10"]) == ["lexical", "dense", "rrf", "hybrid"]


def test_an_engine_whose_library_is_missing_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ImportError("No module named 'txtai'")

    monkeypatch.setattr(compare, "build_engine", refuse)
    figures = measure_engine("txtai, hybrid", DATASET)
    assert figures == {"missing": "No module named 'txtai'; pip install 'till-handling[benchmarks]'"}
    assert "not measured: No module named 'txtai'" in tell({"engines": {"txtai, hybrid": figures}})
