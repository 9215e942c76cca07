"""The overview of needs in the API."""

from api.schemas.schema import Schema
from kb.national.needs.figures import Part
from kb.national.needs.gaps import GapKind
from kb.national.needs.overview import AreaRow, NeedsOverview
from kb.national.needs.supply import Supply
from kb.vocabulary import Rating


class SupplyOut(Schema):
    """methods: of the area, by grade; experts_with_told_time: those that have said what time they have; free_hours: of
    these, of the next 90 days."""

    methods: dict[Rating, int]
    experts: int
    experts_with_told_time: int
    free_hours: float


class NeedCellOut(Schema):
    """municipalities: null where it is not shown; of: how many municipalities there are."""

    key: str
    municipalities: int | None
    of: int


class NeedRowOut(Schema):
    """area: a slug; municipalities: of the whole country, null where it is not shown."""

    area: str
    municipalities: int | None
    cells: list[NeedCellOut]
    supply: SupplyOut


class NeedGapOut(Schema):
    area: str
    municipalities: int | None
    kinds: list[GapKind]


class NeedsOut(Schema):
    """period: empty while no figures are out; periods: those that are; any_area: who told of any area."""

    periods: list[str]
    period: str
    parts: list[Part]
    part: Part
    any_area: list[NeedCellOut]
    areas: list[NeedRowOut]
    gaps: list[NeedGapOut]


def needs_out(needs: NeedsOverview) -> NeedsOut:
    return NeedsOut(
        periods=list(needs.periods),
        period=needs.period,
        parts=list(needs.parts),
        part=needs.part,
        any_area=_cells_out(needs, needs.any_told) if needs.any_told else [],
        areas=[_row_out(needs, row, row.supply) for row in needs.rows if row.supply],
        gaps=[NeedGapOut(area=gap.area, municipalities=gap.n_towns, kinds=list(gap.kinds)) for gap in needs.gaps],
    )


def _row_out(needs: NeedsOverview, row: AreaRow, supply: Supply) -> NeedRowOut:
    return NeedRowOut(
        area=row.area,
        municipalities=row.total.n,
        cells=_cells_out(needs, row),
        supply=SupplyOut(
            methods=dict(supply.methods),
            experts=supply.n_experts,
            experts_with_told_time=supply.n_told,
            free_hours=round(supply.free_hours, 1),
        ),
    )


def _cells_out(needs: NeedsOverview, row: AreaRow) -> list[NeedCellOut]:
    return [
        NeedCellOut(key=column.key, municipalities=cell.n, of=column.n_towns)
        for column, cell in zip(needs.columns, row.cells, strict=True)
    ]
