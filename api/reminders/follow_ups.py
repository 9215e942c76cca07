"""Follow-ups of cases, sent: to who asked for the help, the link once and once more after 14 days without an answer."""

import logging
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select

from api.access.errors import MailNotSent
from api.access.scope import Scope
from api.daily import repeat_daily
from api.languages import load_strings
from api.reminders.send import Post
from api.reminders.write_message import LANGUAGES
from api.store.accounts import Account
from api.store.cases.find_case import find_case
from api.store.cases.follow_up_links import WORKS, DueFollowUp, claim_link, list_due, take_back
from api.store.cases.tables import AdviceFollowUp, Case
from api.store.database import Database
from api.store.session import Session

_log = logging.getLogger(__name__)


async def ask_daily(
    database: Database, post: Post | None, today: Callable[[], date], now: Callable[[], datetime]
) -> None:
    """Send what is due at once and then once a day, until cancelled; without a way out for messages, nothing."""
    if post:
        await repeat_daily(lambda: send_follow_ups(database, post, today(), now()), "no follow-up was sent")


def send_follow_ups(database: Database, post: Post, today: date, now: datetime) -> int:
    """How many links were sent. What cannot be is logged without a name, and tried again the next time.

    A link is marked as sent before it is, so that two processes never send the same.
    """
    with database.reading() as session:
        due = list_due(session, today, now)
    return sum(_send(database, post, one, now) for one in due)


def list_askers(session: Session, case: Case) -> Sequence[str]:
    """The address of who asked for the help; where it is no coordinator there any more, those of the others."""
    of_town = select(Account).where(Account.role == "coordinator", Account.disabled.is_(None)).order_by(Account.id)
    accounts = [
        account
        for account in session.scalars(of_town.where(Account.scope_code == case.municipality_code))
        if Scope(account.scope_kind, account.scope_code).covers(case.municipality_code)
    ]
    asked = [account for account in accounts if account.id == case.created_by]
    return [account.email for account in asked or accounts]


def _send(database: Database, post: Post, due: DueFollowUp, now: datetime) -> bool:
    """Whether it was: not when another process has just done so, nobody is there, or the mail server refuses."""
    with database.session() as session:
        case = find_case(session, due.case_id)
        addresses = list_askers(session, case)
        token = claim_link(session, due, now) if addresses else None
        if token is None:
            return False
        sent = session.get_one(AdviceFollowUp, (due.case_id, due.months)).sent or now
    subject, text = _write(case.code, due.months, f"{post.base_url}/uppfoljning/{token}", sent + WORKS)
    n_sent = sum(_hand_over(post, address, subject, text) for address in addresses)
    if not n_sent:
        with database.session() as session:
            take_back(session, due)
    return n_sent > 0


def _hand_over(post: Post, address: str, subject: str, text: str) -> bool:
    try:
        post.mail.send(address, subject, text)
    except MailNotSent as error:
        _log.error("a follow-up was not sent: %s", error)
        return False
    return True


def _write(code: str, months: int, link: str, dead: datetime) -> tuple[str, str]:
    """Subject and text: which case and the link, and nothing of what the municipality wrote."""
    last = dead.date() - timedelta(days=1)
    told = {"code": code, "months": months, "link": link, "last": last}
    parts = [load_strings(language)["advice_mail_text"].format(**told) for language in LANGUAGES]
    return load_strings("sv")["advice_mail_subject"], "\n\n---\n\n".join(parts) + "\n"
