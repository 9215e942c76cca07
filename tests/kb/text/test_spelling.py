"""Words that an index does not know, mended to words that it knows."""

from csv import DictReader
from pathlib import Path

import pytest

from kb.search.searcher import Searcher
from kb.text.spelling import fold_dots, make_speller

RIGHT_WORDS = Path(__file__).with_name("right_words.txt")
MISSPELLINGS = Path(__file__).with_name("misspellings.csv")
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
        ("ungdomsbrottt", "ungdomsbrott"),
        ("ungdoms brott", "ungdomsbrott"),  # a compound split
        ("ungdom brott", "ungdomsbrott"),  # and its joining s left out
        ("stold vald", "stöld våld"),  # no dots anywhere, and one word is none without: the likelier of the other too
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
        "vald skola",  # two right words
        "skolgårdsbråk",  # a compound that the dictionary can make
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


def test_a_compound_one_doubled_letter_from_a_word_of_the_index_is_that_word() -> None:
    assert make_speller({"näthat": 1}).mend(["näthatt"]) == ["näthat"]
    assert make_speller({"näthatar": 1}).mend(["näthatt"]) == ["näthatt"]


def test_a_right_word_that_hardly_anybody_means_is_read_with_its_dots() -> None:
    assert make_speller({"våld": 100}).mend(["vald"]) == ["våld"]
    assert make_speller({"våld": 99}).mend(["vald"]) == ["vald"]


def test_a_name_that_was_handed_in_stays() -> None:
    counts = {"rinkeby": 1}
    assert make_speller(counts).mend(["rinkebu"]) == ["rinkeby"]
    assert make_speller(counts, ["rinkebu"]).mend(["rinkebu"]) == ["rinkebu"]


@pytest.mark.slow
def test_right_swedish_words_are_left_alone(searcher: Searcher) -> None:
    words = RIGHT_WORDS.read_text(encoding="utf-8").split()
    mended = [word for word in words if searcher.speller.mend([word]) != [word]]
    assert len(mended) <= 0.01 * len(words), mended


@pytest.mark.slow
def test_names_of_places_are_left_alone(searcher: Searcher) -> None:
    registers = searcher.snapshot.registers
    names = [*(town.name for town in registers.municipalities), *(area.name for area in registers.police_areas)]
    typed = [name.casefold().split() for name in names]
    assert [words for words in typed if searcher.speller.mend(words) != words] == []


@pytest.mark.slow
def test_ordinary_misspellings_are_mended(searcher: Searcher) -> None:
    with MISSPELLINGS.open(encoding="utf-8") as file:
        rows = list(DictReader(file))
    mended = [row for row in rows if " ".join(searcher.speller.mend(row["typed"].split())) == row["meant"]]
    assert len(mended) >= 0.78 * len(rows)
