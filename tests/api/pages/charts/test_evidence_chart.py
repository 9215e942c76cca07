"""The chart of a document's evidence says what the table says, and nothing better."""

from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from api.languages import Language, load_strings
from api.pages.charts.evidence_chart import SCALE, evidence_chart, is_harm
from kb.documents import Guidance
from kb.search.searcher import Searcher
from tests.builders import make_evidence, make_guidance

T = load_strings("sv")


def chart_of(*evidence: Any, **changed: Any) -> Element:
    return fromstring(evidence_chart(make_guidance("metod", evidence=evidence, **changed), T))


def texts(drawing: Element) -> list[str]:
    return [text.text or "" for text in drawing.iter("text")]


def seats(drawing: Element) -> list[float]:
    """Where the marks stand: the middle of each box, in user units."""
    boxes = [box for box in drawing.iter("rect") if box.get("class") == "seat"]
    return [float(box.attrib["x"]) + float(box.attrib["width"]) / 2 for box in boxes]


def bars_on(drawing: Element) -> int:
    return sum(bar.get("class") == "meter-on" for bar in drawing.iter("rect"))


def test_a_document_without_evidence_has_no_chart() -> None:
    assert evidence_chart(make_guidance("metod", evidence=()), T) == ""


@pytest.mark.parametrize(
    ("rating", "x", "n_bars"),
    [("oklar", 44, 0), ("svag", 44 + 68, 1), ("begränsad", 44 + 136, 2), ("god", 44 + 204, 3), ("stark", 44 + 272, 4)],
)
def test_a_rating_has_its_own_place_and_its_own_bars(rating: Any, x: float, n_bars: int) -> None:
    drawing = chart_of(make_evidence(rating))
    assert seats(drawing) == [x]
    assert bars_on(drawing) == n_bars


def test_the_scale_goes_from_the_least_to_the_most_that_is_known() -> None:
    assert SCALE == ("oklar", "svag", "begränsad", "god", "stark")


def test_outcomes_stand_below_each_other_each_with_its_own_rating() -> None:
    drawing = chart_of(make_evidence("stark", outcome="Våld"), make_evidence("svag", outcome="Stöld"))
    assert seats(drawing) == [44 + 272, 44 + 68]  # a method is not as sure as its best outcome
    assert texts(drawing).index("Våld") < texts(drawing).index("Stöld")


def test_who_rated_and_when_is_said() -> None:
    told = " ".join(texts(chart_of(make_evidence("god", rated_by="SBU", year=2021))))
    assert "God · ? effekten är inte känd · Bedömt av SBU 2021." in told
    assert "Bedömt av SBU." in " ".join(texts(chart_of(make_evidence("god", rated_by="SBU", year=None))))


def test_a_reader_who_sees_no_picture_is_told_every_row() -> None:
    drawing = chart_of(make_evidence("svag", outcome="Brott", direction="ingen effekt", rated_by="SBU", year=2021))
    title, desc = drawing.find("title"), drawing.find("desc")
    assert drawing.get("role") == "img"
    assert title is not None and drawing.get("aria-labelledby") == title.get("id")
    assert desc is not None and drawing.get("aria-describedby") == desc.get("id")
    assert desc.text == "Brott: svag, ingen effekt. Bedömt av SBU 2021."


def test_what_is_advised_against_says_so_and_that_it_does_harm() -> None:
    drawing = chart_of(make_evidence("svag", direction="ökar"), recommendation="avråds")
    marks = [shape for shape in drawing.iter("g") if shape.get("class") == "harm"]
    assert texts(drawing)[0] == "Avråds"
    assert len(marks) == 2  # one on the method, one on the outcome
    assert T["harm"] in texts(drawing)
    desc = drawing.findtext("desc") or ""
    assert desc.startswith("Avråds.") and T["harm"] in desc


def test_what_grows_is_no_harm_where_nobody_advises_against_it() -> None:
    safety = make_evidence("begränsad", outcome="Trygghet", direction="ökar")
    assert not is_harm(make_guidance("metod", evidence=(safety,)), safety)
    assert [shape for shape in chart_of(safety).iter("g") if shape.get("class") == "harm"] == []


def test_what_stands_in_a_document_is_text() -> None:
    attack = '"><script>alert(1)</script>'
    drawing = chart_of(make_evidence(outcome=attack, rated_by=attack), title=attack)
    assert list(drawing.iter("script")) == []
    assert attack in (drawing.findtext("desc") or "")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_document_has_a_row_an_outcome_within_the_drawing(searcher: Searcher, language: Language) -> None:
    documents = [d for d in searcher.snapshot.guidance.values() if d.evidence]
    assert documents
    for document in documents:
        _check_whole(document, fromstring(evidence_chart(document, load_strings(language))))


def _check_whole(document: Guidance, drawing: Element) -> None:
    assert len(seats(drawing)) == len(document.evidence)
    height = float(drawing.attrib["viewBox"].split()[3])
    assert max(float(text.attrib["y"]) for text in drawing.iter("text")) <= height
    assert {
        name for shape in drawing.iter() for name in shape.attrib if name == "style" or name.startswith("on")
    } == set()
