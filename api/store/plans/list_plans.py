"""The plans of a municipality, a county or the country, the last written first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Select, Text, func, select, type_coerce
from sqlalchemy.orm import Session

from api.store.encrypted_text import vault_of
from api.store.plans.tables import PlanState, SavedPlan
from api.store.vault import Vault

PAGE = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """codes : what the municipality's code begins with, empty for all; for_advisors : only what is shared with them

    words : each must stand in the title; state : None for both
    """

    codes: str
    for_advisors: bool = False
    words: str = ""
    state: PlanState | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """n : how many there are in all; plans : those of the page"""

    n: int
    plans: Sequence[SavedPlan]


def list_plans(session: Session, wanted: Wanted, page: int = 1) -> Found:
    """The plans that are wanted, a page of them. page : from 1"""
    rows = _select(wanted).order_by(SavedPlan.changed.desc(), SavedPlan.id)
    first = (page - 1) * PAGE
    if not wanted.words.strip():
        n = session.scalar(select(func.count()).select_from(_select(wanted).subquery())) or 0
        return Found(n, session.scalars(rows.offset(first).limit(PAGE)).all())
    ids = _find_ids(session, wanted)
    found = session.scalars(rows.where(SavedPlan.id.in_(ids[first : first + PAGE])))
    return Found(len(ids), found.all())


def _find_ids(session: Session, wanted: Wanted) -> list[str]:
    """The ids of the plans with every word in the title, the last written first."""
    vault, words = vault_of(session), wanted.words.casefold().split()
    sealed = _select(wanted).with_only_columns(SavedPlan.id, type_coerce(SavedPlan.title, Text))
    titles = session.execute(sealed.order_by(SavedPlan.changed.desc(), SavedPlan.id))
    return [plan_id for plan_id, title in titles if all(word in _open_title(vault, title) for word in words)]


@lru_cache(maxsize=50_000)
def _open_title(vault: Vault, sealed: str) -> str:
    """A title in small letters. To open 10,000 takes most of a second, and few have changed since the last search."""
    return vault.open(sealed).casefold()


def _select(wanted: Wanted) -> Select[SavedPlan]:
    rows = select(SavedPlan)
    if wanted.codes:
        rows = rows.where(SavedPlan.municipality_code.startswith(wanted.codes, autoescape=True))
    if wanted.state:
        rows = rows.where(SavedPlan.state == wanted.state)
    return rows.where(SavedPlan.advisors != "none") if wanted.for_advisors else rows
