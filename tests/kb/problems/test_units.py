"""A description cut into units."""

import pytest

from kb.problems.units import join_blocks, read_units
from tests.kb.cases import read_cases


@pytest.mark.parametrize(("text", "expected"), read_cases("units.md"))
def test_a_description_is_cut_into_units(text: str, expected: str) -> None:
    lines = [f"{unit.block} {unit.form} {unit.heading or '-'} | {unit.text}" for unit in read_units(text)]
    assert lines == expected.split("\n")


def test_units_are_numbered_as_they_stand() -> None:
    assert [unit.position for unit in read_units("A. B.\n\n123\n\nC.")] == [0, 1, 2]


def test_windows_and_old_mac_line_ends_are_line_ends() -> None:
    texts = ["Torget är otryggt.\r\nDet brinner.\r\n\r\nSlut.", "Torget är otryggt.\rDet brinner.\r\rSlut."]
    assert {tuple((u.block, u.text) for u in read_units(text)) for text in texts} == {
        ((0, "Torget är otryggt."), (0, "Det brinner."), (1, "Slut."))
    }


def test_a_unit_knows_the_headings_that_its_own_stands_under_without_the_title() -> None:
    text = "# Lägesbild\n\n## Analys\n\n### Torget\n\nAlfa.\n\n### Skolan\n\nBeta.\n\n## Slut\n\nGamma."
    sentences = [unit for unit in read_units(text) if unit.form == "sentence"]
    assert [(unit.heading, unit.above) for unit in sentences] == [
        ("Torget", ("Analys",)),
        ("Skolan", ("Analys",)),
        ("Slut", ()),
    ]


def test_blocks_are_whole_paragraphs_and_lists_again_without_headings() -> None:
    blocks = join_blocks(read_units("# Torget\nAlfa. Beta.\n\n- ett\n- två"))
    assert [(block.heading, block.text) for block in blocks] == [("Torget", "Alfa. Beta."), ("Torget", "ett\ntvå")]
