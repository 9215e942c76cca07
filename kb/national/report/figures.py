"""A figure and the cases that it is of, so that whoever may see them can look it up."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kb.national.report.happened import ToldAdvice, ToldAsk, ToldCase

Measure = Literal["asked_towns", "cases", "offered_towns", "received_towns", "occasions", "hours"]


@dataclass(frozen=True, slots=True)
class Figure:
    """value : None where it is not known; cases : ids of those that it is of

    towns : codes of the municipalities that it is of
    """

    value: float | None
    cases: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Slice:
    """What happened of one kind. cases : that were asked in the time; asks, advice : of the time"""

    cases: Sequence[ToldCase]
    asks: Sequence[ToldAsk]
    advice: Sequence[ToldAdvice]


def count_slice(part: Slice, town_of: Mapping[str, str]) -> Mapping[Measure, Figure]:
    """Every measure of the part. town_of : id of a case -> code of its municipality

    A municipality was offered help when an expert was asked for it or advice was given, and received it with advice.
    """
    asked = [case.id for case in part.cases]
    received = [advice.case_id for advice in part.advice]
    offered = [*(ask.case_id for ask in part.asks), *received]
    hours = round(sum(advice.hours for advice in part.advice), 2)
    return {
        "asked_towns": _count_towns(asked, town_of),
        "cases": _make(len(asked), asked, town_of),
        "offered_towns": _count_towns(offered, town_of),
        "received_towns": _count_towns(received, town_of),
        "occasions": _make(len(received), received, town_of),
        "hours": _make(hours, received, town_of),
    }


def cut_slice(
    whole: Slice,
    of_case: Callable[[ToldCase], bool],
    of_ask: Callable[[ToldAsk], bool],
    of_advice: Callable[[ToldAdvice], bool],
) -> Slice:
    """The part that the three say."""
    return Slice(
        [case for case in whole.cases if of_case(case)],
        [ask for ask in whole.asks if of_ask(ask)],
        [advice for advice in whole.advice if of_advice(advice)],
    )


def _count_towns(cases: Iterable[str], town_of: Mapping[str, str]) -> Figure:
    ids = frozenset(cases)
    towns = frozenset(town_of[case_id] for case_id in ids)
    return Figure(len(towns), ids, towns)


def _make(value: float, cases: Iterable[str], town_of: Mapping[str, str]) -> Figure:
    ids = frozenset(cases)
    return Figure(value, ids, frozenset(town_of[case_id] for case_id in ids))
