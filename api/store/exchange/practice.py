"""An account of practice on its way: begun, written, sent, reviewed, withdrawn."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from api.store.audit import record
from api.store.base import new_id
from api.store.exchange.errors import PracticeChanged, PracticeNotOpen, PracticeRejected, UnknownPractice
from api.store.exchange.tables import Practice, PracticeState, PracticeWord, PublishedPractice
from api.store.exchange.texts import PracticeTexts, check_whole, dump_texts, list_stems, load_texts

OPEN: tuple[PracticeState, ...] = ("draft", "returned", "withdrawn")
"""States in which the municipality may write."""
Decision = Literal["published", "returned", "declined"]
DECISIONS: tuple[Decision, ...] = get_args(Decision)
MAX_REASON_CHARS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMeasure:
    """Which measure of which plan an account tells of."""

    plan_id: str
    municipality_code: str
    measure: str
    method: str
    area: str


def begin_practice(session: Session, of: OfMeasure, texts: PracticeTexts, by: str, now: datetime) -> Practice:
    """A new account, a draft."""
    row = Practice(
        id=new_id(),
        plan_id=of.plan_id,
        municipality_code=of.municipality_code,
        measure=of.measure,
        method=of.method,
        area=of.area,
        texts=dump_texts(texts),
        state="draft",
        version=1,
        created=now,
        created_by=by,
        changed=now,
    )
    session.add(row)
    record(session, now, by, "practice.begun", row.id)
    return row


def find_of_plan(session: Session, plan_id: str, practice_id: str, *, to_write: bool = False) -> Practice:
    """The account of the plan.

    Raises
    ------
    UnknownPractice : the plan has no such
    """
    row = _find(session, practice_id, to_write=to_write)
    if row.plan_id != plan_id:
        raise UnknownPractice("the plan has no such account; open the plan's page of exchange for those that it has")
    return row


def list_of_plan(session: Session, plan_id: str) -> Sequence[Practice]:
    """The accounts of the plan, the last begun first."""
    of_plan = select(Practice).where(Practice.plan_id == plan_id)
    return session.scalars(of_plan.order_by(Practice.created.desc(), Practice.id)).all()


def write_practice(
    session: Session, row: Practice, texts: PracticeTexts, base: int | None, by: str, now: datetime
) -> None:
    """Write the account, which is a draft again where it was withdrawn.

    base : the version that was read, None not to ask

    Raises
    ------
    PracticeNotOpen : it is with an editor, published or declined
    PracticeChanged : somebody has written it since it was read
    """
    _check_open(row)
    _check_version(row, base)
    row.texts, row.version, row.changed = dump_texts(texts), row.version + 1, now
    row.state = "draft" if row.state == "withdrawn" else row.state
    record(session, now, by, "practice.written", row.id)


def submit_practice(session: Session, row: Practice, by: str, now: datetime) -> None:
    """Send the account to the editors.

    Raises
    ------
    PracticeNotOpen : as write_practice
    PracticeRejected : something that it must tell is empty
    """
    _check_open(row)
    check_whole(load_texts(row.texts))
    row.state, row.changed, row.reason = "submitted", now, None
    record(session, now, by, "practice.submitted", row.id)


def withdraw_practice(session: Session, row: Practice, by: str, now: datetime) -> None:
    """Take the account back from the editors and from everybody: what was public of it is erased."""
    session.execute(delete(PracticeWord).where(PracticeWord.practice_id == row.id))
    session.execute(delete(PublishedPractice).where(PublishedPractice.id == row.id))
    row.state, row.changed = "withdrawn", now
    record(session, now, by, "practice.withdrawn", row.id)


def list_submitted(session: Session) -> Sequence[Practice]:
    """What waits for an editor, the first sent first."""
    waiting = select(Practice).where(Practice.state == "submitted")
    return session.scalars(waiting.order_by(Practice.changed, Practice.id)).all()


def review_practice(
    session: Session, practice_id: str, decision: Decision, reason: str, version: int, by: str, now: datetime
) -> Practice:
    """The account, taken, sent back or declined by an editor. version : of what the editor read

    Raises
    ------
    UnknownPractice : there is none
    PracticeNotOpen : it waits for no editor
    PracticeChanged : it is not as the editor read it
    PracticeRejected : sent back or declined without a reason, or with too long a one
    """
    row = _find(session, practice_id, to_write=True)
    if row.state != "submitted":
        raise PracticeNotOpen(f"the account is {row.state}; what is sent waits at /granska-erfarenheter")
    _check_version(row, version)
    if len(reason) > MAX_REASON_CHARS or (decision != "published" and not reason):
        raise PracticeRejected(f"reason: write why, in at most {MAX_REASON_CHARS} characters")
    row.state, row.reason, row.reviewed, row.reviewed_by, row.changed = decision, reason or None, now, by, now
    if decision == "published":
        _publish(session, row, now)
    record(session, now, by, f"practice.{decision}", row.id)
    return row


def _publish(session: Session, row: Practice, now: datetime) -> None:
    texts = load_texts(row.texts)
    session.add(
        PublishedPractice(
            id=row.id,
            municipality_code=row.municipality_code,
            method=row.method,
            area=row.area,
            published=now.date(),
            **asdict(texts),
        )
    )
    session.flush()
    session.add_all(PracticeWord(stem=stem, practice_id=row.id) for stem in list_stems(asdict(texts).values()))


def _find(session: Session, practice_id: str, *, to_write: bool) -> Practice:
    row = session.get(Practice, practice_id, with_for_update=to_write, populate_existing=to_write)
    if row is None:
        raise UnknownPractice("there is no such account of practice; open /erfarenheter for what there is")
    return row


def _check_open(row: Practice) -> None:
    if row.state not in OPEN:
        raise PracticeNotOpen(f"the account is {row.state}; withdraw it to write it again")


def _check_version(row: Practice, base: int | None) -> None:
    if base not in (None, row.version):
        raise PracticeChanged(f"the account has version {row.version}, {base} was read; read it again")
