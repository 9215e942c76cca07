"""Enough wordings, and each for one document."""

from indexer.checks.wording.asked_as import check_asked_as
from tests.content_folder import ContentFolder, told

SANERING, KLOTTER = "guidance/sanering.md", "problem-areas/klotter.md"


def wordings(folder: ContentFolder, name: str) -> list[str]:
    return told(list(check_asked_as(folder.read())), folder.path / name)


def give(folder: ContentFolder, name: str, sv: list[str], en: list[str]) -> None:
    before, rest = folder.text(name).split("asked_as:\n")
    after = rest[rest.index("sources:") :]
    listed = "".join(f"  {key}:\n" + "".join(f"    - {t}\n" for t in texts) for key, texts in (("sv", sv), ("en", en)))
    folder.add(name, f"{before}asked_as:\n{listed}{after}")


def numbered(word: str, n: int) -> list[str]:
    return [f"{word} {number}" for number in range(n)]


def test_eight_to_fifteen_in_swedish_and_three_to_five_in_english_are_right(folder: ContentFolder) -> None:
    give(folder, SANERING, numbered("fråga", 8), numbered("question", 3))
    give(folder, KLOTTER, numbered("problem", 15), numbered("trouble", 5))
    assert wordings(folder, SANERING) == wordings(folder, KLOTTER) == []


def test_one_too_few_or_too_many_is_told(folder: ContentFolder) -> None:
    give(folder, SANERING, numbered("fråga", 7), numbered("question", 6))
    sv, en = folder.line_of(SANERING, "  sv:"), folder.line_of(SANERING, "  en:")
    assert wordings(folder, SANERING) == [
        f"{sv}: number of wordings in asked_as.sv; 7; give 8 to 15",
        f"{en}: number of wordings in asked_as.en; 6; give 3 to 5",
    ]


def test_areas_are_held_to_it_and_experts_are_not(folder: ContentFolder) -> None:
    assert len(wordings(folder, KLOTTER)) == len(["sv", "en"])
    assert wordings(folder, "experts/radgivare.md") == []


def test_the_same_wording_in_two_documents_is_told_whatever_its_case_and_punctuation(folder: ContentFolder) -> None:
    give(folder, SANERING, [*numbered("fråga", 8), "Klotter, igen!"], numbered("question", 3))
    give(folder, KLOTTER, [*numbered("problem", 8), "klotter igen"], numbered("trouble", 3))
    line = folder.line_of(KLOTTER, "- klotter igen")
    assert wordings(folder, KLOTTER) == [
        f"{line}: wording asked twice; 'klotter igen', also in {folder.path / SANERING}; "
        "ask as people do for this document alone"
    ]


def test_the_same_wording_twice_in_one_document_is_told(folder: ContentFolder) -> None:
    give(folder, SANERING, [*numbered("fråga", 8), "Fråga 3"], numbered("question", 3))
    (found,) = wordings(folder, SANERING)
    assert "wording asked twice; 'Fråga 3'" in found
