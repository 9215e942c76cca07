"""A plan keeps what is wanted in it; warnings and gaps stay whatever is wanted."""

from dataclasses import replace
from datetime import date

from kb.plans.choose import choose_suggestions
from kb.plans.plan import FORMAT_VERSION, Plan, PlannedExpert, PlannedMeasure, PlannedProblem

DAY = date(2026, 11, 22)
MEASURE = PlannedMeasure(
    slug="a",
    title="A",
    summary="",
    rating=None,
    recommendation=None,
    evidence_summary=None,
    requires=(),
    run_by=(),
    cost=None,
    indicators=(),
    sources=(),
    reviewed=DAY,
)
EXPERT = PlannedExpert(slug="x", name="X", organisation="Brå", way_in="https://bra.se/", methods=(), free=())
PROBLEM = PlannedProblem(
    title="Torget",
    area="narkotika",
    passages=("Det säljs.",),
    causes=(),
    cause_questions=(),
    measures=(MEASURE, replace(MEASURE, slug="b")),
    advised_against=(replace(MEASURE, slug="warned"),),
    gaps=(replace(MEASURE, slug="gap"),),
    experts=(EXPERT, replace(EXPERT, slug="y")),
)
PLAN = Plan(
    format_version=FORMAT_VERSION,
    municipality=None,
    drafted=DAY,
    follow_up=DAY,
    snapshot_id="id",
    missing_parts=(),
    problems=(PROBLEM, PROBLEM),
)


def test_only_what_is_wanted_stays_in_its_problem() -> None:
    wanted = {(0, "a"), (0, "y"), (1, "b")}
    first, second = choose_suggestions(PLAN, lambda position, slug: (position, slug) in wanted).problems
    assert [m.slug for m in first.measures] == ["a"]
    assert [e.slug for e in first.experts] == ["y"]
    assert [m.slug for m in second.measures] == ["b"]
    assert [e.slug for e in second.experts] == []


def test_warnings_and_gaps_stay() -> None:
    first, _ = choose_suggestions(PLAN, lambda position, slug: False).problems
    assert [m.slug for m in (*first.advised_against, *first.gaps)] == ["warned", "gap"]


def test_all_that_is_wanted_is_the_same_plan() -> None:
    assert choose_suggestions(PLAN, lambda position, slug: True) == PLAN


def test_what_was_offered_stays_told() -> None:
    offered = replace(PLAN, problems=(replace(PROBLEM, offered=("a", "b")),))
    (problem,) = choose_suggestions(offered, lambda position, slug: False).problems
    assert problem.offered == ("a", "b")
