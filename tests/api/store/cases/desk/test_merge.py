"""Of two cases one is made, with all that both had."""

from datetime import date

import pytest
from sqlalchemy import select

from api.store.cases.create_case import AskedProblem
from api.store.cases.desk.end import finish_case
from api.store.cases.desk.merge import merge_case
from api.store.cases.errors import CaseClosed, CaseRejected
from api.store.cases.list_cases import list_problems
from api.store.cases.tables import Case, CaseAsk
from api.store.cases.thread.files import KeptFile, add_files, list_files
from api.store.cases.thread.messages import add_message, list_messages
from api.store.database import Database
from kb.documents import Period
from tests.api.store.cases.made import ASKER, list_done, make_case, read_case
from tests.fakes.moments import NOON

TORGET = AskedProblem("oppna-drogscener", "Försäljning på torget.")


def _ask(case_id: str) -> CaseAsk:
    return CaseAsk(
        id="e" * 32,
        case_id=case_id,
        expert_slug="est-stod",
        address="est@example.se",
        token_hash="f" * 64,
        state="waiting",
        hours=4,
        first=NOON.date(),
        last=NOON.date(),
        asked=NOON,
        asked_by=ASKER,
        expires=NOON,
    )


def test_thread_files_asks_and_problems_follow_and_the_merged_one_points_there(database: Database) -> None:
    into = make_case(database)
    period = Period(date(2026, 11, 1), date(2027, 1, 31))
    case_id = make_case(database, problems=(TORGET,), period=period, why_urgent="Mötet är i morgon.", hours=4)
    with database.session() as session:
        add_message(session, "m" * 32, case_id, "asker", "Hej", ASKER, NOON)
        add_files(session, case_id, "m" * 32, [KeptFile("a.txt", "text/plain", b"hej")])
        session.add(_ask(case_id))
        session.flush()
        merge_case(session, case_id, into, ASKER, NOON)
    with database.reading() as session:
        assert [problem.area for problem in list_problems(session, into)] == ["nyrekrytering", "oppna-drogscener"]
        assert [problem.number for problem in list_problems(session, into)] == [1, 2]
        assert list_problems(session, case_id) == []
        assert [message.text for message in list_messages(session, into)] == ["Hej"]
        assert [file.name for file in list_files(session, into)] == ["a.txt"]
        assert session.scalar(select(CaseAsk.case_id)) == into
    merged, kept = read_case(database, case_id), read_case(database, into)
    assert (merged.state, merged.merged_into, merged.closed) == ("merged", into, NOON)
    assert (kept.first, kept.last) == (date(2026, 11, 1), date(2027, 2, 28))
    assert (kept.hours, kept.is_urgent, kept.priority) == (8 + 4, True, 2)
    assert list_done(database, into) == ["created", "merged"]


def test_a_problem_that_both_have_is_there_once(database: Database) -> None:
    case_id, into = make_case(database), make_case(database)
    with database.session() as session:
        merge_case(session, case_id, into, ASKER, NOON)
        assert len(list_problems(session, into)) == 1


def test_what_cannot_be_merged_is_refused_and_nothing_is_moved(database: Database) -> None:
    case_id, elsewhere, ended = make_case(database), make_case(database, municipality_code="1480"), make_case(database)
    with database.session() as session:
        finish_case(session, ended, "", ASKER, NOON)
        for into, error in ((case_id, CaseRejected), (elsewhere, CaseRejected), (ended, CaseClosed)):
            with pytest.raises(error):
                merge_case(session, case_id, into, ASKER, NOON)
        assert session.get_one(Case, case_id).state == "new"
        assert len(list_problems(session, case_id)) == 1
