"""The order of priority in the API: places with how sure they are, and what they are made of."""

from collections.abc import Mapping
from datetime import date

from pydantic import BaseModel

from api.schemas.schema import Schema
from kb.national.priority.criteria import Criterion
from kb.national.priority.police import ListYear
from kb.national.priority.priority import Priority, PriorityRow
from kb.national.priority.told import Told
from kb.registers import AreaClass


class CriterionOut(Schema):
    """In [0, 1], 1 comes first. value: null where it is missing, which is not 0: low is then 0 and high 1."""

    value: float | None
    low: float
    high: float


class ListedAreaOut(BaseModel):
    name: str
    area_class: AreaClass


class AreaListOut(BaseModel):
    """is_derived: worked out backwards from a later list."""

    year: int
    is_derived: bool
    areas: list[ListedAreaOut]


class SupportOut(BaseModel):
    """Since the day that `since` has. areas: problem areas that it has asked about."""

    open_cases: int
    ended_cases: int
    advice_hours: float
    areas: list[str]


class PriorityRowOut(BaseModel):
    """place, last_place: from 1; they differ where several share places. place_low, place_high: nine of ten draws.

    is_within: whether the place lies within those; score_low, score_high: with every value at its end
    support: null where it is not for who asks
    """

    municipality_code: str
    municipality: str
    county_code: str
    place: int
    last_place: int
    place_low: int
    place_high: int
    is_within: bool
    score: float
    score_low: float
    score_high: float
    criteria: dict[Criterion, CriterionOut]
    lists: list[AreaListOut]
    support: SupportOut | None


class PriorityOut(BaseModel):
    """decision: what the order is not. weights: of the criteria that count for who asks."""

    decision: str
    county: str | None
    since: date
    weights: dict[Criterion, float]
    municipalities: list[PriorityRowOut]


NOT_A_DECISION = "Beslutsstöd, inte ett beslut."


def priority_out(priority: Priority) -> PriorityOut:
    return PriorityOut(
        decision=NOT_A_DECISION,
        county=priority.county or None,
        since=priority.since,
        weights=dict(priority.weights),
        municipalities=[_row_out(row, priority) for row in priority.rows],
    )


def _row_out(row: PriorityRow, priority: Priority) -> PriorityRowOut:
    ranked, support = row.ranked, row.view.support
    return PriorityRowOut(
        municipality_code=row.town.code,
        municipality=row.town.name,
        county_code=row.town.county_code,
        place=ranked.place,
        last_place=ranked.last_place,
        place_low=ranked.low,
        place_high=ranked.high,
        is_within=ranked.is_within,
        score=ranked.score,
        score_low=ranked.lowest,
        score_high=ranked.highest,
        criteria=_criteria_out({criterion: row.view.values[criterion] for criterion in priority.criteria}),
        lists=[_list_out(found) for found in row.view.lists],
        support=SupportOut(
            open_cases=support.n_open,
            ended_cases=support.n_ended,
            advice_hours=support.hours,
            areas=sorted(support.areas),
        )
        if support
        else None,
    )


def _criteria_out(values: Mapping[Criterion, Told]) -> dict[Criterion, CriterionOut]:
    return {
        criterion: CriterionOut(value=None if told.is_missing else told.point, low=told.low, high=told.high)
        for criterion, told in values.items()
    }


def _list_out(found: ListYear) -> AreaListOut:
    areas = [ListedAreaOut(name=area.name, area_class=area.area_class) for area in found.areas]
    return AreaListOut(year=found.year, is_derived=found.is_derived, areas=areas)
