"""Which part of a text matched a query."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.text.highlight import Span, make_highlighter
from kb.text.words import find_words
from tests.kb.cases import read_cases


def highlight(query: str, text: str) -> tuple[Span, ...]:
    return make_highlighter(word.form for word in find_words(query)).find(text)


@pytest.mark.parametrize(("query_and_text", "expected"), read_cases("highlight.md"))
def test_the_matching_part_is_marked(query_and_text: str, expected: str) -> None:
    query, text = query_and_text.split("\n")
    marked = text
    for first, last in reversed(highlight(query, text)):
        marked = f"{marked[:first]}[{marked[first:last]}]{marked[last:]}"
    assert marked == expected


def test_no_query_word_marks_nothing() -> None:
    assert make_highlighter([]).find("En skola vid torget") == ()


@pytest.mark.parametrize("text", [unicodedata.normalize("NFD", "På Åsögatans skola"), "Straßenskolan skola"])
def test_a_mark_lies_within_its_word_where_the_normal_form_has_another_length(text: str) -> None:
    query = "åsögatan skola strassenskolan"
    marked = [text[first:last] for first, last in highlight(query, text)]
    assert marked in (["Straßenskolan", "skola"], [unicodedata.normalize("NFD", "Åsögatans"), "skola"])


@given(st.lists(st.sampled_from(["skola", "skolor", "förskola", "a-skola", "torg", "Åsö", "A\u030aso\u0308-skola"])))
def test_spans_are_in_order_and_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    spans = highlight("skola åsö", text)
    ends = [position for span in spans for position in span]
    assert ends == sorted(ends)
    assert all(0 <= first < last <= len(text) for first, last in spans)
