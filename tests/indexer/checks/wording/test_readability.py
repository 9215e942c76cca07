"""LIX in a band, worked by hand."""

import pytest

from indexer.checks.wording.readability import check_readability, measure_readability
from tests.content_folder import ContentFolder, told


@pytest.mark.parametrize(
    ("texts", "lix"),
    [
        (["Polisen kom."], 2 / 1 + 100 * 1 / 2),
        (["Vi gick hem. De kom."], 5 / 2 + 0),
        (["Gör så här: ring 112"], 5 / 2 + 0),
        (["Tid", "Pengar och samordning"], 4 / 2 + 100 * 1 / 4),
        (["A-traktorer kör fort"], 3 / 1 + 100 * 1 / 3),
    ],
)
def test_lix_is_words_a_sentence_and_the_share_of_words_over_six_letters(texts: list[str], lix: float) -> None:
    measured = measure_readability(texts)
    assert measured is not None
    assert measured.lix == pytest.approx(lix)


def test_seven_letters_are_long_and_six_are_not() -> None:
    measured = measure_readability(["sexton arbetar"])
    assert measured is not None
    assert measured.long_words == 1 / 2


def test_no_words_have_no_lix() -> None:
    assert measure_readability(["", "–"]) is None


def test_outliers_are_listed_with_their_value(folder: ContentFolder) -> None:
    heavy = "Samverkansöverenskommelser kommunövergripande implementeringsstrategier verksamhetsutveckling"
    name = "problem-areas/klotter.md"
    folder.add(name, folder.text(name).split("## I korthet")[0] + f"## I korthet\n\n{heavy}. Den kom.\n")
    assert told(list(check_readability(folder.read())), folder.path / name) == [
        "2: LIX outside 30-50; LIX 70 (3.0 words a sentence, 67% long words); shorten sentences and long words"
    ]


def test_a_telegram_is_an_outlier_too(folder: ContentFolder) -> None:
    name = "problem-areas/klotter.md"
    folder.add(name, folder.text(name).split("## I korthet")[0] + "## I korthet\n\nDet är bra. Vi ser det.\n")
    (line,) = told(list(check_readability(folder.read())), folder.path / name)
    assert line == "2: LIX outside 30-50; LIX 3 (3.0 words a sentence, 0% long words); write whole sentences"


def test_a_document_within_the_band_is_not_told(folder: ContentFolder) -> None:
    name = "problem-areas/klotter.md"
    text = "Kommunen räknar klotter på husens vägg varje vecka."  # 8 words, 2 of them long
    folder.add(name, folder.text(name).split("## I korthet")[0] + f"## I korthet\n\n{text}\n")
    assert 30 <= 8 / 1 + 100 * 2 / 8 <= 50
    assert told(list(check_readability(folder.read())), folder.path / name) == []
