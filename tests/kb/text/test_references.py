"""References to sections, as features."""

import pytest

from kb.text.references import find_references


def features(text: str) -> list[str]:
    return [feature for reference in find_references(text) for feature in reference.features]


@pytest.mark.parametrize(
    "text", ["OSL 10:2", "10:2 OSL", "10 kap. 2 §", "10 kap 2", "osl 10 kap 2§", "10 kapitlet 2 §"]
)
def test_a_chapter_and_section_are_one_however_written(text: str) -> None:
    assert features(text) == ["=§2", "=§10:2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 §", ["=§4"]),
        ("§ 4", ["=§4"]),
        ("4§ lagen (2023:196)", ["=§4"]),
        ("15 a §", ["=§15a"]),
        ("4 och 5 §§", ["=§4", "=§5"]),
        ("5–7 §§", ["=§5", "=§6", "=§7"]),
        ("3 § 4", ["=§3"]),
        ("10 kap. 15 a §", ["=§15a", "=§10:15a"]),
        ("1–900 §§", ["=§1"]),
    ],
)
def test_a_section_counts_alone_and_each_of_a_list(text: str, expected: list[str]) -> None:
    assert features(text) == expected


@pytest.mark.parametrize("text", ["klockan 10:15", "2023:196", "kap 2", "4 i § form", "skolan", "§"])
def test_times_numbers_of_statutes_and_chapters_alone_are_no_sections(text: str) -> None:
    assert features(text) == []


def test_a_reference_knows_where_it_stands() -> None:
    text = "Se 4 § och § 5."
    assert [text[found.first : found.last] for found in find_references(text)] == ["4 §", "§ 5"]
