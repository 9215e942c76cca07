"""The chart of a document's evidence says what the table says, and nothing better."""

from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from api.languages import Language, load_strings
from api.pages.charts.evidence_chart import evidence_chart, place_outcome
from kb.documents import Guidance
from kb.search.searcher import Searcher
from kb.vocabulary import Certainty, Effect
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
    ("effect", "x"),
    [
        ("inte känt", 44),
        ("ökar", 44 + 68),
        ("ingen skillnad", 44 + 136),
        ("blandat", 44 + 136),
        ("minskar", 44 + 204),
        ("minskar mycket", 44 + 272),
    ],
)
def test_an_outcome_has_the_place_of_its_effect(effect: Effect, x: float) -> None:
    assert seats(chart_of(make_evidence(effect=effect))) == [x]


@pytest.mark.parametrize(("certainty", "n_bars"), [("mycket låg", 1), ("låg", 2), ("måttlig", 3), ("hög", 4)])
def test_the_filled_bars_are_the_certainty_whatever_the_effect(certainty: Certainty, n_bars: int) -> None:
    assert bars_on(chart_of(make_evidence(effect="ökar", certainty=certainty))) == n_bars
    assert bars_on(chart_of(make_evidence(effect="minskar", certainty=certainty))) == n_bars


def test_no_bar_is_filled_where_no_effect_is_known() -> None:
    assert bars_on(chart_of(make_evidence("oklar"))) == 0


def test_what_one_wants_more_of_goes_the_right_way_when_it_grows() -> None:
    presence = make_evidence(outcome="Skolnärvaro", wanted="ökar", effect="ökar", certainty="låg")
    fewer = make_evidence(outcome="Skolnärvaro", wanted="ökar", effect="minskar", certainty="låg")
    assert [place_outcome(presence), place_outcome(fewer)] == ["right_way", "wrong_way"]
    assert [shape for shape in chart_of(presence).iter("g") if shape.get("class") == "harm"] == []


def test_outcomes_stand_below_each_other_each_with_its_own_place() -> None:
    drawing = chart_of(make_evidence("stark", outcome="Våld"), make_evidence("oklar", outcome="Stöld"))
    assert seats(drawing) == [44 + 204, 44]  # a method is not as sure as its best outcome
    assert texts(drawing).index("Våld") < texts(drawing).index("Stöld")


def test_effect_certainty_grade_and_what_they_rest_on_are_said() -> None:
    told = " ".join(texts(chart_of(make_evidence("god", year=2021))))
    assert "↓ Minskar · måttlig säkerhet · betyg god · översikt, 3 studier, oberoende, 2021." in told
    assert "oberoende." in " ".join(texts(chart_of(make_evidence("god", year=None))))


def test_a_reader_who_sees_no_picture_is_told_every_row() -> None:
    drawing = chart_of(make_evidence("svag", outcome="Brott", effect="ingen skillnad", certainty="hög", year=2021))
    title, desc = drawing.find("title"), drawing.find("desc")
    assert drawing.get("role") == "img"
    assert title is not None and drawing.get("aria-labelledby") == title.get("id")
    assert desc is not None and drawing.get("aria-describedby") == desc.get("id")
    told = "Brott: Ingen skillnad · hög säkerhet · betyg svag · översikt, 3 studier, oberoende, 2021."
    assert desc.text == told


def test_what_is_advised_against_says_so_and_that_it_does_harm() -> None:
    drawing = chart_of(make_evidence(effect="ökar", certainty="hög"), recommendation="avråds")
    marks = [shape for shape in drawing.iter("g") if shape.get("class") == "harm"]
    assert texts(drawing)[0] == "Avråds"
    assert len(marks) == 2  # one on the method, one on the outcome
    assert T["harm"] in texts(drawing)
    desc = drawing.findtext("desc") or ""
    assert desc.startswith("Avråds.") and T["harm"] in desc


def test_an_english_page_has_the_english_outcome_where_there_is_one() -> None:
    english = load_strings("en")
    document = make_guidance("metod", evidence=(make_evidence(outcome="Våld", outcome_en="Violence"),))
    (words,) = [t for t in fromstring(evidence_chart(document, english)).iter("text") if t.text == "Violence"]
    assert words.get("lang") == "en"


def test_what_stands_in_a_document_is_text() -> None:
    attack = '"><script>alert(1)</script>'
    drawing = chart_of(make_evidence(outcome=attack), title=attack)
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
