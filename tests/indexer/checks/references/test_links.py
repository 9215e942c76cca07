"""Links within the content lead to a document and, where they name one, to a heading of it."""

import pytest

from tests.content_folder import ContentFolder

NAME = "guidance/sanering.md"


def _link(folder: ContentFolder, target: str) -> list[str]:
    """What is told of a document with that link, all of it at the link's line."""
    folder.change(NAME, "Inga kända.", f"Se [här]({target}).")
    line = folder.line_of(NAME, "Se [här]")
    return [told.removeprefix(f"{line}: ") for told in folder.told(NAME)]


@pytest.mark.parametrize(
    "target",
    [
        "faltarbete.md",
        "faltarbete.md#vad-kravs",
        "#vad-kravs",
        "../problem-areas/klotter.md",
        "https://bra.se/",
        "mailto:stod@bra.se",
    ],
)
def test_a_link_that_leads_somewhere_is_no_fault(folder: ContentFolder, target: str) -> None:
    assert _link(folder, target) == []


def test_a_dead_link_is_told_with_the_nearest_document(folder: ContentFolder) -> None:
    assert _link(folder, "faltarbet.md") == ["dead link; faltarbet.md; did you mean 'faltarbete.md'?"]


def test_a_link_to_a_file_that_is_no_document_is_dead(folder: ContentFolder) -> None:
    assert _link(folder, "../registers/municipalities.csv")[0].startswith("dead link; ../registers/municipalities.csv")


def test_a_dead_anchor_is_told_with_the_nearest_heading_of_that_document(folder: ContentFolder) -> None:
    assert _link(folder, "faltarbete.md#vad-kravs-det") == [
        "dead anchor; faltarbete.md#vad-kravs-det; did you mean 'vad-kravs'?"
    ]


def test_a_dead_anchor_of_the_document_itself_is_told(folder: ContentFolder) -> None:
    assert _link(folder, "#juridk") == ["dead anchor; #juridk; did you mean 'juridik'?"]


def test_an_unknown_kind_of_address_is_told(folder: ContentFolder) -> None:
    assert _link(folder, "ftp://bra.se/fil") == [
        "unknown kind of link; ftp://bra.se/fil; link to a .md file or an https address"
    ]
