"""Which targets are missed."""

from typing import Any

from benchmarks.speed.scale import find_misses

FIGURES: dict[str, Any] = {
    "embedding_passages_per_s": 5000,
    "sizes": [
        {"n_passages": 10_000, "search_p50_ms": 1.9, "build_s": 500, "build_peak_mb": 1, "unchanged_share": 0.01},
        {"n_passages": 100_000, "search_p50_ms": 9.9, "build_s": 60, "build_peak_mb": 1, "unchanged_share": 0.01},
    ],
}


def test_what_is_within_its_bounds_is_not_missed() -> None:
    assert find_misses(FIGURES) == []  # the seconds of a build are bound at 100,000 passages alone


def test_a_miss_tells_size_value_and_target() -> None:
    slow = {**FIGURES["sizes"][0], "search_p50_ms": 2.0}
    figures = {"embedding_passages_per_s": 4999, "sizes": [slow]}
    assert find_misses(figures) == [
        "embedding_passages_per_s 4999, target >= 5000",
        "search_p50_ms at 10000 passages 2.0, target < 2",
    ]
