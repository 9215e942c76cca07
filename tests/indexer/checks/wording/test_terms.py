"""The editors' word list over shown text."""

import pytest

from indexer.checks.wording.terms import check_terms
from tests.content_folder import ContentFolder, told

NAME = "guidance/sanering.md"
LIST = """\
wrong,right,why
BRÅ,Brå,namnet
Polisen,polisen,ett vanligt ord
missbrukar*,person med beroende,mer än sitt beroende
"""


def terms(folder: ContentFolder, text: str) -> list[str]:
    folder.add("editorial/terms.csv", LIST)
    folder.change(NAME, "Tid och en ansvarig.", text)
    return told(list(check_terms(folder.read())), folder.path / NAME)


def test_a_wrong_word_is_told_with_the_right_one_and_why(folder: ContentFolder) -> None:
    found = terms(folder, "Fråga BRÅ om råd.")
    line = folder.line_of(NAME, "Fråga BRÅ")
    assert found == [f"{line}: term to avoid; 'BRÅ' in \"Fråga BRÅ om råd.\"; write 'Brå': namnet"]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Brå och polisen.", []),
        ("Polisen kom. Polisen gick: Polisen vilar.", []),
        ("Ring Polisen nu.", ["Polisen"]),
        ("Ring brå och POLISEN.", ["brå", "POLISEN"]),
        ("Polisens arbete", []),
        ("Hjälp missbrukarna.", ["missbrukarna"]),
    ],
)
def test_the_right_word_is_right_and_takes_a_capital_where_a_sentence_begins(
    folder: ContentFolder, text: str, met: list[str]
) -> None:
    assert [line.split("'")[1] for line in terms(folder, text)] == met


def test_titles_of_sources_keep_their_own_words_and_other_fields_do_not(folder: ContentFolder) -> None:
    folder.change(NAME, "title: En rapport", "title: BRÅ rapporterar")
    folder.change(NAME, "text: Ingen kostnad publicerad.", "text: BRÅ betalar.")
    (found,) = terms(folder, "Inget.")
    assert found.startswith(f"{folder.line_of(NAME, 'BRÅ betalar')}: term to avoid")
