"""Figures of needs are let out once, when their time has ended, and never change."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

import pytest

from api.national.let_out_needs import choose_figures, let_out_due, list_due
from api.store.cases.create_case import AskedProblem, create_case
from api.store.cases.tables import Case
from api.store.database import Database
from api.store.national.needs import list_needs, list_periods, read_figures
from api.store.plans.adopt import adopt_plan
from api.store.plans.needs import fill_in
from api.store.plans.open import find_row
from api.store.plans.tables import PlanNeed
from kb.national.needs.figures import Figure, Need
from tests.api.store.cases.asked import make_asked
from tests.api.store.plans.saved import ANNA, save, save_new
from tests.fakes.moments import NOON
from tests.kb.national.needs.towns import make_towns

TOWNS = [*make_towns("14", 30), *make_towns("12", 25, 60_000), *make_towns("01", 20, 8_000)]
AREAS = ["klotter", "nyrekrytering"]
MAY = datetime(2026, 5, 4, tzinfo=UTC)
OCTOBER = datetime(2026, 10, 5, tzinfo=UTC)


def _ask(database: Database, codes: Iterable[str], area: str, at: datetime) -> list[str]:
    with database.session() as session:
        problems = (AskedProblem(area, "Torget"),)
        return [create_case(session, make_asked(municipality_code=c, problems=problems), ANNA, at) for c in codes]


def _codes(county: str, n: int) -> list[str]:
    return [town.code for town in TOWNS if town.county_code == county][:n]


def _let_out(database: Database, today: date) -> list[str]:
    return let_out_due(database, TOWNS, AREAS, today, NOON)


def test_a_year_is_due_when_it_has_ended_and_its_first_half_before_that() -> None:
    assert list_due(date(2025, 9, 1), date(2026, 1, 1)) == ["2025"]
    assert list_due(date(2025, 9, 1), date(2026, 8, 1)) == ["2025", "2026-h1"]
    assert list_due(date(2026, 8, 1), date(2026, 12, 31)) == []


def test_the_figures_of_a_year_are_out_when_it_has_ended_and_do_not_change(database: Database) -> None:
    _ask(database, [*_codes("14", 9), *_codes("12", 8), *_codes("01", 7)], "klotter", MAY)
    assert _let_out(database, date(2026, 12, 31)) == ["2026-h1"]
    _ask(database, [*_codes("14", 12), *_codes("12", 11)], "klotter", OCTOBER)
    assert _let_out(database, date(2027, 1, 1)) == ["2026"]
    with database.reading() as session:
        figures = read_figures(session, "2026")
    assert figures[Figure("all", "klotter")] == 12 + 11 + 7
    assert figures[Figure("half", "klotter", "h2")] == 3 + 3
    assert figures[Figure("county", "klotter", "14")] == 12
    _ask(database, _codes("14", 15), "klotter", OCTOBER)
    assert _let_out(database, date(2027, 1, 2)) == []
    with database.reading() as session:
        assert read_figures(session, "2026") == figures


def test_a_half_year_tells_of_the_country_alone_and_not_of_few(database: Database) -> None:
    _ask(database, [*_codes("14", 6), *_codes("12", 3)], "klotter", MAY)
    _ask(database, _codes("14", 4), "nyrekrytering", MAY)
    assert _let_out(database, date(2026, 7, 1)) == ["2026-h1"]
    with database.reading() as session:
        assert read_figures(session, "2026-h1") == {Figure("half", "klotter", "h1"): 9}


def test_what_was_told_of_a_half_stays_in_the_year(database: Database) -> None:
    _ask(database, _codes("14", 7), "klotter", MAY)
    _let_out(database, date(2026, 7, 1))
    _ask(database, _codes("12", 6), "klotter", OCTOBER)
    _let_out(database, date(2027, 1, 1))
    with database.reading() as session:
        year = read_figures(session, "2026")
    assert year[Figure("half", "klotter", "h1")] == 7


def test_an_area_that_counts_otherwise_than_its_first_half_did_is_left_out_of_the_year() -> None:
    needs = [Need(code, "klotter", "h1") for code in _codes("14", 8)]
    early = {Figure("half", "klotter", "h1"): 9}  # one was erased since
    assert choose_figures(needs, TOWNS, AREAS, early) == {}
    same = {Figure("half", "klotter", "h1"): 8}
    assert choose_figures(needs, TOWNS, AREAS, same)[Figure("half", "klotter", "h1")] == 8


def test_nobody_without_needs_waits_for_anything(database: Database) -> None:
    assert _let_out(database, date(2030, 1, 1)) == []
    with database.reading() as session:
        assert list_periods(session) == []


def test_a_plan_counts_from_when_it_is_shared_and_not_before(database: Database) -> None:
    plan_id = save_new(database)
    year = (date(2026, 1, 1), date(2026, 12, 31))
    with database.reading() as session:
        assert list_needs(session, *year) == []
    with database.session() as session:
        adopt_plan(session, plan_id, 0, (NOON.date(), "KS", ""), ANNA, NOON)
    with database.reading() as session:
        needs = list_needs(session, *year)
    assert {(need.municipality_code, need.half) for need in needs} == {("1490", "h2")}


def test_a_problem_that_is_dropped_is_no_need_and_one_that_comes_back_is(database: Database) -> None:
    plan_id = save_new(database)
    before = _areas(database, plan_id)
    assert before
    save(database, plan_id, 0, {"problems/1/decision": "dropped"})
    assert len(_areas(database, plan_id)) < len(before) or _areas(database, plan_id) == {""}
    save(database, plan_id, 1, {"problems/1/decision": ""})
    assert _areas(database, plan_id) == before


def test_areas_of_plans_that_were_saved_before_are_noted_once(database: Database) -> None:
    plan_id = save_new(database)
    before = _areas(database, plan_id)
    with database.session() as session:
        find_row(session, plan_id).advisors = "read"
        for need in session.query(PlanNeed):
            session.delete(need)
    with database.session() as session:
        assert list(fill_in(session)) == [plan_id]
    with database.session() as session:
        assert list(fill_in(session)) == []
        assert all(need.told == NOON for need in session.query(PlanNeed))
    assert _areas(database, plan_id) == before


@pytest.mark.parametrize(("state", "n"), [("declined", 1), ("merged", 0)])
def test_a_case_that_was_declined_was_a_need_and_one_that_is_merged_is_counted_in_the_other(
    database: Database, state: str, n: int
) -> None:
    (case_id,) = _ask(database, ["1401"], "klotter", MAY)
    with database.session() as session:
        session.get_one(Case, case_id).state = state  # type: ignore[assignment]  # one of them
    with database.reading() as session:
        assert len(list_needs(session, date(2026, 1, 1), date(2026, 12, 31))) == n


def _areas(database: Database, plan_id: str) -> set[str]:
    with database.reading() as session:
        return {need.area for need in session.query(PlanNeed) if need.plan_id == plan_id}
