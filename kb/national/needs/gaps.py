"""Where many ask and little is known, or nobody is free."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from kb.national.needs.supply import Supply

GapKind = Literal["no_methods", "none_well_supported", "no_experts", "nobody_free", "time_untold"]
"""no_methods : none is for the area; none_well_supported : none with strong or good evidence for it

no_experts : nobody can help; nobody_free : no hour is left in the months ahead of the time that they have told
time_untold : none of them has told of any
"""
GAP_KINDS: tuple[GapKind, ...] = get_args(GapKind)
WEIGHT: Mapping[GapKind, int] = {
    "no_methods": 2,
    "none_well_supported": 1,
    "no_experts": 2,
    "nobody_free": 2,
    "time_untold": 1,
}
"""How much a gap counts when two areas are asked for by as many."""


@dataclass(frozen=True, slots=True)
class Gap:
    """n_towns : how many municipalities told of the area, None where that is not shown"""

    area: str
    n_towns: int | None
    kinds: tuple[GapKind, ...]
    supply: Supply


def list_gaps(asked: Mapping[str, int | None], supplies: Mapping[str, Supply]) -> list[Gap]:
    """Areas with a gap: most asked for first, then those that lack most, then by slug.

    asked : area -> how many municipalities, None where that is not shown; these stand last, in an order that tells
        nothing of their numbers
    """
    found = (Gap(area, asked.get(area), find_gaps(supply), supply) for area, supply in supplies.items())
    return sorted((gap for gap in found if gap.kinds), key=_order)


def find_gaps(supply: Supply) -> tuple[GapKind, ...]:
    """What lacks, in the order of GAP_KINDS."""
    return tuple(kind for kind in GAP_KINDS if _has(kind, supply))


def _has(kind: GapKind, supply: Supply) -> bool:
    match kind:
        case "no_methods":
            return not supply.n_methods
        case "none_well_supported":
            return bool(supply.n_methods) and not supply.n_well_supported
        case "no_experts":
            return not supply.n_experts
        case "nobody_free":
            return bool(supply.n_told) and supply.free_hours < 1
        case "time_untold":
            return bool(supply.n_experts) and not supply.n_told


def _order(gap: Gap) -> tuple[int, int, str]:
    return -(gap.n_towns or 0), -sum(WEIGHT[kind] for kind in gap.kinds), gap.area
