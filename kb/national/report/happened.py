"""What happened in cases, without a word that anybody wrote: the rows that a report is counted from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kb.vocabulary import MeetingFormat

Used = Literal["yes", "partly", "no"]
"""Whether the asker used the advice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCase:
    """town : its four digits; areas : slugs; created : the day of the request; declined : the day when it was, if so"""

    id: str
    code: str
    town: str
    areas: tuple[str, ...]
    created: date
    state: str
    declined: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAsk:
    """An expert asked for the case. day : when"""

    case_id: str
    expert: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAdvice:
    """An occasion of advice. expert : None when the advisor gave it; area : problem area or support theme"""

    case_id: str
    expert: str | None
    day: date
    hours: float
    form: MeetingFormat
    area: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFollowUp:
    """What was asked three or twelve months later. day : when it was sent; helped, quality : 1 to 5, None unanswered"""

    case_id: str
    months: int
    day: date
    is_answered: bool
    used: Used | None
    helped: int | None
    quality: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """cases : by id, all that the others are of; none that became part of another"""

    cases: Mapping[str, ToldCase]
    asks: Sequence[ToldAsk]
    advice: Sequence[ToldAdvice]
    follow_ups: Sequence[ToldFollowUp]
