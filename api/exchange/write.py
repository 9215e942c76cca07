"""An account of practice begun from its plan and written by the coordinator: guarded, then kept."""

from collections.abc import Mapping
from datetime import datetime

from api.cases.guard import guard_texts
from api.store.exchange.errors import PracticeRejected
from api.store.exchange.practice import OfMeasure, begin_practice, submit_practice, write_practice
from api.store.exchange.tables import Practice
from api.store.exchange.texts import MAX_TEXT_CHARS, MAX_TITLE_CHARS, TEXTS, PracticeTexts, load_texts, read_texts
from api.store.plans.open import OpenPlan
from api.store.session import Session
from kb.plans.working.draft_account import draft_account, list_followed_up
from kb.plans.working.read_action_plan import read_action_plan


def begin_from_plan(session: Session, saved: OpenPlan, measure: str, by: str, now: datetime) -> Practice:
    """A draft with what the plan says of the measure. It lies sealed as the plan does; its first save is guarded.

    Raises
    ------
    PracticeRejected : the plan has no such measure that is chosen and followed up
    """
    followed = list_followed_up(read_action_plan(saved.plan))
    pair = next((pair for pair in followed if pair[1].path == measure), None)
    if pair is None:
        raise PracticeRejected("measure: it is not followed up; write how far it has come at the plan's follow-up")
    told = draft_account(*pair)
    of = OfMeasure(
        plan_id=saved.row.id,
        municipality_code=saved.row.municipality_code,
        measure=told.measure,
        method=told.method,
        area=told.area,
    )
    texts = PracticeTexts(
        title=told.title[:MAX_TITLE_CHARS],
        done=told.done[:MAX_TEXT_CHARS],
        took=told.took[:MAX_TEXT_CHARS],
        figures=told.figures[:MAX_TEXT_CHARS],
    )
    return begin_practice(session, of, texts, by, now)


def write_guarded(
    session: Session,
    row: Practice,
    sent: Mapping[str, str],
    by: str,
    now: datetime,
    *,
    base: int | None = None,
    may_mask: bool = False,
) -> None:
    """Write what was sent into the account, personal data masked where that may be done.

    Raises
    ------
    PracticeRejected : a text is too long
    PersonalDataFound : there is some, and nobody has said that it may be masked
    PracticeNotOpen, PracticeChanged : as write_practice
    """
    texts = read_texts(sent)
    guarded = guard_texts({name: getattr(texts, name) for name in TEXTS}, may_mask=may_mask)
    write_practice(session, row, read_texts(guarded), base, by, now)


def submit_guarded(session: Session, row: Practice, by: str, now: datetime) -> None:
    """Send the account to the editors.

    Raises
    ------
    PersonalDataFound : there is some, as in a draft that has not been written since it was made of the plan
    PracticeRejected, PracticeNotOpen : as submit_practice
    """
    texts = load_texts(row.texts)
    guard_texts({name: getattr(texts, name) for name in TEXTS}, may_mask=False)
    submit_practice(session, row, by, now)
