"""A text as tokens."""

from kb.text.tokens import read_tokens
from kb.text.words import MAX_WORD_CHARS


def test_the_numbers_of_a_range_are_apart_and_other_words_whole() -> None:
    assert [token.form for token in read_tokens("8 – 9, 13-15, F-9 och 15-åringar")] == (
        ["8", "–", "9", ",", "13", "-", "15", ",", "f-9", "och", "15-åringar"]
    )


def test_a_token_has_its_place_and_its_own_letters() -> None:
    (first, second) = read_tokens("På Norr")
    assert (second.text, second.form, second.first, second.last) == ("Norr", "norr", 3, 7)
    assert first.is_word


def test_what_a_line_or_more_than_a_blank_parts_is_not_next() -> None:
    assert [token.is_next for token in read_tokens("ett två\ntre  fyra,fem")] == [True, True, False, False, True, True]


def test_a_sign_that_is_repeated_is_one_token() -> None:
    assert [token.text for token in read_tokens("vad...?!")] == ["vad", "...", "?", "!"]


def test_what_is_longer_than_a_word_is_looked_up_as_nothing() -> None:
    assert [token.form for token in read_tokens(f"{'a' * MAX_WORD_CHARS} {'a' * (MAX_WORD_CHARS + 1)}")] == (
        ["a" * MAX_WORD_CHARS, ""]
    )
