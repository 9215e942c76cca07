"""What is due in adopted plans, sent: one message a person and day, each reminder once, whoever else sends them too."""

import hashlib
import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from sqlalchemy import Select, delete, select, tuple_
from sqlalchemy.exc import IntegrityError

from api.access.errors import MailNotSent
from api.accounts.mail import MailServer
from api.reminders.receivers import list_receivers
from api.reminders.write_message import Line, write_message
from api.store.accounts import Account
from api.store.database import Database
from api.store.plans.open import open_plan
from api.store.plans.tables import PlanAdoption, PlanReminder, SavedPlan
from api.store.session import Session
from kb.plans.working.due import Due, list_due
from kb.plans.working.read_action_plan import read_action_plan

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Post:
    """How messages leave. base_url : what the addresses in them begin with"""

    mail: MailServer
    base_url: str


def send_due(database: Database, post: Post, today: date, now: datetime) -> int:
    """How many messages were sent. What cannot be is logged without a name, and tried again the next time.

    A reminder is marked as sent before it is, so that two processes never send the same; one that dies in between has
    not sent it.
    """
    return sum(_remind(database, post, *wanted, now) for wanted in find_due(database, today).items())


def find_due(database: Database, today: date) -> Mapping[str, Sequence[tuple[str, Due]]]:
    """Id of an account -> what it is to be reminded of and has not been, each with the id of its plan."""
    found: dict[str, list[tuple[str, Due]]] = defaultdict(list)
    with database.reading() as session:
        sent = {(row.plan_id, row.account_id, row.what) for row in session.execute(_select_sent())}
        adopted = select(SavedPlan).where(SavedPlan.id.in_(select(PlanAdoption.plan_id))).order_by(SavedPlan.id)
        for row in session.scalars(adopted):
            for due in list_due(read_action_plan(open_plan(session, row.id).plan), today):
                for account in list_receivers(session, row, due.reminder.responsible):
                    if (row.id, account.id, _print(due)) not in sent:
                        found[account.id].append((row.id, due))
    return found


def _select_sent() -> Select[str, str, str]:
    return select(PlanReminder.plan_id, PlanReminder.account_id, PlanReminder.what)


def _remind(database: Database, post: Post, account_id: str, due: Sequence[tuple[str, Due]], now: datetime) -> bool:
    """Whether the account was sent a message: not when another process has just done so, or the mail server refuses."""
    with database.session() as session:
        address = session.scalar(select(Account.email).where(Account.id == account_id))
        claimed = list(filter(partial(_claim, session, account_id, now), due)) if address else []
    if not claimed or address is None:
        return False
    try:
        post.mail.send(address, *write_message([_line(*one) for one in claimed], post.base_url))
    except MailNotSent as error:
        _log.error("a reminder was not sent: %s", error)
        with database.session() as session:
            _take_back(session, account_id, claimed)
        return False
    return True


def _claim(session: Session, account_id: str, now: datetime, due: tuple[str, Due]) -> bool:
    plan_id, told = due
    try:
        with session.begin_nested():
            session.add(PlanReminder(plan_id=plan_id, account_id=account_id, what=_print(told), at=now))
    except IntegrityError:  # another process has it, or the plan was erased meanwhile
        return False
    return True


def _take_back(session: Session, account_id: str, claimed: Sequence[tuple[str, Due]]) -> None:
    keys = [(plan_id, account_id, _print(due)) for plan_id, due in claimed]
    of_them = tuple_(PlanReminder.plan_id, PlanReminder.account_id, PlanReminder.what).in_(keys)
    session.execute(delete(PlanReminder).where(of_them))


def _line(plan_id: str, due: Due) -> Line:
    return Line(plan_id, due.reminder.key, due.stage, due.reminder.day)


def _print(due: Due) -> str:
    return hashlib.sha256(due.what.encode()).hexdigest()
