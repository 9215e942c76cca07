"""The police's areas by municipality, as a map counts them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kb.registers import PoliceArea, Registers


def find_newest_list(registers: Registers) -> int | None:
    """The year of the newest list, None where the register has none."""
    return max((area.list_year for area in registers.police_areas), default=None)


def list_newest_areas(registers: Registers) -> Mapping[str, Sequence[PoliceArea]]:
    """Municipality code -> its areas of the newest list, those of the gravest class first, then by name."""
    newest = find_newest_list(registers)
    found: dict[str, list[PoliceArea]] = defaultdict(list)
    for area in registers.police_areas:
        if area.list_year == newest:
            found[area.municipality_code].append(area)
    return {code: sorted(areas, key=lambda area: (not is_severe(area), area.name)) for code, areas in found.items()}


def is_severe(area: PoliceArea) -> bool:
    """Whether the area is of the class that the mandate puts first."""
    return area.area_class == "särskilt utsatt"
