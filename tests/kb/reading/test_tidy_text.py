"""Text as it is pasted or typed, tidied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.reading.tidy_text import tidy_text
from tests.kb.cases import read_cases


@pytest.mark.parametrize(("text", "expected"), read_cases("tidy-text.md"))
def test_what_is_pasted_is_markdown(text: str, expected: str) -> None:
    assert tidy_text(text.replace("→", "\t")) == expected


@pytest.mark.parametrize(("text", "expected"), read_cases("tidy-text.md"))
def test_what_is_tidy_stays(text: str, expected: str) -> None:
    assert tidy_text(expected) == expected


@given(st.text(alphabet='ab \t\n-•☐☒[]x<>p/|;:."', max_size=80))
def test_any_text_is_tidied(text: str) -> None:
    assert "\t" not in tidy_text(text)
