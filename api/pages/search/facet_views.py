"""The filters of a search as the page shows them: values with counts, those chosen first told of as chips."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.languages import Language, load_strings
from api.pages.search.search_address import SearchAddress
from kb.documents import ProblemArea
from kb.search.facets import GUIDANCE_FACETS

N_OPEN = 2
"""So many facets are open from the start, besides those that something is chosen in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """n : how many hits there would be with it."""

    id: str
    value: str
    label: str
    n: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    name: str
    label: str
    values: tuple[FacetValue, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen value; href: the search without it."""

    label: str
    href: str


class FacetLabels:
    """Names of facets and their values in a language."""

    def __init__(self, language: Language, areas: Mapping[str, ProblemArea]) -> None:
        self._language = language
        self._strings = load_strings(language)
        self._areas = areas

    def name(self, facet: str) -> str:
        return self._strings[GUIDANCE_FACETS[facet].title]

    def value(self, facet: str, value: str) -> str:
        """The value as shown; one that is unknown as it was typed."""
        if facet == "problem_area" and value in self._areas:
            area = self._areas[value]
            return area.title if self._language == "sv" else area.title_en
        text = self._strings.get(f"{GUIDANCE_FACETS[facet].values}_{value}", value)
        return text[:1].upper() + text[1:]

    def choice(self, facet: str, values: Sequence[str]) -> str:
        """The facet with what is chosen in it: "Evidens (Stark, God)"."""
        return f"{self.name(facet)} ({', '.join(self.value(facet, value) for value in values)})"


def view_facets(
    counts: Mapping[str, Mapping[str, int]], chosen: Mapping[str, Sequence[str]], labels: FacetLabels
) -> list[FacetView]:
    """The facets that have anything to choose, in the order of the page."""
    views = []
    for place, facet in enumerate(GUIDANCE_FACETS):
        picked = chosen.get(facet, ())
        here = {**dict.fromkeys(picked, 0), **counts.get(facet, {})}
        ordered = sorted(here, key=lambda value: (_place(facet, value), -here[value], labels.value(facet, value)))
        values = tuple(
            FacetValue(
                id=f"f-{facet}-{i}",
                value=value,
                label=labels.value(facet, value),
                n=here[value],
                is_chosen=value in picked,
            )
            for i, value in enumerate(ordered, 1)
        )
        if values:
            views.append(FacetView(facet, labels.name(facet), values, place < N_OPEN or bool(picked)))
    return views


def list_chips(address: SearchAddress, labels: FacetLabels) -> list[Chip]:
    """The chosen values, each with the way to a search without it."""
    return [
        Chip(f"{labels.name(facet)}: {labels.value(facet, value)}", address.without(facet, value).href)
        for facet, values in address.filters.items()
        for value in values
    ]


def _place(facet: str, value: str) -> int:
    """Where the facet has its values in an order; all in one place where it has none, and by their count."""
    order = GUIDANCE_FACETS[facet].order
    return order.index(value) if value in order else 0
