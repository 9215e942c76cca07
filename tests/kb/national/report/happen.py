"""Rows of what happened, with what a test does not name filled in."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kb.documents import Period
from kb.national.report.happened import Happened, ToldAdvice, ToldAsk, ToldCase, ToldFollowUp
from kb.national.report.report import Grouping

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
DAY = date(2025, 5, 5)
GROUPING = Grouping(
    class_of={"1490": "särskilt utsatt", "1480": "utsatt"},
    classes=("särskilt utsatt", "riskområde", "utsatt"),
    focus_of={"nyrekrytering": ("F2",), "valfardsbrott": ("F4", "F5")},
    kind_of={"est-stod": "kommun"},
)


def make_case(case_id: str, town: str = "1490", areas: Sequence[str] = ("nyrekrytering",), **changed: Any) -> ToldCase:
    fields: dict[str, Any] = {"code": case_id, "created": DAY, "state": "running", "declined": None, **changed}
    return ToldCase(id=case_id, town=town, areas=tuple(areas), **fields)


def make_advice(case_id: str, hours: float = 2.0, **changed: Any) -> ToldAdvice:
    fields: dict[str, Any] = {"expert": "est-stod", "day": DAY, "form": "digitalt", "area": "nyrekrytering", **changed}
    return ToldAdvice(case_id=case_id, hours=hours, **fields)


def make_follow_up(case_id: str, helped: int | None = 4, **changed: Any) -> ToldFollowUp:
    fields: dict[str, Any] = {"months": 3, "day": DAY, "used": "yes" if helped else None, "quality": helped, **changed}
    return ToldFollowUp(case_id=case_id, is_answered=helped is not None, helped=helped, **fields)


def make_happened(
    cases: Sequence[ToldCase],
    asks: Sequence[ToldAsk] = (),
    advice: Sequence[ToldAdvice] = (),
    follow_ups: Sequence[ToldFollowUp] = (),
) -> Happened:
    return Happened(cases={case.id: case for case in cases}, asks=asks, advice=advice, follow_ups=follow_ups)
