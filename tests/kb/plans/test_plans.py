"""A draft plan: what it says, in which forms, and what has changed since."""

import json
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import docx
import pytest

from kb.documents import Period
from kb.errors import FollowUpRejected, PlanDamaged
from kb.matching.help_request import HelpRequest
from kb.matching.match import match_description
from kb.plans.detail_rows import HEADING, detail_rows
from kb.plans.docx import LANGUAGE, write_docx
from kb.plans.draft import draft_plan, read_indicators
from kb.plans.markdown import write_markdown
from kb.plans.plan import Plan
from kb.plans.rematch import rematch
from kb.plans.saved_plan import read_plan, write_json
from kb.search.searcher import Searcher
from tests.builders import make_guidance, make_section
from tests.root import ROOT

EXAMPLE = ROOT / "docs" / "examples" / "lagesbild-alvdala.md"
TODAY = date(2026, 11, 22)
REQUEST = HelpRequest(municipality=None, period=Period(TODAY, TODAY + timedelta(days=90)))


@pytest.fixture(scope="module")
def plan(searcher: Searcher) -> Plan:
    match = match_description(EXAMPLE.read_text(encoding="utf-8"), REQUEST, TODAY, searcher)
    return draft_plan(match, TODAY)


def test_every_sentence_of_a_measure_is_the_documents(plan: Plan, searcher: Searcher) -> None:
    for problem in plan.problems:
        for measure in problem.measures:
            document = searcher.snapshot.guidance[measure.slug]
            assert (measure.summary, measure.evidence_summary) == (document.summary, document.evidence_summary)
            assert measure.sources == document.sources


def test_passages_are_the_municipalitys_own_words(plan: Plan) -> None:
    text = " ".join(EXAMPLE.read_text(encoding="utf-8").split())
    assert plan.problems
    assert all(" ".join(passage.split()) in text for problem in plan.problems for passage in problem.passages)


def test_what_is_advised_against_is_no_measure(plan: Plan) -> None:
    assert all(measure.recommendation != "avråds" for problem in plan.problems for measure in problem.measures)


def test_the_plan_pins_the_snapshot_and_is_followed_up_within_two_years(plan: Plan, searcher: Searcher) -> None:
    assert plan.snapshot_id == searcher.snapshot.manifest.id
    assert TODAY < plan.follow_up <= TODAY + timedelta(days=730)


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), TODAY + timedelta(days=731)])
def test_a_follow_up_outside_two_years_is_refused(searcher: Searcher, day: date) -> None:
    match = match_description("Klotter på skolan varje helg.", REQUEST, TODAY, searcher)
    with pytest.raises(FollowUpRejected, match="6 §"):
        draft_plan(match, TODAY, day)


def test_indicators_are_the_list_under_its_heading_without_citations() -> None:
    listed = "- Antal anmälningar per vecka [@bra-2020]\n- Andel trygga\n  i enkäten\n"
    section = replace(make_section("Följ upp", ""), markdown=listed)
    assert read_indicators(make_guidance("a", sections=(section,))) == (
        "Antal anmälningar per vecka",
        "Andel trygga i enkäten",
    )


def test_markdown_has_each_problem_with_its_parts(plan: Plan) -> None:
    text = write_markdown(plan)
    for number, problem in enumerate(plan.problems, 1):
        assert f"## {number}. {problem.title}" in text
    assert text.count("### Orsak") == text.count("### Mål") == len(plan.problems)


def test_place_group_and_time_are_the_municipalitys_words_or_a_question(plan: Plan) -> None:
    problem = replace(plan.problems[0], places=("torget", "Norra Hage"), groups=(), times=("kvällar",))
    told = replace(plan, problems=(problem,))
    rows = [
        ("Plats", "torget; Norra Hage"),
        ("Grupp", "Framgår inte. Vilka gör det, och vilka drabbas?"),
        ("Tid", "kvällar"),
    ]
    assert detail_rows(problem) == rows
    assert f"### {HEADING}\n\n" + "".join(f"- **{label}:** {text}\n" for label, text in rows) in write_markdown(told)
    lines = [paragraph.text for paragraph in docx.Document(BytesIO(write_docx(told))).paragraphs]
    assert [f"{label}: {text}" for label, text in rows] == lines[lines.index(HEADING) + 1 :][:3]


def test_a_plan_saved_before_it_had_places_is_read(plan: Plan) -> None:
    saved = json.loads(write_json(plan))
    for problem in saved["problems"]:
        del problem["places"], problem["groups"], problem["times"]
    read = read_plan(json.dumps(saved).encode())
    assert [problem.places for problem in read.problems] == [()] * len(plan.problems)


def test_word_has_real_headings_a_header_row_and_its_language(plan: Plan) -> None:
    raw = write_docx(plan)
    document = docx.Document(BytesIO(raw))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == [f"{number}. {problem.title}" for number, problem in enumerate(plan.problems, 1)]
    assert document.core_properties.language == LANGUAGE
    assert len(document.tables) == sum(bool(problem.measures) for problem in plan.problems)
    assert b"w:tblHeader" in zipfile.ZipFile(BytesIO(raw)).read("word/document.xml")


def test_a_plan_is_the_same_after_being_saved_and_read(plan: Plan) -> None:
    assert read_plan(write_json(plan)) == plan


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b"\xff\xfe", b'{"format_version": "one"}'])
def test_what_is_no_plan_is_refused(raw: bytes) -> None:
    with pytest.raises(PlanDamaged):
        read_plan(raw)


def test_a_plan_of_another_format_is_refused(plan: Plan) -> None:
    saved = {**json.loads(write_json(plan)), "format_version": 99}
    with pytest.raises(PlanDamaged, match="format 99"):
        read_plan(json.dumps(saved).encode())


def test_nothing_has_changed_on_the_day_it_was_drafted(plan: Plan, searcher: Searcher) -> None:
    assert [change.kind for change in rematch(plan, searcher, REQUEST, TODAY)] == []


def test_what_has_changed_since_is_told(plan: Plan, searcher: Searcher) -> None:
    problem = next(problem for problem in plan.problems if problem.measures)
    (measure, *others) = problem.measures
    older = replace(measure, evidence_summary="Det som stod förr.")
    gone = replace(measure, slug="borttagen-metod", title="Borttagen metod")
    before = replace(plan, problems=(replace(problem, measures=(older, gone, *others)),), follow_up=TODAY)
    changes = rematch(before, searcher, REQUEST, TODAY + timedelta(days=1))
    assert {change.kind for change in changes} >= {"follow-up overdue", "new evidence", "method withdrawn"}
    (evidence,) = [change for change in changes if change.kind == "new evidence"]
    assert "Det som stod förr." in evidence.before
    assert str(measure.evidence_summary) in evidence.after


def test_a_method_that_the_plan_lacks_is_told_as_new(plan: Plan, searcher: Searcher) -> None:
    problem = next(problem for problem in plan.problems if problem.measures)
    without = replace(plan, problems=(replace(problem, measures=problem.measures[1:]),))
    new = [change.slug for change in rematch(without, searcher, REQUEST, TODAY) if change.kind == "new method"]
    assert problem.measures[0].slug in new
