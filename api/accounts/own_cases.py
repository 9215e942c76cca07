"""All that an account has asked and written in cases, as JSON has it."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, load_only

from api.store.cases.request_json import read_request
from api.store.cases.tables import Case, CaseEvent, CaseFile, CaseMessage


def collect_own_cases(session: Session, account_id: str) -> dict[str, list[dict[str, Any]]]:
    """What the account asked, wrote and did, by kind; files by name, for they are taken home from the case itself."""
    return {
        "cases": _list_cases(session, account_id),
        "case_messages": _list_messages(session, account_id),
        "case_events": _list_events(session, account_id),
    }


def _list_cases(session: Session, account_id: str) -> list[dict[str, Any]]:
    found = session.scalars(select(Case).where(Case.created_by == account_id).order_by(Case.created, Case.id))
    return [
        {
            "case": one.id,
            "code": one.code,
            "title": one.title,
            "wish": read_request(one.request).wish,
            "why_urgent": read_request(one.request).why_urgent,
            "state": one.state,
            "created": one.created.isoformat(),
            "closed": one.closed and one.closed.isoformat(),
        }
        for one in found
    ]


def _list_messages(session: Session, account_id: str) -> list[dict[str, Any]]:
    found = session.scalars(select(CaseMessage).where(CaseMessage.by == account_id).order_by(CaseMessage.at)).all()
    named = select(CaseFile).options(load_only(CaseFile.message_id, CaseFile.name))
    files = session.scalars(named.where(CaseFile.message_id.in_([one.id for one in found]))).all()
    return [
        {
            "case": one.case_id,
            "at": one.at.isoformat(),
            "text": one.text,
            "files": [file.name for file in files if file.message_id == one.id],
        }
        for one in found
    ]


def _list_events(session: Session, account_id: str) -> list[dict[str, Any]]:
    found = session.scalars(select(CaseEvent).where(CaseEvent.by == account_id).order_by(CaseEvent.at, CaseEvent.id))
    return [{"case": one.case_id, "at": one.at.isoformat(), "what": one.what, "note": one.note} for one in found]
