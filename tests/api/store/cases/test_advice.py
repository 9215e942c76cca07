"""Advice is written down, changed and taken away, each in the history of its case; an advisor lists her own."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from api.store.audit import AuditEntry
from api.store.cases.advice import (
    change_advice,
    find_advice,
    is_still_asked,
    list_advice,
    list_case_advice,
    take_away_advice,
)
from api.store.cases.create_case import create_case
from api.store.cases.errors import AdviceChanged, CaseClosed, UnknownAdvice
from api.store.cases.tables import Case, CaseEvent, CaseState
from api.store.database import Database
from tests.api.store.cases.advised import ADVISOR, ASKER, DAY, EXPERT, ask_expert, give_advice, make_given
from tests.api.store.cases.asked import make_asked
from tests.fakes.moments import NOON

LATER = NOON + timedelta(hours=1)
ALL = (date(2026, 1, 1), date(2026, 12, 31))


def _make_case(database: Database, town: str = "1490", state: CaseState = "running", desk: str = "") -> str:
    with database.session() as session:
        case_id = create_case(session, make_asked(municipality_code=town), ASKER, NOON)
        case = session.get_one(Case, case_id)
        case.state, case.desk = state, desk or case.desk
    return case_id


def test_advice_is_written_changed_and_taken_away_and_the_case_tells_so(database: Database) -> None:
    case_id = _make_case(database)
    with database.session() as session:
        advice_id = give_advice(session, case_id)
    with database.session() as session:
        changed = make_given(achieved="Gruppen är i gång.", hours=2.0)
        change_advice(session, case_id, advice_id, changed, ADVISOR, LATER)
    with database.reading() as session:
        (row,) = list_case_advice(session, case_id)
        assert (row.achieved, row.hours, row.at) == ("Gruppen är i gång.", 2.0, LATER)
    with database.session() as session:
        take_away_advice(session, case_id, advice_id, ADVISOR, LATER)
    with database.reading() as session:
        assert list_case_advice(session, case_id) == []
        events = select(CaseEvent.what).where(CaseEvent.case_id == case_id)
        assert sorted(session.scalars(events)) == ["case.advised", "case.changed", "case.changed", "case.created"]
        audited = session.scalars(select(AuditEntry.action).where(AuditEntry.thing == advice_id))
        assert sorted(audited) == ["advice.changed", "advice.taken_away"]


def test_what_somebody_wrote_meanwhile_is_not_written_over_unseen(database: Database) -> None:
    case_id = _make_case(database)
    with database.session() as session:
        advice_id = give_advice(session, case_id)
        change_advice(session, case_id, advice_id, make_given(hours=2.0), ADVISOR, LATER, NOON)
    with pytest.raises(AdviceChanged), database.session() as session:
        change_advice(session, case_id, advice_id, make_given(hours=3.0), ADVISOR, LATER, NOON)
    with database.reading() as session:
        assert list_case_advice(session, case_id)[0].hours == 2.0


def test_advice_of_another_case_is_not_found(database: Database) -> None:
    case_id, other = _make_case(database), _make_case(database)
    with database.session() as session:
        advice_id = give_advice(session, case_id)
        with pytest.raises(UnknownAdvice):
            find_advice(session, other, advice_id)
        with pytest.raises(UnknownAdvice):
            take_away_advice(session, other, advice_id, ADVISOR, NOON)


@pytest.mark.parametrize(("state", "is_open"), [("new", True), ("done", True), ("declined", False), ("merged", False)])
def test_advice_is_written_down_while_a_case_goes_on_and_after_it_is_done(
    database: Database, state: CaseState, is_open: bool
) -> None:
    case_id = _make_case(database, state=state)
    with database.session() as session:
        if is_open:
            give_advice(session, case_id)
        else:
            with pytest.raises(CaseClosed):
                give_advice(session, case_id)


def test_an_advisor_lists_the_advice_of_her_county_and_of_her_desk(database: Database) -> None:
    own, passed_on, elsewhere = (
        _make_case(database),
        _make_case(database, "0180", desk="14"),
        _make_case(database, "0180"),
    )
    with database.session() as session:
        for case_id in (own, passed_on, elsewhere):
            give_advice(session, case_id)
    with database.reading() as session:
        listed = {
            scope: {one.case.id for one in list_advice(session, scope, *ALL)} for scope in ("14", "01", "", "1490")
        }
        within = [one.case.id for one in list_advice(session, "", *ALL, county="14")]
    assert listed == {
        "14": {own, passed_on},
        "01": {passed_on, elsewhere},
        "": {own, passed_on, elsewhere},
        "1490": {own},
    }
    assert within == [own]


def test_the_first_and_the_last_day_are_listed_and_no_others(database: Database) -> None:
    case_id, day = _make_case(database), timedelta(days=1)
    with database.session() as session:
        for given in (DAY - day, DAY, DAY + day, DAY + 2 * day):
            give_advice(session, case_id, day=given)
        assert [one.advice.day for one in list_advice(session, "14", DAY, DAY + day)] == [DAY, DAY + day]


def test_an_expert_that_said_no_is_no_longer_asked(database: Database) -> None:
    case_id = _make_case(database)
    with database.session() as session:
        assert not is_still_asked(session, case_id, EXPERT)
        ask_expert(session, case_id, state="no")
        assert not is_still_asked(session, case_id, EXPERT)
        ask_expert(session, case_id)
        assert is_still_asked(session, case_id, EXPERT)
