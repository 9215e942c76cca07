"""What counts as a word, where it stands, and its normal form."""

import unicodedata

import pytest

from kb.text.words import MAX_WORD_CHARS, Word, find_words, normalize
from tests.kb.cases import read_cases


@pytest.mark.parametrize(("text", "expected"), read_cases("words.md"))
def test_the_words_of_a_text(text: str, expected: str) -> None:
    assert [word.form for word in find_words(text)] == expected.split()


def test_a_word_knows_where_it_stands_in_the_text_as_given() -> None:
    text = "Kör A-traktor."
    words = list(find_words(text))
    assert words == [Word("kör", 0, 3), Word("a-traktor", 4, 13), Word("traktor", 6, 13)]
    assert [text[word.first : word.last] for word in words] == ["Kör", "A-traktor", "traktor"]


def test_a_letter_and_its_combining_ring_are_one_letter() -> None:
    decomposed = unicodedata.normalize("NFD", "på Åsö-torget")
    assert len(decomposed) > len("på Åsö-torget")
    words = list(find_words(decomposed))
    assert [word.form for word in words] == ["på", "åsö-torget", "åsö", "torget"]
    assert decomposed[words[1].first : words[1].last] == unicodedata.normalize("NFD", "Åsö-torget")


def test_composed_and_decomposed_text_have_the_same_normal_form() -> None:
    assert normalize("A\u030are") == normalize("\u00c5RE") == "åre"
    assert normalize("å") != normalize("a")


def test_of_what_is_longer_than_a_word_its_parts_alone_are_words() -> None:
    long = "-".join(["skolgård"] * 12)
    assert len(long) > MAX_WORD_CHARS
    assert {word.form for word in find_words(f"{long} {'a' * (MAX_WORD_CHARS + 1)}")} == {"skolgård"}
