"""Of a query only ordinary words are counted, in their base form."""

import pytest

from kb.search.countable_words import MAX_WORDS, list_countable_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Padelhallarnas biljardbord och padelhallar", ["biljardbord"]),
        ("skolgårdarna, skolgården", ["skolgård"]),
        ("hur ska vi göra", []),
        ("anna svensson i örebro", []),
        ("eleven Kevin slår på gården", ["elev", "slå", "gård"]),
        ("grannen på Lindvägen och Berg", ["granne"]),
        ("ring 070-174 06 71 eller 19900101-2384", ["ring"]),
        ("30 mopeder, kl 22", ["moped"]),
        ("xqzwk asdfgh", []),
        ("", []),
    ],
)
def test_what_could_point_somebody_out_or_says_nothing_is_left_out(text: str, words: list[str]) -> None:
    assert list_countable_words(text) == words


def test_a_word_that_begins_a_sentence_is_no_name() -> None:
    assert list_countable_words("Torget är stökigt. Bilar slås sönder.") == ["torg", "stökig", "bil", "slå", "sönder"]


def test_of_a_long_text_the_first_words_are_counted() -> None:
    parts = ("skol", "gårds", "vinter", "sommar", "stads", "lands", "natt", "dags", "barn", "folk", "vatten", "brand")
    ends = ("hus", "bil", "väg", "plan", "park", "bänk", "bord", "tak", "golv", "stol")
    words = list_countable_words(" ".join(part + end for part in parts for end in ends))
    assert len(words) == MAX_WORDS
    assert words[0] == "skolhus"
