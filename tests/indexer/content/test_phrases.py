"""Phrases are found as whole words, in any case, the longest first."""

import pytest

from indexer.content.phrases import make_phrase_finder


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (["soc"], "Socialtjänsten, soc, SOC och soctant", ["soc", "SOC"]),
        (["missbrukar*"], "missbrukare, missbrukarna, missbruk", ["missbrukare", "missbrukarna"]),
        (["i termer av"], "i\ntermer  av", ["i\ntermer  av"]),
        (["utsatt område", "särskilt utsatt område"], "ett särskilt utsatt område", ["särskilt utsatt område"]),
        (["t.ex"], "text", []),
        ([], "vad som helst", []),
    ],
)
def test_what_is_found(phrases: list[str], text: str, found: list[str]) -> None:
    assert [match[0] for _, match in make_phrase_finder(phrases).find(text)] == found


def test_a_find_tells_which_phrase_it_is() -> None:
    finder = make_phrase_finder(["kort", "en längre fras"])
    assert [position for position, _ in finder.find("en längre fras är inte kort")] == [1, 0]
