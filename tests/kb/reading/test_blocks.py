"""Blocks and how they look in Markdown."""

import pytest

from kb.reading.blocks import Block, could_be_heading, write_markdown


def test_blocks_stand_apart() -> None:
    assert write_markdown([Block("Torget", "heading", 2), Block("Det säljs.")]) == "## Torget\n\nDet säljs."


def test_items_and_rows_follow_on_each_other_within_their_list_or_table() -> None:
    blocks = [
        Block("klotter", "item"),
        Block("rån", "item"),
        Block("Plats | Antal", "row"),
        Block("Torget | 12", "row"),
    ]
    assert write_markdown(blocks) == "- klotter\n- rån\n\nPlats | Antal\nTorget | 12"


def test_a_numbered_item_keeps_its_number() -> None:
    assert write_markdown([Block("1. klotter", "item"), Block("2. rån", "item")]) == "1. klotter\n2. rån"


def test_there_are_six_levels() -> None:
    assert write_markdown([Block("Torget", "heading", 9)]) == "###### Torget"


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("Narkotika på torget", True),
        ("Vad händer?", True),
        ("Problem:", True),
        ("2023 12", False),
        ("Det säljs narkotika på torget.", False),
        ("klotter,", False),
        ("- klotter\n- rån", False),
        ("ord " * 26, False),
    ],
)
def test_a_heading_is_short_and_no_sentence(text: str, is_heading: bool) -> None:
    assert could_be_heading(text) == is_heading
