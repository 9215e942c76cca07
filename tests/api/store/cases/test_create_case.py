"""A help request becomes a case that lies at the desk of its county."""

from datetime import date

from sqlalchemy import select

from api.store.cases.create_case import answer_by, create_case
from api.store.cases.find_case import find_case
from api.store.cases.request_json import read_request
from api.store.cases.tables import CaseEvent, CaseProblem
from api.store.database import Database
from tests.api.store.cases.asked import TOWN, make_asked
from tests.fakes.moments import NOON

BY = "a" * 32


def test_a_case_is_new_at_the_desk_of_its_county_and_keeps_what_is_asked(database: Database) -> None:
    with database.session() as session:
        case_id = create_case(session, make_asked(not_experts=("est-stod",)), BY, NOON)
    with database.reading() as session:
        case = find_case(session, case_id)
        assert (case.state, case.desk, case.advisor_id, case.is_urgent) == ("new", TOWN[:2], None, False)
        request = read_request(case.request)
        assert (request.wish, request.not_experts) == ("Vi behöver någon som har startat SSPF.", ("est-stod",))
        (problem,) = session.scalars(select(CaseProblem).where(CaseProblem.case_id == case_id))
        assert (problem.number, problem.area) == (1, "nyrekrytering")
        (event,) = session.scalars(select(CaseEvent).where(CaseEvent.case_id == case_id))
        assert (event.what, event.by) == ("case.created", BY)


def test_what_is_urgent_is_answered_within_a_day() -> None:
    assert answer_by(date(2026, 12, 1), is_urgent=True) == date(2026, 12, 2)
    assert answer_by(date(2026, 12, 1), is_urgent=False) == date(2026, 12, 8)


def test_two_cases_have_two_codes(database: Database) -> None:
    with database.session() as session:
        ids = [create_case(session, make_asked(), BY, NOON) for _ in range(2)]
        assert len({find_case(session, case_id).code for case_id in ids}) == 2
