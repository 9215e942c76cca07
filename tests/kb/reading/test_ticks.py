"""Boxes of forms."""

import pytest

from kb.reading.ticks import keep_ticked
from tests.kb.cases import read_cases


@pytest.mark.parametrize(("text", "expected"), read_cases("ticks.md"))
def test_what_is_not_ticked_is_not_read(text: str, expected: str) -> None:
    assert keep_ticked(text) == expected


def test_a_text_without_boxes_stays_as_it_is() -> None:
    text = "  Torget \n\n- klotter "
    assert keep_ticked(text) == text
