"""A case is erased 24 months after it ended, with all that belongs to it; a plan that is erased leaves its case."""

from datetime import timedelta

from sqlalchemy import func, select

from api.store.audit import AuditEntry
from api.store.cases.desk.end import finish_case
from api.store.cases.erase import CASES_KEPT, erase_ended
from api.store.cases.tables import Case, CaseEvent, CaseFile, CaseMessage, CaseProblem
from api.store.cases.thread.files import KeptFile, add_files
from api.store.cases.thread.messages import add_message
from api.store.database import Database
from api.store.plans.erase import erase_plan
from tests.api.store.cases.made import ASKER, make_case, read_case
from tests.api.store.plans.saved import save_new
from tests.fakes.moments import NOON


def test_what_ended_24_months_ago_goes_whole_and_that_is_written_down(database: Database) -> None:
    ended, goes_on = make_case(database), make_case(database)
    with database.session() as session:
        add_message(session, "m" * 32, ended, "asker", "Hej", ASKER, NOON)
        add_files(session, ended, "m" * 32, [KeptFile("a.txt", "text/plain", b"hej")])
        finish_case(session, ended, "", ASKER, NOON)
    with database.session() as session:
        assert erase_ended(session, NOON + CASES_KEPT) == []
    with database.session() as session:
        assert erase_ended(session, NOON + CASES_KEPT + timedelta(seconds=1)) == [ended]
    with database.reading() as session:
        for table in (CaseMessage, CaseFile, CaseProblem, CaseEvent):
            of_case = select(func.count()).select_from(table).where(table.case_id == ended)
            assert session.scalar(of_case) == 0
        assert session.scalars(select(Case.id)).all() == [goes_on]
        proofs = session.scalars(select(AuditEntry).where(AuditEntry.action == "case.erased")).all()
        assert [proof.thing for proof in proofs] == [ended]


def test_a_plan_that_is_erased_leaves_the_case(database: Database) -> None:
    plan_id = save_new(database)
    case_id = make_case(database, plan_id=plan_id)
    assert read_case(database, case_id).plan_id == plan_id
    with database.session() as session:
        erase_plan(session, plan_id, ASKER, NOON)
    assert read_case(database, case_id).plan_id is None
