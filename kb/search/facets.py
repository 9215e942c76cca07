"""What documents can be filtered and counted by: OR within a facet, AND between facets."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process

from kb.documents import Expert, Guidance
from kb.errors import FilterRejected
from kb.vocabulary import CERTAINTIES, MEETING_FORMATS, RATINGS

NATIONWIDE = "hela landet"

D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Facet(Generic[D]):
    """What documents are filtered by. read : a document's values

    title : key of its name in the words of a screen, empty where no screen shows it
    values : what the keys of its values begin with there, before _; empty where they are titles or names
    order : of its values where they have one; others are shown by how many documents have them
    """

    read: Callable[[D], Iterable[str]]
    title: str = ""
    values: str = ""
    order: tuple[str, ...] = ()


def _certainty(document: Guidance) -> tuple[str, ...]:
    """How sure the effect on the main outcome is; nothing where no effect is known."""
    main = document.main_outcome
    return (main.certainty,) if main and main.effect != "inte känt" else ()


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


GUIDANCE_FACETS: Mapping[str, Facet[Guidance]] = {
    "rating": Facet(lambda d: _one(d.rating), "evidence", "rating", RATINGS),
    "certainty": Facet(_certainty, "certainty", "certainty", CERTAINTIES),
    "problem_area": Facet(lambda d: (*d.primary_areas, *d.secondary_areas), "problem_area"),
    "recommendation": Facet(lambda d: _one(d.recommendation), "recommendation", "recommendation"),
    "kind": Facet(lambda d: (d.kind,), "kind", "kind"),
    "target_group": Facet(lambda d: d.target_groups, "target_group", "target_group"),
    "setting": Facet(lambda d: d.settings, "setting", "setting"),
    "run_by": Facet(lambda d: d.run_by, "run_by", "run_by"),
    "prevention_level": Facet(lambda d: _one(d.prevention_level), "level", "level"),
    "approach": Facet(lambda d: _one(d.approach), "approach", "approach"),
}
"""By name, in the order in which they are shown: a new one is a line here, and words for its values."""
EXPERT_FACETS: Mapping[str, Facet[Expert]] = {
    "problem_area": Facet(lambda d: d.problem_areas, "problem_area"),
    "method": Facet(lambda d: d.used_methods, "experts_method"),
    "organisation_type": Facet(lambda d: (d.organisation_type,)),
    "county": Facet(lambda d: d.counties or (NATIONWIDE,), "experts_county"),
    "support": Facet(lambda d: d.support, "support", "support"),
    "format": Facet(lambda d: d.formats, "experts_format", "format", MEETING_FORMATS),
    "language": Facet(lambda d: d.languages, "experts_language", "language"),
}

Filters = Mapping[str, Sequence[str]]
"""Facet -> the values of which a document must have at least one."""


@dataclass(frozen=True, slots=True)
class FacetTable:
    """values : those that some document has, in order; rows : bool array (n_values, n_documents), who has which."""

    values: tuple[str, ...]
    rows: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Facets:
    """tables : facet -> which documents have which of its values."""

    tables: Mapping[str, FacetTable]

    def allow(self, filters: Filters) -> NDArray[np.bool_] | None:
        """bool array (n_documents,) of what passes all filters; None when there are none.

        Raises
        ------
        FilterRejected : unknown facet, or a value that no document has
        """
        masks = [self._any_of(facet, values) for facet, values in filters.items() if values]
        return np.all(masks, axis=0) if masks else None

    def count(self, found: NDArray[np.bool_], filters: Filters) -> dict[str, dict[str, int]]:
        """facet -> value -> how many of the found documents have it, were the facet's own filter lifted; no zeros.

        found : bool array (n_documents,), what the query finds before filters
        """
        counts: dict[str, dict[str, int]] = {}
        for facet, table in self.tables.items():
            others = self.allow({name: values for name, values in filters.items() if name != facet})
            here = found if others is None else found & others
            sums = np.count_nonzero(table.rows & here, axis=1).tolist()
            counts[facet] = {value: n for value, n in zip(table.values, sums, strict=True) if n}
        return counts

    def _any_of(self, facet: str, values: Sequence[str]) -> NDArray[np.bool_]:
        if facet not in self.tables:
            raise FilterRejected(f"unknown filter {facet!r}; choose among {', '.join(self.tables)}")
        table = self.tables[facet]
        for value in values:
            if value not in table.values:
                near = process.extractOne(value, table.values, score_cutoff=60)
                hint = f"did you mean {near[0]!r}?" if near else f"choose among {', '.join(table.values)}"
                raise FilterRejected(f"no document has {facet} {value!r}; {hint}")
        return np.asarray(table.rows[[table.values.index(value) for value in values]].any(axis=0))


def build_facets(documents: Sequence[D], facets: Mapping[str, Facet[D]]) -> Facets:
    """The facets of documents, in the order of an index."""
    return Facets({name: _tabulate([frozenset(facet.read(d)) for d in documents]) for name, facet in facets.items()})


def _tabulate(values_of: Sequence[frozenset[str]]) -> FacetTable:
    """The table of the values that each document has."""
    values = tuple(sorted({value for of_one in values_of for value in of_one}))
    rows = np.zeros((len(values), len(values_of)), np.bool_)
    for position, value in enumerate(values):
        rows[position] = [value in of_one for of_one in values_of]
    return FacetTable(values, rows)
