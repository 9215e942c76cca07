"""An answer counted: in the series of its county, and in those of the experts whose advice it is about."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from api.store.base import new_id
from api.store.cases.tables import Advice, AdviceFollowUp, Case, CaseProblem, Used
from api.store.quality.choose_group import Waiting, choose_group
from api.store.quality.tables import QualityGroup, QualityWaiting, Series

WORTH: dict[Used, int] = {"yes": 2, "partly": 1, "no": 0}
Answered = Row[QualityWaiting, AdviceFollowUp, str]
"""An answer that waits, what it says, and the code of its municipality."""


def count_answer(session: Session, case: Case, answer: AdviceFollowUp, now: datetime) -> None:
    """Have an answer that was just given wait in its series, and make the groups that it completes.

    Which series it is in is settled here for good: nobody moves it by writing advice in the case, or by taking it away.
    """
    for series, key, area in list(_list_series(session, case)):
        session.add(QualityWaiting(case_id=case.id, months=answer.months, series=series, key=key, area=area))
        session.flush()
        _make_group(session, series, key, area, now)


def _list_series(session: Session, case: Case) -> Iterator[tuple[Series, str, str]]:
    """Series, key and area that the answers of the case are counted in."""
    first = select(CaseProblem.area).where(CaseProblem.case_id == case.id).order_by(CaseProblem.number).limit(1)
    yield "county", case.municipality_code[:2], session.scalar(first) or ""
    helped = select(Advice.expert_slug).where(Advice.case_id == case.id, Advice.expert_slug.is_not(None)).distinct()
    yield from (("expert", slug, "") for slug in session.scalars(helped) if slug)


def _make_group(session: Session, series: Series, key: str, area: str, now: datetime) -> None:
    answers = session.execute(_select_waiting(series, key)).all()
    chosen = choose_group([_waiting(*answer) for answer in answers], area)
    if chosen:
        members = [answer for answer in answers if _id_of(answer[0]) in chosen.ids]
        session.add(_sum_up(series, key, chosen.area, [said for _, said, _ in members], now))
        _forget(session, members)


def _select_waiting(series: Series, key: str) -> Select[QualityWaiting, AdviceFollowUp, str]:
    """Those that wait in the series; on PostgreSQL nobody else counts them before the session ends."""
    return (
        select(QualityWaiting, AdviceFollowUp, Case.municipality_code)
        .join(Case, Case.id == QualityWaiting.case_id)
        .join(
            AdviceFollowUp,
            (AdviceFollowUp.case_id == QualityWaiting.case_id) & (AdviceFollowUp.months == QualityWaiting.months),
        )
        .where(QualityWaiting.series == series, QualityWaiting.key == key)
        .order_by(QualityWaiting.case_id, QualityWaiting.months)
        .with_for_update(of=QualityWaiting)
    )


def _waiting(row: QualityWaiting, _: AdviceFollowUp, municipality_code: str) -> Waiting:
    return Waiting(_id_of(row), municipality_code, row.area)


def _id_of(row: QualityWaiting) -> tuple[str, int]:
    return row.case_id, row.months


def _sum_up(series: Series, key: str, area: str, answers: Sequence[AdviceFollowUp], now: datetime) -> QualityGroup:
    used = [WORTH[answer.used] for answer in answers if answer.used]
    helped = [answer.helped or 0 for answer in answers]
    quality = [answer.quality or 0 for answer in answers]
    return QualityGroup(
        id=new_id(),
        series=series,
        key=key,
        area=area,
        made=now,
        n=len(answers),
        used_sum=sum(used),
        used_squares=_sum_squares(used),
        helped_sum=sum(helped),
        helped_squares=_sum_squares(helped),
        quality_sum=sum(quality),
        quality_squares=_sum_squares(quality),
    )


def _sum_squares(values: Iterable[int]) -> int:
    return sum(value * value for value in values)


def _forget(session: Session, members: Collection[Answered]) -> None:
    for row, _, _ in members:
        session.delete(row)
    session.flush()
