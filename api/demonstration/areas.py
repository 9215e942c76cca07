"""What a municipality asks about: most ask about little that is common, and where the police list an area, more crime
of gangs."""

from api.demonstration.chance import Chance
from kb.registers import Municipality, Registers
from kb.snapshot.snapshot import Snapshot

COMMON = (
    "narkotika",
    "ordningsstorningar",
    "otrygghet",
    "ungdomsbrott",
    "skolfranvaro",
    "skadegorelse",
    "vald-i-skola",
    "vald-i-nara-relation",
)
OF_LISTED = (
    "nyrekrytering",
    "grovt-vald",
    "digital-rekrytering",
    "tystnadskultur",
    "avhoppare",
    "parallella-strukturer",
)
"""Areas that weigh more in municipalities with areas on the police list."""
MORE = 4.0
PLACES = ("i centrum", "vid stationen", "kring skolan", "i bostadsområdet", "vid idrottsplatsen", "på torget")


def choose_areas(snapshot: Snapshot, town: Municipality, chance: Chance, most: int = 3) -> list[str]:
    """One to three problem areas, the first the main one."""
    weights = {area: _weigh(area, town, snapshot.registers) for area in list_problem_areas(snapshot)}
    n = min(chance.choices((1, 2, 3), (5, 3, 2))[0], most)
    chosen: dict[str, None] = {}
    while len(chosen) < min(n, len(weights)):
        chosen[chance.weigh(weights)] = None
    return list(chosen)


def list_problem_areas(snapshot: Snapshot) -> list[str]:
    return [slug for slug, area in snapshot.problem_areas.items() if area.kind == "problemområde"]


def list_themes(snapshot: Snapshot) -> list[str]:
    """Support themes, which advice may be about too."""
    return [slug for slug, area in snapshot.problem_areas.items() if area.kind == "stödtema"]


def _weigh(area: str, town: Municipality, registers: Registers) -> float:
    weight = MORE if area in COMMON else 1.0
    is_listed = any(listed.municipality_code == town.code for listed in registers.police_areas)
    return weight * MORE if is_listed and area in OF_LISTED else weight
