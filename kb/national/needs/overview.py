"""The overview as it is told: what is asked for beside what there is, row by row."""

from dataclasses import dataclass

from kb.national.needs.figures import Part
from kb.national.needs.gaps import Gap
from kb.national.needs.supply import Supply


@dataclass(frozen=True, slots=True)
class Column:
    """key : of a county, a class of size or a half; n_towns : how many municipalities there are"""

    key: str
    n_towns: int


@dataclass(frozen=True, slots=True)
class Cell:
    """n : municipalities, None where that is not shown; level : of colour, 0 where it is not shown"""

    n: int | None
    level: int


@dataclass(frozen=True, slots=True)
class AreaRow:
    """area : a slug, empty for those that told of any; cells : in the order of the columns; supply : None for any"""

    area: str
    total: Cell
    cells: tuple[Cell, ...]
    supply: Supply | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsOverview:
    """periods : that can be asked for, the last first; period : empty while none is out

    parts : into what it can be parted; county : whose advisor asks, empty for the whole country
    rows : most told of first, those not shown last; any_told : the row of all areas together, None where none is told
    """

    periods: tuple[str, ...]
    period: str
    parts: tuple[Part, ...]
    part: Part
    county: str
    n_towns: int
    columns: tuple[Column, ...]
    any_told: AreaRow | None
    rows: tuple[AreaRow, ...]
    gaps: tuple[Gap, ...]
