"""Words that an index does not know, mended to words that it knows."""

import pytest

from kb.text.spelling import fold_dots, make_speller

SPELLER = make_speller(
    {
        "brott": 8,
        "klotter": 4,
        "på": 20,
        "skadegörelse": 5,
        "skola": 9,
        "stöld": 6,
        "ungdomsbrott": 2,
        "vald": 1,
        "våld": 3,
        "våldsbrott": 2,
    }
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("skadegorelse", "skadegörelse"),  # dots left out
        ("kloter på", "klotter på"),  # a letter left out
        ("klottre på", "klotter på"),  # two letters swapped
        ("skadegjörelsse", "skadegörelse"),  # two errors in a long word
        ("ungdoms brott", "ungdomsbrott"),  # a compound split
        ("ungdom brott", "ungdomsbrott"),  # and its joining s left out
        ("vald skola", "våld skola"),  # no dots anywhere: the likelier word
    ],
)
def test_what_was_typed_is_read_as_the_index_writes_it(typed: str, read: str) -> None:
    assert " ".join(SPELLER.mend(typed.split())) == read


@pytest.mark.parametrize(
    "typed",
    [
        "klotter på skola",
        "skolor",  # another form of a known word
        "vald på skola",  # dots are typed, so that none are missing
        "våld brott",  # two words of their own, though the index has their compound
        "kltr på",  # too short to guess at
        "kloottteer på",  # too many errors
        "2023 på",
        "xylofon på",
    ],
)
def test_what_is_known_or_like_nothing_stays_as_it_is(typed: str) -> None:
    assert " ".join(SPELLER.mend(typed.split())) == typed


def test_of_equally_near_words_the_more_frequent_is_read() -> None:
    assert make_speller({"banken": 1, "balken": 5, "på": 1}).mend(["baxken", "på"]) == ["balken", "på"]


def test_an_index_without_words_mends_nothing() -> None:
    assert make_speller({}).mend(["vald", "skola"]) == ["vald", "skola"]


def test_dots_are_folded_away() -> None:
    assert fold_dots("ÅÄÖ-idé, a\u030a") == "aao-ide, a"
