"""The order of priority put together: each municipality with its place, and what that is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kb.national.priority.coverage import AreaCoverage, Supply, find_supply, rate_coverage
from kb.national.priority.criteria import CRITERIA, PUBLIC, Criterion, Weights
from kb.national.priority.police import ListYear, PoliceView, find_last_with_risk, view_lists
from kb.national.priority.rank import Ranked, rank_towns
from kb.national.priority.support import NOTHING, Support, rate_support
from kb.national.priority.told import Told
from kb.registers import Municipality
from kb.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class TownView:
    """What is known of a municipality. support : None where it is not for who asks to see

    covered : each problem area that it has asked about -> what there is for it
    """

    town: Municipality
    lists: tuple[ListYear, ...]
    values: Mapping[Criterion, Told]
    support: Support | None
    covered: Mapping[str, AreaCoverage]


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """A municipality in the order."""

    view: TownView
    ranked: Ranked

    @property
    def town(self) -> Municipality:
        return self.view.town


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority:
    """rows : the first first; criteria : that count; list_years : the newest first; since : from when cases count

    last_with_risk : the year of the newest list that has riskområden
    counties : that may be chosen, code -> name; county : that is shown, empty for the country
    """

    rows: tuple[PriorityRow, ...]
    criteria: tuple[Criterion, ...]
    weights: Weights
    list_years: tuple[int, ...]
    last_with_risk: int | None
    since: date
    counties: Mapping[str, str]
    county: str


def order_towns(
    snapshot: Snapshot,
    support: Mapping[str, Support] | None,
    weights: Weights,
    since: date,
    today: date,
    county: str = "",
) -> Priority:
    """The municipalities of the county, of the country where it is empty or none, in the order that the weights make.

    support : code -> what was asked and had since the day; None where it is not to be seen, and the police's lists
        alone count

    Raises
    ------
    WeightsRejected : no order can be made with the weights
    """
    registers = snapshot.registers
    counties = dict(sorted({(town.county_code, town.county_name) for town in registers.municipalities}))
    chosen = county if county in counties else ""
    shown = [town for town in registers.municipalities if not chosen or town.county_code == chosen]
    lists = view_lists(registers)
    supply = find_supply(snapshot.guidance.values(), snapshot.experts.values(), today)
    views = {town.code: _view_town(town, lists[town.code], support, supply) for town in shown}
    criteria = PUBLIC if support is None else CRITERIA
    counting = {criterion: weights[criterion] for criterion in criteria}
    ranked = rank_towns({code: view.values for code, view in views.items()}, counting)
    return Priority(
        rows=tuple(PriorityRow(views[one.code], one) for one in ranked),
        criteria=criteria,
        weights=counting,
        list_years=tuple(sorted({area.list_year for area in registers.police_areas}, reverse=True)),
        last_with_risk=find_last_with_risk(registers),
        since=since,
        counties=counties,
        county=chosen,
    )


def _view_town(
    town: Municipality, police: PoliceView, support: Mapping[str, Support] | None, supply: Supply
) -> TownView:
    if support is None:
        return TownView(town=town, lists=police.lists, values=police.values, support=None, covered={})
    had = support.get(town.code, NOTHING)
    covered = {area: supply.cover(area, town.county_code) for area in sorted(had.areas)}
    values = {**police.values, **rate_support(had), **rate_coverage([*covered.values()])}
    return TownView(town=town, lists=police.lists, values=values, support=had, covered=covered)
