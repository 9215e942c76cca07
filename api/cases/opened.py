"""A case opened for whoever is signed in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from fastapi import Request

from api.access.current_account import database_of, now_of
from api.access.errors import RoleRefused
from api.access.require import require
from api.access.signed_in import SignedIn
from api.cases.rights import CaseRight, find_right
from api.store.cases.errors import UnknownCase
from api.store.cases.find_case import find_case, list_asked
from api.store.cases.tables import Case
from api.store.session import Session


@dataclass(frozen=True, slots=True)
class CaseAsker:
    """Who is signed in, and what it may do with the case that it asks for."""

    account: SignedIn
    right: CaseRight
    now: datetime

    @property
    def id(self) -> str:
        return self.account.id


@contextmanager
def reading_case(request: Request, case_id: str, *needed: CaseRight) -> Iterator[tuple[Session, Case, CaseAsker]]:
    """A session that reads, with the case, once the account may read it; needed : one of these, any without.

    Raises
    ------
    SignInNeeded : nobody is signed in
    UnknownCase : there is none, or not for the account
    RoleRefused : it may be read, but this is for others
    """
    account = require("coordinator", "advisor", "expert")(request)
    with database_of(request).reading() as session:
        yield session, *_check(session, case_id, account, needed, now_of(request))


@contextmanager
def writing_case(request: Request, case_id: str, *needed: CaseRight) -> Iterator[tuple[Session, Case, CaseAsker]]:
    """A session that writes, with the case; as `reading_case`."""
    account = require("coordinator", "advisor", "expert")(request)
    with database_of(request).session() as session:
        yield session, *_check(session, case_id, account, needed, now_of(request))


def _check(
    session: Session, case_id: str, account: SignedIn, needed: tuple[CaseRight, ...], now: datetime
) -> tuple[Case, CaseAsker]:
    case = find_case(session, case_id)
    right = find_right(case, account, list_asked(session, case_id))
    if right is None:
        raise UnknownCase("there is no such case, or it is not for you; ask who sent you here")
    if needed and right not in needed:
        raise RoleRefused(f"this is for those who {' or '.join(needed)} in the case; you {right} in it")
    return case, CaseAsker(account, right, now)
