"""Cases to an allocation of a snapshot's experts."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from kb.documents import Expert
from kb.errors import CasesRejected
from kb.staffing.allocate_cases import CasesAllocation, allocate_cases
from kb.staffing.case import Case
from tests.builders import TODAY
from tests.kb.matching.two_areas import DRUGS, FIRE, MATCH, NOTHING, both_expert, drugs_expert, fire_expert
from tests.kb.matching.two_areas import open_two_areas as open_snapshot
from tests.kb.staffing.test_match_cases import make_case

APRIL = {"first": date(2027, 4, 1), "last": date(2027, 4, 30)}


def allocate(cases: Sequence[Case], *experts: Expert, **options: Any) -> CasesAllocation:
    return allocate_cases(cases, open_snapshot(*experts), TODAY, **options)


def experts_of(found: CasesAllocation) -> dict[str, list[str | None]]:
    return {
        support.case.id: [p.expert.hit.document.slug if p.expert else None for p in support.problems]
        for support in found.cases
    }


def test_each_case_gets_an_expert_for_each_problem() -> None:
    cases = [make_case("fire"), make_case("both", text=f"{DRUGS}\n\n{FIRE}")]
    found = allocate(cases, fire_expert("f", parallel_cases=2, hours_per_month=16), drugs_expert("d"))
    got = experts_of(found)
    assert got["fire"] == ["f"]
    assert sorted(map(str, got["both"])) == ["d", "f"]
    assert [support.quality for support in found.cases] == pytest.approx([MATCH, MATCH])
    assert [(load.expert.slug, load.case_ids, load.hours) for load in found.loads] == [
        ("d", ("both",), 8),
        ("f", ("fire", "both"), 16),
    ]
    assert found.snapshot_id == "small"


def test_one_at_a_time_is_one_of_two_in_the_same_month_and_both_after_each_other() -> None:
    expert = fire_expert("f", parallel_cases=1, hours_per_month=10)
    same = allocate([make_case("a"), make_case("b", priority=2)], expert)
    assert experts_of(same) == {"a": [None], "b": ["f"]}
    assert same.cases[0].problems[0].uncovered == "taken"
    after = allocate([make_case("a"), make_case("b", **APRIL)], expert)
    assert experts_of(after) == {"a": ["f"], "b": ["f"]}


def test_hours_are_those_of_each_cases_own_period() -> None:
    expert = fire_expert("f", parallel_cases=5, hours_per_month=10)
    found = allocate([make_case("a", hours=10), make_case("b", hours=10.5, **APRIL)], expert)
    assert experts_of(found) == {"a": ["f"], "b": [None]}
    assert found.cases[1].problems[0].uncovered == "no_capacity"


def test_an_expert_that_a_case_may_not_have_goes_to_another() -> None:
    cases = [make_case("a", not_experts=("f",)), make_case("b")]
    assert experts_of(allocate(cases, fire_expert("f", parallel_cases=2))) == {"a": [None], "b": ["f"]}


def test_a_conflict_of_the_profile_holds_for_its_municipality_alone() -> None:
    expert = fire_expert("f", parallel_cases=2, hours_per_month=16, conflict_municipalities=("1490",))
    found = allocate([make_case("a", municipality="Borås"), make_case("b")], expert)
    assert experts_of(found) == {"a": [None], "b": ["f"]}


def test_a_floor_above_what_matches_leaves_the_case_with_nothing() -> None:
    found = allocate([make_case("a", floor=0.7), make_case("b", floor=0.5)], fire_expert("f"))
    assert experts_of(found) == {"a": [None], "b": ["f"]}
    assert found.cases[0].problems[0].uncovered == "no_match"


def test_a_text_about_nothing_is_a_case_with_nothing() -> None:
    found = allocate([make_case("a", text=NOTHING)], fire_expert("f"))
    assert (found.cases[0].problems, found.cases[0].quality) == ((), 0)
    assert found.allocation.best.n_with_nothing == 1


def test_the_greedy_outcome_is_of_the_same_cases() -> None:
    cases = [make_case("a", problem_areas=("brand", "narkotika")), make_case("b", problem_areas=("narkotika",))]
    found = allocate(cases, both_expert("x", hours_per_month=8), drugs_expert("y", hours_per_month=8))
    assert len(found.allocation.greedy.expert_of) == len(found.allocation.best.expert_of) == 3
    assert found.allocation.best.n_with_nothing == 0


def test_the_worst_case_first_is_a_goal_of_its_own() -> None:
    found = allocate([make_case("a")], fire_expert("f"), worst_first=True)
    assert [stage.goal for stage in found.allocation.stages] == [
        "cases with something",
        "their priority",
        "worst quality",
        "total match",
    ]


def test_cases_with_faults_are_refused() -> None:
    with pytest.raises(CasesRejected, match=r"cases\[1\]\.id"):
        allocate([make_case("a"), make_case("a")])
