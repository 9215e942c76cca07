"""What is said of law can be looked up, and has been."""

import pytest

from indexer.checks.law import check_law, find_statute
from tests.content_folder import ContentFolder, told

NAME = "guidance/sanering.md"


def faults(folder: ContentFolder) -> list[str]:
    return told(list(check_law(folder.read())), folder.path / NAME)


def test_a_statute_under_juridik_without_its_paragraph_is_told(folder: ContentFolder) -> None:
    folder.change(NAME, "Inget särskilt.", "Det följer av lag (2025:170).")
    line = folder.line_of(NAME, "2025:170")
    value = "'2025:170' in \"Det följer av lag (2025:170).\""
    way_out = "name chapter and §, or say that the whole is meant"
    assert faults(folder) == [f"{line}: statute without paragraph; {value}; {way_out}"]


@pytest.mark.parametrize(
    "text", ["Det följer av 6 § lag (2025:170).", "Se SOU 2021:85 och Ds 2023:5.", "Inget särskilt.", "Läs OSL 10 kap."]
)
def test_a_paragraph_or_no_statute_is_in_order(text: str) -> None:
    assert find_statute(text) is None


def test_a_statute_that_is_cited_must_have_been_checked(folder: ContentFolder) -> None:
    folder.change(NAME, "Inget särskilt.", "Det följer av 6 § lag (2025:170) [@bra-2024].")
    assert faults(folder) == []
    folder.change(NAME, "kind: myndighet", "kind: författning")
    way_out = "read each sentence beside the statute, and give the day; or say under unverified what was not read"
    assert faults(folder) == [f"2: law not checked; bra-2024; {way_out}"]
    folder.change(NAME, "requires:", "law_checked: 2025-01-01\nrequires:")
    assert faults(folder) == []
