"""The overview of needs for who asks: what is out of a period, parted one way, beside what there is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from api.access.scope import Scope
from api.national.errors import UnknownPeriod
from api.national.let_out_needs import is_year, list_need_areas
from api.store.database import Database
from api.store.national.needs import list_periods, read_figures
from kb.national.needs.figures import ANY, PARTS, Figure, Part
from kb.national.needs.gaps import list_gaps
from kb.national.needs.groups import SIZE_FROM, size_of
from kb.national.needs.half_year import HALVES
from kb.national.needs.heat import find_level
from kb.national.needs.overview import AreaRow, Cell, Column, NeedsOverview
from kb.national.needs.supply import Supply, find_supply
from kb.registers import Municipality
from kb.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Asked:
    """period : as "2026" or "2026-h1", empty for the last year that is out; part : into what it is parted"""

    period: str = ""
    part: Part = "county"


def find_needs(database: Database, snapshot: Snapshot, scope: Scope, asked: Asked, today: date) -> NeedsOverview:
    """What an advisor sees: of the whole country, or of its county and the country as one.

    All of it is let out for everybody who may see the page. Nothing is counted for who asks, so nobody can take from
    anything but what the figures were proved against.

    Raises
    ------
    UnknownPeriod : no figures are out of the period that is asked for
    """
    with database.reading() as session:
        periods = list_periods(session)
        period = _choose(periods, asked.period)
        figures = read_figures(session, period) if period else {}
    county = scope.code[:2]
    parts = _list_parts(period, county)
    part = asked.part if asked.part in parts else parts[0]
    towns = snapshot.registers.municipalities
    columns = tuple(_list_columns(towns, part, county, period))
    supplies = _find_supplies(snapshot, today, county)
    found = _Table(figures, part, columns, len(towns), supplies)
    told_of = {row.area: _find_asked(row, county) for row in map(found.row, supplies)}
    rows = (found.row(area) for area in sorted(supplies, key=lambda area: (-(told_of[area] or 0), area)))
    return NeedsOverview(
        periods=tuple(periods),
        period=period,
        parts=parts,
        part=part,
        county=county,
        n_towns=len(towns),
        columns=columns,
        any_told=found.row(ANY) if is_year(period) and part != "half" else None,
        rows=tuple(rows),
        gaps=tuple(list_gaps(told_of, supplies)),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    figures: Mapping[Figure, int]
    part: Part
    columns: Sequence[Column]
    n_towns: int
    supplies: Mapping[str, Supply]

    def row(self, area: str) -> AreaRow:
        cells = (self._cell(Figure(self.part, area, column.key), column.n_towns) for column in self.columns)
        return AreaRow(area, self._cell(Figure("all", area), self.n_towns), tuple(cells), self.supplies.get(area))

    def _cell(self, figure: Figure, n_towns: int) -> Cell:
        n = self.figures.get(figure)
        return Cell(n, find_level(n, n_towns))


def _choose(periods: Sequence[str], asked: str) -> str:
    if asked and asked not in periods:
        raise UnknownPeriod(f"no figures are out of {asked!r}; ask for one of: {', '.join(periods) or 'none yet'}")
    return asked or next(filter(is_year, periods), next(iter(periods), ""))


def _list_parts(period: str, county: str) -> tuple[Part, ...]:
    """Of a half-year there are figures of the half-year alone; an advisor of a county sees its county."""
    if period and not is_year(period):
        return ("half",)
    return ("county",) if county else PARTS


def _list_columns(towns: Sequence[Municipality], part: Part, county: str, period: str) -> list[Column]:
    if part == "half":
        halves = HALVES if is_year(period) else HALVES[:1]
        return [Column(half, len(towns)) for half in halves]
    keys = [town.county_code if part == "county" else size_of(town.population) for town in towns]
    wanted = [county] if county else sorted(set(keys)) if part == "county" else list(SIZE_FROM)
    return [Column(key, keys.count(key)) for key in wanted if key in keys]


def _find_supplies(snapshot: Snapshot, today: date, county: str) -> Mapping[str, Supply]:
    areas = list_need_areas(snapshot.problem_areas.values())
    guidance, experts = tuple(snapshot.guidance.values()), tuple(snapshot.experts.values())
    return {area: find_supply(area, guidance, experts, today, county) for area in areas}


def _find_asked(row: AreaRow, county: str) -> int | None:
    """How many ask: in the county of who looks, else in the country, else in the only half-year there is."""
    return row.cells[0].n if county or len(row.cells) == 1 else row.total.n
