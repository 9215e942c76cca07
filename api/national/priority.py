"""The order of priority for who asks: what it may see of each municipality, and the places that come of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from api.access.scope import Scope
from api.store.database import Database
from api.store.national.support import count_support
from kb.national.priority.coverage import AreaCoverage, Supply, find_supply, rate_coverage
from kb.national.priority.criteria import CRITERIA, PUBLIC, Criterion, Weights
from kb.national.priority.police import ListYear, PoliceView, find_last_with_risk, view_lists
from kb.national.priority.rank import Ranked, rank_towns
from kb.national.priority.support import NOTHING, Support, rate_support
from kb.national.priority.told import Told
from kb.registers import Municipality
from kb.snapshot.snapshot import Snapshot

PERIOD = timedelta(days=730)
"""How far back cases and advice are counted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """weights : of every criterion; county : to show and rank within, empty for all that may be seen"""

    weights: Weights
    county: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityRow:
    """A municipality in the order. support : None where it is not for who asks to see

    covered : each problem area that it has asked about -> what there is for it
    """

    town: Municipality
    ranked: Ranked
    lists: tuple[ListYear, ...]
    values: Mapping[Criterion, Told]
    support: Support | None
    covered: Mapping[str, AreaCoverage]


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


def find_priority(database: Database, snapshot: Snapshot, scope: Scope, asked: Asked, today: date) -> Priority:
    """The order as who has the scope may see it.

    An advisor of a county sees its municipalities by all criteria, and the whole country by the police's lists alone.

    Raises
    ------
    WeightsRejected : no order can be made with the weights
    """
    towns = snapshot.registers.municipalities
    counties = dict(sorted({(town.county_code, town.county_name) for town in towns}))
    is_own = scope.kind == "all" or (scope.kind == "county" and asked.county == scope.code)
    criteria = CRITERIA if is_own else PUBLIC
    county = asked.county if asked.county in counties else ""
    shown = [town for town in towns if not county or town.county_code == county]
    since = today - PERIOD
    support = _read_support(database, since, county) if is_own else None
    views, supply = view_lists(snapshot.registers), _find_supply(snapshot, today, support)
    found = {town.code: _find(town, views[town.code], support, supply) for town in shown}
    weights = {criterion: asked.weights[criterion] for criterion in criteria}
    ranked = rank_towns({code: one.values for code, one in found.items()}, weights)
    return Priority(
        rows=tuple(_make_row(found[one.code], one) for one in ranked),
        criteria=criteria,
        weights=weights,
        list_years=tuple(sorted({area.list_year for area in snapshot.registers.police_areas}, reverse=True)),
        last_with_risk=find_last_with_risk(snapshot.registers),
        since=since,
        counties=counties,
        county=county,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known of a municipality; as PriorityRow."""

    town: Municipality
    lists: tuple[ListYear, ...]
    values: Mapping[Criterion, Told]
    support: Support | None
    covered: Mapping[str, AreaCoverage]


def _find(town: Municipality, view: PoliceView, support: Mapping[str, Support] | None, supply: Supply | None) -> _Found:
    if support is None or supply is None:
        return _Found(town, view.lists, view.values, None, {})
    had = support.get(town.code, NOTHING)
    covered = {area: supply.cover(area, town.county_code) for area in sorted(had.areas)}
    values = {**view.values, **rate_support(had), **rate_coverage([*covered.values()])}
    return _Found(town, view.lists, values, had, covered)


def _make_row(found: _Found, ranked: Ranked) -> PriorityRow:
    return PriorityRow(
        town=found.town,
        ranked=ranked,
        lists=found.lists,
        values=found.values,
        support=found.support,
        covered=found.covered,
    )


def _read_support(database: Database, since: date, county: str) -> Mapping[str, Support]:
    with database.reading() as session:
        return count_support(session, since, county)


def _find_supply(snapshot: Snapshot, today: date, support: Mapping[str, Support] | None) -> Supply | None:
    if support is None:
        return None
    return find_supply(snapshot.guidance.values(), snapshot.experts.values(), today)
