"""Those who take part in a case told by mail that something has happened in it."""

from collections.abc import Mapping
from datetime import datetime

from fastapi import BackgroundTasks, Request

from api.access.current_account import database_of, now_of
from api.case_mail.post import CasePost, case_post_of
from api.case_mail.reply_address import write_reply_address
from api.case_mail.write_mail import write_mail
from api.outbox.letter import Letter
from api.outbox.send import keep_letters, send_written
from api.store.cases.events import CaseEventKind
from api.store.cases.find_case import find_case
from api.store.cases.people import Person, list_people
from api.store.cases.tables import AUTHOR_KINDS, AuthorKind, Case
from api.store.do_last import do_last
from api.store.encrypted_text import vault_of
from api.store.session import Session

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


def tell_later(
    request: Request, session: Session, tasks: BackgroundTasks, case_id: str, what: CaseEventKind, by: str
) -> None:
    """Have it told once the page has been answered, to those who take part when the session ends.

    by : the account that did it
    """
    post, now = case_post_of(request), now_of(request)
    if post.mail is None:
        return
    ids: list[str] = []
    do_last(session, lambda: ids.extend(keep_told(session, post, case_id, what, by, now)))
    tasks.add_task(send_written, database_of(request), post.mail, ids, now)


def keep_told(session: Session, post: CasePost, case_id: str, what: CaseEventKind, by: str, now: datetime) -> list[str]:
    """The ids of the letters to those who are told, which leave when the session is kept."""
    case = find_case(session, case_id)
    people = [one for one in list_people(session, case) if one.author in TOLD.get(what, ()) and one.id != by]
    return keep_letters(session, case_id, [_write(session, post, case, what, person) for person in people], now)


def _write(session: Session, post: CasePost, case: Case, what: CaseEventKind, person: Person) -> Letter:
    answer_to = write_reply_address(vault_of(session), post.mailbox, case.id, case.code, person.id)
    link = f"{post.base_url}/arenden/{case.id}"
    subject, text = write_mail(what, case.code, link, can_answer=bool(answer_to))
    return Letter(person.address, subject, text, reply_to=answer_to)
