"""A draft plan: what it says, and what has changed since."""

from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest

from kb.documents import Period
from kb.errors import FollowUpRejected
from kb.matching.help_request import HelpRequest
from kb.matching.matcher import Matcher
from kb.plans.choose import choose_suggestions
from kb.plans.draft import draft_plan
from kb.plans.plan import Plan
from kb.plans.rematch import rematch
from kb.search.searcher import Searcher
from tests.root import ROOT

EXAMPLE = ROOT / "docs" / "examples" / "lagesbild-alvdala.md"
TODAY = date(2026, 11, 22)
REQUEST = HelpRequest(municipality=None, period=Period(TODAY, TODAY + timedelta(days=90)))


@pytest.fixture(scope="module")
def plan(searcher: Searcher) -> Plan:
    return draft_plan(Matcher(searcher, REQUEST, TODAY).match(EXAMPLE.read_text(encoding="utf-8")))


def test_every_sentence_of_a_measure_is_the_documents(plan: Plan, searcher: Searcher) -> None:
    for problem in plan.problems:
        for measure in problem.measures:
            document = searcher.snapshot.guidance[measure.slug]
            assert (measure.summary, measure.evidence_summary) == (document.summary, document.evidence_summary)
            assert [asdict(source) for source in measure.sources] == [asdict(source) for source in document.sources]


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
    match = Matcher(searcher, REQUEST, TODAY).match("Klotter på skolan varje helg.")
    with pytest.raises(FollowUpRejected, match="6 §"):
        draft_plan(match, day)


def test_a_measure_takes_over_the_work_plan_of_its_document(plan: Plan, searcher: Searcher) -> None:
    measures = [measure for problem in plan.problems for measure in problem.measures]
    assert measures
    for measure in measures:
        document = searcher.snapshot.guidance[measure.slug]
        assert (measure.steps, measure.measured) == (document.steps, document.indicators)
        assert measure.cost == (document.cost.text if document.cost else None)
        assert (measure.effect is None) == (document.main_outcome is None)


def test_nothing_has_changed_on_the_day_it_was_drafted(plan: Plan, searcher: Searcher) -> None:
    assert [change.kind for change in rematch(plan, searcher, TODAY)] == []


def test_methods_that_were_not_chosen_are_no_news(plan: Plan, searcher: Searcher) -> None:
    chosen = replace(choose_suggestions(plan, lambda position, slug: False), snapshot_id="older")
    assert [change.kind for change in rematch(chosen, searcher, TODAY)] == []


def test_what_has_changed_since_is_told(plan: Plan, searcher: Searcher) -> None:
    problem = next(problem for problem in plan.problems if problem.measures)
    (measure, *others) = problem.measures
    older = replace(measure, evidence_summary="Det som stod förr.")
    gone = replace(measure, slug="borttagen-metod", title="Borttagen metod")
    told = replace(problem, measures=(older, gone, *others))
    before = replace(plan, problems=(told,), follow_up=TODAY, snapshot_id="older")
    changes = rematch(before, searcher, TODAY + timedelta(days=1))
    assert {change.kind for change in changes} >= {"follow-up overdue", "new evidence", "method withdrawn"}
    (evidence,) = [change for change in changes if change.kind == "new evidence"]
    assert "Det som stod förr." in evidence.before
    assert str(measure.evidence_summary) in evidence.after


def test_a_method_that_was_not_offered_is_told_as_new(plan: Plan, searcher: Searcher) -> None:
    problem = next(problem for problem in plan.problems if problem.measures)
    first, *others = (measure.slug for measure in problem.measures)
    before = replace(plan, problems=(replace(problem, offered=tuple(others)),), snapshot_id="older")
    new = [change.slug for change in rematch(before, searcher, TODAY) if change.kind == "new method"]
    assert new == [first]


def test_a_plan_that_does_not_tell_what_was_offered_has_what_was_reviewed_since_as_new(
    plan: Plan, searcher: Searcher
) -> None:
    problem = next(problem for problem in plan.problems if problem.measures)
    first, *others = problem.measures
    unsaid = (replace(problem, measures=tuple(others), offered=None),)
    before = replace(plan, problems=unsaid, snapshot_id="older")
    earlier = replace(before, drafted=first.reviewed - timedelta(days=1))
    told = [
        [change.slug for change in rematch(old, searcher, TODAY) if change.kind == "new method"]
        for old in (earlier, replace(before, drafted=first.reviewed))
    ]
    assert first.slug in told[0]
    assert first.slug not in told[1]
