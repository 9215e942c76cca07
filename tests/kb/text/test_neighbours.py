"""Norwegian and Danish words read as Swedish ones."""

import pytest

from kb.text.neighbours import read_as_swedish


@pytest.mark.parametrize(
    ("text", "swedish"),
    [
        ("ungdomskriminalitet i skolen", "ungdomsbrottslighet i skola"),
        ("hvordan forebygger vi vold mod kvinder", "hur förebygger vi våld mot kvinnor"),
        ("innbrudd i boliger", "inbrott i bostad"),
        ("indbrud i lejligheder", "inbrott i lägenhet"),
        ("seksuelle overgreb mod børn", "sexuelle övergrepp mot barn"),
        ("tyveri fra butikker", "stöld från butik"),
        ("familievold i by", "familievåld i stad"),
    ],
)
def test_words_spelt_otherwise_are_read_as_swedish(text: str, swedish: str) -> None:
    words = text.split()
    read = read_as_swedish(words)
    assert " ".join(read.get(word, word) for word in words) == swedish


@pytest.mark.parametrize(
    "text", ["mod att anmäla i byn", "unga säljer droger på torget", "banden i kommunen", "ungens mod", "on the gate"]
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert read_as_swedish(text.split()) == {}
