"""Those who take part in a case told by mail that something has happened in it."""

import logging
from collections.abc import Mapping

from fastapi import BackgroundTasks, Request

from api.access.current_account import database_of
from api.access.errors import MailNotSent
from api.case_mail.post import CasePost, case_post_of
from api.case_mail.reply_address import write_reply_address
from api.case_mail.write_mail import write_mail
from api.store.cases.errors import UnknownCase
from api.store.cases.events import CaseEventKind
from api.store.cases.find_case import find_case
from api.store.cases.people import Person, list_people
from api.store.cases.tables import AUTHOR_KINDS, AuthorKind, Case
from api.store.database import Database
from api.store.errors import StoreUnusable

TOLD: Mapping[CaseEventKind, tuple[AuthorKind, ...]] = {
    "case.created": ("advisor",),
    "case.taken": ("asker",),
    "case.assigned": ("asker", "advisor"),
    "case.passed_on": ("asker", "advisor"),
    "case.merged": ("asker",),
    "case.split": ("asker",),
    "case.declined": AUTHOR_KINDS,
    "case.done": AUTHOR_KINDS,
    "case.reopened": AUTHOR_KINDS,
    "case.changed": ("asker", "advisor"),
    "case.written": AUTHOR_KINDS,
}
"""What happened -> who is told; never who did it. Other events have mail of their own."""
_log = logging.getLogger(__name__)


def tell_later(request: Request, tasks: BackgroundTasks, case_id: str, what: CaseEventKind, by: str) -> None:
    """Have it told once the page has been answered. by : the account that did it"""
    tasks.add_task(tell, database_of(request), case_post_of(request), case_id, what, by)


def tell(database: Database, post: CasePost, case_id: str, what: CaseEventKind, by: str) -> int:
    """How many were told. What goes wrong is logged, without an address; the case itself shows all the same."""
    if post.mail is None:
        return 0
    try:
        with database.reading() as session:
            case = find_case(session, case_id)
            people = [p for p in list_people(session, case) if p.author in TOLD.get(what, ()) and p.id != by]
    except (StoreUnusable, UnknownCase) as error:
        _log.error("nobody was told of a case: %s", error)
        return 0
    return sum(_send(database, post, case, what, person) for person in people)


def _send(database: Database, post: CasePost, case: Case, what: CaseEventKind, person: Person) -> bool:
    answer_to = write_reply_address(database.vault, post.mailbox, case.id, case.code, person.id)
    link = f"{post.base_url}/arenden/{case.id}"
    subject, text = write_mail(what, case.code, link, can_answer=bool(answer_to))
    try:
        if post.mail:
            post.mail.send(person.address, subject, text, reply_to=answer_to)
    except MailNotSent as error:
        _log.error("somebody was not told of a case: %s", error)
        return False
    return True
