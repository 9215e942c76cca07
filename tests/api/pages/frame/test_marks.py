"""Highlights are marked, and everything else is text."""

import pytest

from api.pages.frame.marks import mark_highlights
from kb.text.highlight import Span


@pytest.mark.parametrize(
    ("text", "highlights", "html"),
    [
        ("klotter", [], "klotter"),
        ("klotter", [(0, 7)], "<mark>klotter</mark>"),
        ("nytt klotter här", [(5, 12)], "nytt <mark>klotter</mark> här"),
        ("ab", [(0, 1), (1, 2)], "<mark>a</mark><mark>b</mark>"),
        ("a & <b>", [(4, 7)], "a &amp; <mark>&lt;b&gt;</mark>"),
        ("", [], ""),
    ],
)
def test_the_spans_are_marked(text: str, highlights: list[Span], html: str) -> None:
    assert mark_highlights(text, highlights) == html
