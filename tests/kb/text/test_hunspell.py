"""A dictionary of Hunspell's format, read by hand."""

import pytest

import kb.text.hunspell as hunspell
from kb.errors import DictionaryMissing
from kb.text.hunspell import make_hunspell, read_suffixes

AFFIXES = """
# Som täcke: täcket
SFX C Y 2
SFX C 0 t [aeiou]
SFX C el let [^m]el
SFX v N 1
SFX v 0 s/WXZ [^a]
"""
SMALL = make_hunspell("4\ntäcke/C\nkakel/C\nvald\nvald/O\nfelord/%", AFFIXES)


def test_a_suffix_has_what_it_takes_and_gives_and_the_end_it_needs() -> None:
    assert [(s.flag, s.strip, s.add, s.ends, s.places) for s in read_suffixes(AFFIXES)] == [
        ("C", "", "t", "[aeiou]", ""),
        ("C", "el", "let", "[^m]el", ""),
        ("v", "", "s", "[^a]", "WXZ"),
    ]


def test_a_word_has_the_flags_of_each_of_its_meanings() -> None:
    assert SMALL.find_flags("vald") == ("", "O")


def test_a_word_that_is_forbidden_is_no_word() -> None:
    assert SMALL.find_flags("felord") == ()


@pytest.mark.parametrize(("form", "word"), [("täcket", "täcke"), ("kaklet", "kakel")])
def test_a_suffix_is_undone_where_word_and_end_fit(form: str, word: str) -> None:
    assert [found for found, _, _ in SMALL.undo(form, SMALL.endings)] == [word]


def test_a_dictionary_that_is_not_installed_is_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunspell, "PACKAGE", "hunspell-none")
    with pytest.raises(DictionaryMissing, match=r"hunspell-none.*pip install"):
        hunspell.load_hunspell.__wrapped__()
