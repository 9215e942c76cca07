"""The lines of one paragraph as blocks."""

from kb.reading.blocks import Block
from kb.reading.tables.line_blocks import make_line_blocks


def test_items_forms_and_sentences_are_told_apart_and_broken_lines_mended() -> None:
    text = "Det säljs  narkotika på\ntorget.\n• klotter\n1. rån\nProblem: stöld\nPlats: skolan"
    assert list(make_line_blocks(text)) == [
        Block("Det säljs narkotika på torget."),
        Block("klotter", "item"),
        Block("1. rån", "item"),
        Block("Problem: stöld; Plats: skolan", "row"),
    ]


def test_no_text_is_no_block() -> None:
    assert list(make_line_blocks(" \n")) == []
