"""The report of a period: who asked, what was offered and received, by whom, in which form, with what result.

What it has is what the mandates ask to be reported: Ju2025/01724 (how many municipalities were offered and received
support, who gave it, of what kind, with what result) and Ju2022/01000 (areas on the police's list, focus areas).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from kb.documents import Period
from kb.national.report.figures import Figure, Measure, Slice, count_slice, cut_slice
from kb.national.report.happened import Happened, ToldAdvice, ToldCase
from kb.national.report.results import Result, count_results
from kb.vocabulary import MEETING_FORMATS

TableKey = Literal["counties", "towns", "classes", "focus", "areas", "forms", "kinds", "givers"]
ALL: tuple[Measure, ...] = get_args(Measure)
GIVEN: tuple[Measure, ...] = ("received_towns", "occasions", "hours")
"""What is known of a form or a giver: nobody asks for one."""
MEASURES_OF: Mapping[TableKey, tuple[Measure, ...]] = {
    "counties": ALL,
    "towns": ("cases", "occasions", "hours"),
    "classes": ALL,
    "focus": ALL,
    "areas": ALL,
    "forms": GIVEN,
    "kinds": GIVEN,
    "givers": GIVEN,
}
ADVISOR = "advisor"
"""Stands for an expert where the advisor gave the advice."""
UNKNOWN = "unknown"
"""Stands for the kind of an organisation that is no longer in the content."""
NO_AREA, OTHER_AREAS = "none", "other"
"""Stands for the class of a municipality without listed areas, and for the focus area of what has none."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """class_of : code of a municipality -> the gravest class of its areas; classes : in their order, the gravest first

    focus_of : slug of an area -> its focus areas; kind_of : slug of an expert -> the kind of its organisation
    """

    class_of: Mapping[str, str]
    classes: Sequence[str]
    focus_of: Mapping[str, Sequence[str]]
    kind_of: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    figures: Mapping[Measure, Figure]


@dataclass(frozen=True, slots=True)
class Report:
    """total : of all; declined : cases that were; tables : rows with anything in them"""

    period: Period
    total: Mapping[Measure, Figure]
    declined: Figure
    tables: Mapping[TableKey, Sequence[Row]]
    results: Sequence[Result]


def make_report(happened: Happened, grouping: Grouping, period: Period) -> Report:
    """Cases by the day of the request, asks and advice by their own days, follow-ups by the day when they were sent."""
    cases = happened.cases
    whole = Slice(
        [case for case in cases.values() if _is_in(period, case)],
        [ask for ask in happened.asks if period.first <= ask.day <= period.last],
        [advice for advice in happened.advice if period.first <= advice.day <= period.last],
    )
    town_of = {case.id: case.town for case in cases.values()}
    declined = [c for c in cases.values() if c.declined and period.first <= c.declined <= period.last]
    return Report(
        period,
        count_slice(whole, town_of),
        Figure(len(declined), frozenset(c.id for c in declined), frozenset(c.town for c in declined)),
        {key: _count_rows(key, parts, town_of) for key, parts in _cut_all(whole, cases, grouping).items()},
        count_results([told for told in happened.follow_ups if period.first <= told.day <= period.last], town_of),
    )


def _is_in(period: Period, case: ToldCase) -> bool:
    return period.first <= case.created <= period.last


def _cut_all(whole: Slice, cases: Mapping[str, ToldCase], grouping: Grouping) -> Mapping[TableKey, Mapping[str, Slice]]:
    towns = sorted({cases[case_id].town for case_id in _list_case_ids(whole)})
    counties = sorted({town[:2] for town in towns})
    areas = sorted({area for case in whole.cases for area in case.areas} | {told.area for told in whole.advice})
    given_by: dict[str, list[ToldAdvice]] = {}
    for told in whole.advice:
        given_by.setdefault(told.expert or ADVISOR, []).append(told)
    givers = sorted(given_by)
    kind_of = {**{giver: grouping.kind_of.get(giver, UNKNOWN) for giver in givers}, ADVISOR: ADVISOR}
    focus_of = {area: tuple(grouping.focus_of.get(area, ())) or (OTHER_AREAS,) for area in areas}
    focus = sorted({one for area in areas for one in focus_of[area]})
    class_of = {town: grouping.class_of.get(town, NO_AREA) for town in towns}
    return {
        "counties": {county: _cut_towns(whole, cases, {t for t in towns if t[:2] == county}) for county in counties},
        "towns": {town: _cut_towns(whole, cases, {town}) for town in towns},
        "classes": {
            one: _cut_towns(whole, cases, {town for town in towns if class_of[town] == one})
            for one in (*grouping.classes, NO_AREA)
        },
        "focus": {one: _cut_areas(whole, {area for area in areas if one in focus_of[area]}) for one in focus},
        "areas": {area: _cut_areas(whole, {area}) for area in areas},
        "forms": {form: Slice([], [], [a for a in whole.advice if a.form == form]) for form in MEETING_FORMATS},
        "kinds": {
            kind: Slice([], [], [a for giver in givers if kind_of[giver] == kind for a in given_by[giver]])
            for kind in sorted({kind_of[giver] for giver in givers})
        },
        "givers": {
            giver: Slice([], [], [a for a in whole.advice if (a.expert or ADVISOR) == giver]) for giver in givers
        },
    }


def _list_case_ids(whole: Slice) -> Iterable[str]:
    yield from (case.id for case in whole.cases)
    yield from (ask.case_id for ask in whole.asks)
    yield from (advice.case_id for advice in whole.advice)


def _cut_towns(whole: Slice, cases: Mapping[str, ToldCase], towns: set[str]) -> Slice:
    return cut_slice(
        whole,
        lambda case: case.town in towns,
        lambda ask: cases[ask.case_id].town in towns,
        lambda advice: cases[advice.case_id].town in towns,
    )


def _cut_areas(whole: Slice, areas: set[str]) -> Slice:
    """Requests by what they are about, asks by what their case is about, advice by what it was about."""
    about = {case.id for case in whole.cases if areas & {*case.areas}}
    return cut_slice(
        whole, lambda case: case.id in about, lambda ask: ask.case_id in about, lambda advice: advice.area in areas
    )


def _count_rows(key: TableKey, parts: Mapping[str, Slice], town_of: Mapping[str, str]) -> Sequence[Row]:
    rows = []
    for name, part in parts.items():
        counted = count_slice(part, town_of)
        if any(figure.value for figure in counted.values()):
            rows.append(Row(name, {measure: counted[measure] for measure in MEASURES_OF[key]}))
    return rows
