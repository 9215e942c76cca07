"""A case with one of all that belongs to one: two problems, a message with a file, an expert that is asked."""

from dataclasses import dataclass

from sqlalchemy import update

from api.accounts.find_account import find_account
from api.schemas.cases.steps import CODE_EXAMPLE
from api.store.base import new_id
from api.store.cases.create_case import AskedProblem, create_case
from api.store.cases.tables import CODE_CHARS, Case
from api.store.cases.thread.files import KeptFile, add_files, list_files
from api.store.cases.thread.messages import add_message
from api.store.database import Database
from tests.api.case_service import add_ask
from tests.api.store.cases.asked import make_asked
from tests.fakes.moments import NOON
from tests.store import make_account

EXPERT = "est-stod"
ADVISOR = "rut@lst.example.se"
"""The address of the example; an account of the county."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeCase:
    id: str
    message_id: str
    file_id: str
    advisor_id: str
    other_id: str

    @property
    def names(self) -> dict[str, str]:
        """What stands in addresses of the case; a part is its message, and of files its file."""
        return {"case_id": self.id, "part_id": self.message_id, "file_id": self.file_id, "step": "vikta"}


def save_whole_case(database: Database, by: str = "a" * 32, text: str = "Torget") -> WholeCase:
    """The case, with the text in every field that a person writes, and another one that has the code of the example.

    by : who asked and wrote
    """
    message_id = new_id()
    problems = (AskedProblem("nyrekrytering", text), AskedProblem("klotter", f"{text}!"))
    with database.session() as session:
        asked = make_asked(title=text, wish=text, problems=problems, why_urgent=text)
        case_id = create_case(session, asked, by, NOON)
        add_message(session, message_id, case_id, "asker", text, by, NOON)
        add_files(session, case_id, message_id, [KeptFile(f"{text}.txt", "text/plain", text.encode())])
        (file,) = list_files(session, case_id)
        other_id = create_case(session, make_asked(title=text), by, NOON)
        session.flush()
        session.execute(update(Case).where(Case.code == CODE_EXAMPLE).values(code=new_id()[:CODE_CHARS].upper()))
        session.execute(update(Case).where(Case.id == other_id).values(code=CODE_EXAMPLE))
    add_ask(database, case_id, EXPERT, id=new_id(), note=text)
    return WholeCase(
        id=case_id, message_id=message_id, file_id=file.id, advisor_id=_find_advisor(database), other_id=other_id
    )


def _find_advisor(database: Database) -> str:
    with database.reading() as session:
        known = find_account(session, database.vault, ADVISOR)
    if known:
        return known.id
    return make_account(database, ADVISOR, "advisor", scope_kind="county", scope_code="14")
