"""BM25 over plain words and over stems."""

from benchmarks.quality.baselines import count_plain_words, count_stems, make_ranking

TEXTS = {"a": "Skolor på landet", "b": "En skola i staden", "c": "Torget"}


def test_plain_words_find_the_very_word_only() -> None:
    assert make_ranking(TEXTS, count_plain_words, 1)("skolor") == ["a"]
    assert count_plain_words("Skolor, skolor") == {"skolor": 2}


def test_stems_find_the_words_other_forms() -> None:
    assert set(make_ranking(TEXTS, count_stems, 2)("skolorna")) == {"a", "b"}
