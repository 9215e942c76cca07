"""Answers of made-up follow-ups counted as they are when somebody gives them, with experts who agree to that."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from api.demonstration.chance import MARK, Chance
from api.demonstration.made_case import MadeCase
from api.store.cases.tables import AdviceFollowUp, Case
from api.store.experts.tables import ExpertConsent
from api.store.quality.count_answer import count_answer
from api.store.quality.tables import QualityGroup
from kb.snapshot.snapshot import Snapshot

AGREES = 0.8
"""How often an organisation agrees to have answers about its advice counted."""


def count_answers(session: Session, snapshot: Snapshot, made: Sequence[MadeCase], chance: Chance) -> None:
    """Count what was answered, the first answer first."""
    answered = sorted(_list_answered(made), key=lambda one: (one[0], one[1].id, one[2].months))
    if answered:
        session.add_all(_make_consents(snapshot, answered[0][0], chance))
    for at, case, answer in answered:
        count_answer(session, case, answer, at)
    session.flush()
    _mark_groups(session, chance)


def _list_answered(made: Sequence[MadeCase]) -> Iterator[tuple[datetime, Case, AdviceFollowUp]]:
    for one in made:
        for row in one.rows:
            if isinstance(row, AdviceFollowUp) and row.answered:
                yield row.answered, one.case, row


def _make_consents(snapshot: Snapshot, given: datetime, chance: Chance) -> Iterator[ExpertConsent]:
    for slug, expert in snapshot.experts.items():
        if expert.demo and chance.happens(AGREES):
            yield ExpertConsent(
                id=chance.make_id(), expert_slug=slug, purpose="quality", given=given, given_by=chance.make_id()
            )


def _mark_groups(session: Session, chance: Chance) -> None:
    """Give the groups, which are made with ids of their own, such as bear the mark and are the same each time."""
    of_them = select(QualityGroup).where(QualityGroup.id.not_like(f"{MARK}%"))
    groups = session.scalars(of_them.order_by(QualityGroup.made, QualityGroup.series, QualityGroup.key)).all()
    for group in groups:
        session.execute(update(QualityGroup).where(QualityGroup.id == group.id).values(id=chance.make_id()))
    session.expire_all()
