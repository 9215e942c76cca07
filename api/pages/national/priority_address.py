"""The address of the order of priority: it holds all that is chosen, so that a link shows the same to a colleague."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args
from urllib.parse import urlencode

from kb.errors import WeightsRejected
from kb.national.priority.criteria import CRITERIA, DEFAULT_WEIGHTS, MOST_WEIGHT, Criterion

PRIORITY = "/nationellt/prioritering"
FILE = f"{PRIORITY}/fil"
NAMES: Mapping[Criterion, str] = {
    "area_class": "klass",
    "areas": "omraden",
    "change": "forandring",
    "asked": "begart",
    "had": "fatt",
    "methods": "metoder",
    "experts": "experter",
}
"""What a weight is called in the address."""
SortKey = Literal["plats", "namn", "polisens", "arenden", "timmar"]
SORT_KEYS: tuple[SortKey, ...] = get_args(SortKey)


@dataclass(frozen=True, slots=True)
class PriorityAddress:
    """weights : whole numbers; county, town : codes, empty for none; page : from 1"""

    weights: Mapping[Criterion, float]
    county: str = ""
    sort: SortKey = "plats"
    page: int = 1
    town: str = ""

    @property
    def is_usual(self) -> bool:
        """Whether the weights are those that nobody has moved."""
        return self.weights == DEFAULT_WEIGHTS

    def sorted_by(self, key: SortKey) -> str:
        return replace(self, sort=key, page=1).write()

    def at_page(self, page: int) -> str:
        return replace(self, page=page).write()

    def at_town(self, code: str) -> str:
        return replace(self, town=code).write() + "#kommun"

    def with_usual_weights(self) -> str:
        return replace(self, weights=DEFAULT_WEIGHTS, page=1).write()

    def write(self, path: str = PRIORITY) -> str:
        """The address, without what is as usual."""
        told = [] if self.is_usual else [(NAMES[name], f"{weight:g}") for name, weight in self.weights.items()]
        told += [("lan", self.county)] if self.county else []
        told += [("sortera", self.sort)] if self.sort != "plats" else []
        told += [("sida", str(self.page))] if self.page > 1 else []
        told += [("kommun", self.town)] if self.town else []
        return f"{path}?{urlencode(told)}" if told else path

    def write_file(self) -> str:
        """The address of the file with the same order, all pages of it."""
        return replace(self, page=1, town="", sort="plats").write(FILE)


def read_address(asked: Mapping[str, str], usual_county: str = "") -> PriorityAddress:
    """What is chosen. usual_county : that of an advisor who has not chosen any; `lan=alla` is the country

    Raises
    ------
    WeightsRejected : a weight is no whole number from 0 to MOST_WEIGHT
    """
    county = asked.get("lan", usual_county)
    page = asked.get("sida", "")
    return PriorityAddress(
        weights={criterion: _read_weight(criterion, asked) for criterion in CRITERIA},
        county=county,
        sort=next((key for key in SORT_KEYS if key == asked.get("sortera")), "plats"),
        page=max(1, int(page)) if re.fullmatch(r"[0-9]{1,3}", page) else 1,
        town=asked.get("kommun", ""),
    )


def _read_weight(criterion: Criterion, asked: Mapping[str, str]) -> float:
    name = NAMES[criterion]
    text = asked.get(name)
    if text is None:
        return DEFAULT_WEIGHTS[criterion]
    if not re.fullmatch(r"[0-9]{1,3}", text) or int(text) > MOST_WEIGHT:
        raise WeightsRejected(f"{name}: {text[:20]!r} is no weight; give a whole number from 0 to {MOST_WEIGHT}")
    return int(text)
