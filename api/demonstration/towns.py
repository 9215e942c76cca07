"""Which municipalities ask: each county has one, large ones ask more, and those with areas on the police list most."""

from math import sqrt

from api.demonstration.chance import Chance
from kb.registers import Municipality, Registers

USUAL_POPULATION = 15_000
MOST_AREAS = 4
"""So many areas and more ask alike: Göteborg and Stockholm would else ask for half of all."""


def choose_towns(registers: Registers, n: int, chance: Chance) -> list[Municipality]:
    """Who asks, one entry a time: first each county once, in the order of the counties, then as they weigh."""
    weights = {town: weigh_town(town, registers) for town in registers.municipalities}
    chosen = [chance.weigh(_within(county, weights)) for county in sorted({town.county_code for town in weights})]
    rest = chance.choices(list(weights), list(weights.values()), k=max(0, n - len(chosen)))
    return [*chosen, *rest][:n]


def weigh_town(town: Municipality, registers: Registers) -> float:
    """How often the municipality asks, against one of 15,000 people without such areas, which is 1."""
    areas = registers.areas_of(town, newest_year(registers))
    hard = sum(area.area_class == "särskilt utsatt" for area in areas)
    return sqrt(town.population / USUAL_POPULATION) * (1 + min(len(areas) + hard, MOST_AREAS))


def newest_year(registers: Registers) -> int:
    """Of the lists of the police; 0 where there is none."""
    return max((area.list_year for area in registers.police_areas), default=0)


def _within(county: str, weights: dict[Municipality, float]) -> dict[Municipality, float]:
    return {town: weight for town, weight in weights.items() if town.county_code == county}
