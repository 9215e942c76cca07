"""Sweden's municipalities, the police's lists of vulnerable areas, what they say of a municipality, and help lines.

The lists are assessments, not measures. The 2021 list is derived backwards from 2023 and published changes. The 2025
list has no class "riskområde", though the mandate Ju2022/01000 gives such areas priority; the support priority below is
this product's reading of that, and says which list year it rests on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rapidfuzz import process

from kb.errors import UnknownMunicipality
from kb.text.place_names import find_swedish_name
from kb.text.words import normalize
from kb.vocabulary import Risk

MAX_NAME_CHARS = 100
MIN_LIKENESS = 60
MAX_BEHIND = 10
"""Of a hundred: from which likeness a name may be the one that was meant, and how far it may be behind the best."""
AreaClass = Literal["utsatt", "riskområde", "särskilt utsatt"]
AreaChangeKind = Literal["split", "redrawn", "renamed", "added", "removed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """code: SCB's four digits, the first two the county's; population on 31 December of population_year."""

    code: str
    name: str
    official_name: str
    county_code: str
    county_name: str
    police_region: str
    population: int
    population_year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceArea:
    name: str
    area_class: AreaClass
    municipality_code: str
    list_year: int
    is_derived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaChange:
    """How an area of one list year became one of the next; an empty name means that it was not on that list."""

    from_year: int
    from_area: str
    to_year: int
    to_area: str
    kind: AreaChangeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """Where who is in danger can turn. number : none where the municipality has its own

    risks : what it is for, none where it is for all of them; hours : none where the source tells none
    checked : the day on which number and hours were read at source_url
    """

    number: str
    name: str
    name_en: str
    for_whom: str
    for_whom_en: str
    hours: str
    hours_en: str
    risks: tuple[Risk, ...]
    source_url: str
    checked: date


@dataclass(frozen=True, slots=True)
class SupportPriority:
    """Why a municipality would come first under the mandate: the class and the list year it rests on."""

    area_class: AreaClass
    list_year: int


@dataclass(frozen=True, slots=True)
class Registers:
    municipalities: tuple[Municipality, ...]
    police_areas: tuple[PoliceArea, ...]
    area_changes: tuple[AreaChange, ...]
    help_lines: tuple[HelpLine, ...] = ()

    def find_municipality(self, name_or_code: str) -> Municipality:
        """The municipality with that code or name ("0114", "Upplands Väsby", "Borås stad", in English "Gothenburg").

        Raises
        ------
        UnknownMunicipality : none has; the message names the nearest
        """
        if len(name_or_code) > MAX_NAME_CHARS:
            raise UnknownMunicipality(f"no municipality has a name of {len(name_or_code)} characters")
        swedish = find_swedish_name(name_or_code)
        wanted = normalize(swedish or name_or_code.strip())
        names = {wanted, wanted.removesuffix(" stad") + " kommun"}  # the register calls every town a kommun
        for town in self.municipalities:
            if names & {town.code, normalize(town.name), normalize(town.official_name)}:
                return town
        if swedish:
            raise UnknownMunicipality(
                f"{name_or_code!r} is {swedish}, which is no municipality; give one of its municipalities"
            )
        near = self.near_names(name_or_code, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise UnknownMunicipality(f"unknown municipality {name_or_code!r}{hint}")

    def near_names(self, name: str, n: int = 3) -> tuple[str, ...]:
        """At most n names of municipalities that the name is like, the likest first; none for one that is too long, or
        for the English name of another place.
        """
        if len(name) > MAX_NAME_CHARS or find_swedish_name(name):
            return ()
        towns = [normalize(town.name) for town in self.municipalities]
        found = process.extract(normalize(name.strip()), towns, limit=n, score_cutoff=MIN_LIKENESS)
        best = max((likeness for _, likeness, _ in found), default=0.0)
        return tuple(self.municipalities[i].name for _, likeness, i in found if likeness >= best - MAX_BEHIND)

    def areas_of(self, municipality: Municipality, list_year: int | None = None) -> Sequence[PoliceArea]:
        """The municipality's areas, their class and list year; newest list first, then by name."""
        found = [
            area
            for area in self.police_areas
            if area.municipality_code == municipality.code and list_year in (None, area.list_year)
        ]
        return sorted(found, key=lambda area: (-area.list_year, area.name))

    def support_priority(self, municipality: Municipality) -> SupportPriority | None:
        """särskilt utsatt on the newest list, else riskområde on the last list that had the class, else None."""
        newest = max(area.list_year for area in self.police_areas)
        last_with_risk = max(area.list_year for area in self.police_areas if area.area_class == "riskområde")
        wanted: tuple[tuple[AreaClass, int], ...] = (("särskilt utsatt", newest), ("riskområde", last_with_risk))
        for area_class, year in wanted:
            if any(area.area_class == area_class for area in self.areas_of(municipality, year)):
                return SupportPriority(area_class, year)
        return None

    def successors(self, area: PoliceArea) -> Sequence[AreaChange]:
        """What became of an area on the next list, where its name did not simply stay."""
        return [c for c in self.area_changes if (c.from_year, c.from_area) == (area.list_year, area.name)]
