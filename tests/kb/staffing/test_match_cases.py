"""Cases read against a snapshot: everything that is wrong with them is told at once, with its place."""

from datetime import date
from typing import Any

import pytest

from kb.documents import Period
from kb.errors import CasesRejected
from kb.staffing.case import Case
from kb.staffing.match_cases import match_cases
from tests.builders import TODAY
from tests.kb.matching.two_areas import BORAS, DRUGS, FIRE, MARCH, drugs_expert, fire_expert, open_two_areas

SECRET = "Hemligheten om Kalle"


def make_case(case_id: str, **changed: Any) -> Case:
    """A case of the problem area `brand` in March, eight hours, priority 1."""
    fields: dict[str, Any] = {
        "municipality": None,
        "text": None,
        "problem_areas": () if changed.get("text") else ("brand",),
        "first": MARCH.first,
        "last": MARCH.last,
        "hours": 8,
        "priority": 1,
        "floor": 0.3,
        "not_experts": (),
    }
    return Case(id=case_id, **{**fields, **changed})


def test_a_case_gets_its_request_and_its_problems_matched() -> None:
    searcher = open_two_areas(fire_expert("f"), drugs_expert("d"))
    cases = [make_case("a", municipality="Borås"), make_case("b", text=f"{DRUGS}\n\n{FIRE}")]
    areas, text = match_cases(cases, searcher, TODAY)
    assert (areas.help_request.municipality, areas.help_request.period) == (BORAS, MARCH)
    assert [match.problem.title for match in areas.problems] == ["Eld"]
    assert sorted(match.problem.title for match in text.problems) == ["Eld", "Knark"]
    assert text.case is cases[1]


def test_without_days_the_coming_90_are_meant() -> None:
    (matched,) = match_cases([make_case("a", first=None, last=None)], open_two_areas(), TODAY)
    assert matched.help_request.period == Period(TODAY, date(2027, 2, 20))


def test_all_faults_of_all_cases_are_told_with_their_places() -> None:
    searcher = open_two_areas(fire_expert("fire"))
    cases = [
        make_case("a", municipality="Boras"),
        make_case("a"),
        make_case("c", problem_areas=("brand", "brannd", "snatteri"), not_experts=("fira",)),
        make_case("d", first=MARCH.last, last=MARCH.first),
        make_case("e", text="12 34 !?"),
    ]
    with pytest.raises(CasesRejected) as told:
        match_cases(cases, searcher, TODAY)
    assert str(told.value).split("\n") == [
        "cases[1].id: 'a' is the id of cases[0] too; give every case its own",
        "cases[0].municipality: unknown municipality 'Boras'; did you mean Borås?",
        "cases[2].problems[1]: unknown problem area 'brannd'; did you mean 'brand'?",
        "cases[2].problems[2]: unknown problem area 'snatteri'; name one by the slug of its page",
        "cases[2].not_experts[0]: unknown expert 'fira'; did you mean 'fire'?",
        "cases[3].to: the period ends 2027-03-01, before it begins 2027-03-31; swap the two days",
        "cases[4].text: the description has no words; describe at least one problem",
    ]


def test_a_fault_never_repeats_the_text() -> None:
    with pytest.raises(CasesRejected) as told:
        match_cases([make_case("a", text=f"{SECRET}\0")], open_two_areas(), TODAY)
    assert "Hemlig" not in str(told.value)


def test_personal_data_is_masked_and_counted() -> None:
    searcher = open_two_areas()
    (matched,) = match_cases([make_case("a", text=f"{FIRE} Ring 070-174 06 71.")], searcher, TODAY)
    assert matched.masked == {"telefon": 1}
    assert "174" not in repr(matched.problems)


def test_a_text_of_personal_data_alone_is_a_case_without_problems() -> None:
    (matched,) = match_cases([make_case("a", text="anna@exempel.se")], open_two_areas(), TODAY)
    assert matched.problems == ()
