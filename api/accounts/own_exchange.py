"""What an account has told other municipalities, as JSON has it: agreements and accounts of practice."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.exchange.tables import Agreement, Practice
from api.store.exchange.texts import load_texts


def collect_own_exchange(session: Session, account_id: str) -> dict[str, list[dict[str, Any]]]:
    """What the account gave and began; what it reviewed as an editor is in the log, by its id."""
    return {
        "exchange_agreements": _list_agreements(session, account_id),
        "practice_accounts": _list_practice(session, account_id),
    }


def _list_agreements(session: Session, account_id: str) -> list[dict[str, Any]]:
    found = session.scalars(select(Agreement).where(Agreement.given_by == account_id).order_by(Agreement.area))
    return [
        {"plan": one.plan_id, "area": one.area, "contact": one.contact, "given": one.given.isoformat()} for one in found
    ]


def _list_practice(session: Session, account_id: str) -> list[dict[str, Any]]:
    found = session.scalars(select(Practice).where(Practice.created_by == account_id).order_by(Practice.created))
    return [
        {
            "plan": one.plan_id,
            "state": one.state,
            "created": one.created.isoformat(),
            "texts": asdict(load_texts(one.texts)),
        }
        for one in found
    ]
