"""What documents can be filtered and counted by: OR within a facet, AND between facets."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process

from kb.documents import Expert, Guidance
from kb.errors import FilterRejected

NATIONWIDE = "hela landet"

GUIDANCE_FACETS: Mapping[str, Callable[[Guidance], Iterable[str]]] = {
    "problem_area": lambda d: (*d.primary_areas, *d.secondary_areas),
    "rating": lambda d: (d.rating,) if d.rating else (),
    "recommendation": lambda d: (d.recommendation,) if d.recommendation else (),
    "kind": lambda d: (d.kind,),
    "approach": lambda d: (d.approach,) if d.approach else (),
    "prevention_level": lambda d: (d.prevention_level,) if d.prevention_level else (),
    "target_group": lambda d: d.target_groups,
    "setting": lambda d: d.settings,
    "run_by": lambda d: d.run_by,
}
EXPERT_FACETS: Mapping[str, Callable[[Expert], Iterable[str]]] = {
    "problem_area": lambda d: d.problem_areas,
    "method": lambda d: [m.slug for m in d.methods],
    "organisation_type": lambda d: (d.organisation_type,),
    "county": lambda d: d.counties or (NATIONWIDE,),
    "support": lambda d: d.support,
    "format": lambda d: d.formats,
    "language": lambda d: d.languages,
}

D = TypeVar("D")

Filters = Mapping[str, Sequence[str]]
"""Facet -> the values of which a document must have at least one."""


@dataclass(frozen=True, slots=True)
class Facets:
    """columns : facet -> value -> bool array (n_documents,), True where the document has the value."""

    columns: Mapping[str, Mapping[str, NDArray[np.bool_]]]
    n_documents: int

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
        for facet, columns in self.columns.items():
            others = self.allow({name: values for name, values in filters.items() if name != facet})
            here = found if others is None else found & others
            sums = {value: int(np.count_nonzero(column & here)) for value, column in columns.items()}
            counts[facet] = {value: n for value, n in sums.items() if n}
        return counts

    def _any_of(self, facet: str, values: Sequence[str]) -> NDArray[np.bool_]:
        if facet not in self.columns:
            raise FilterRejected(f"unknown filter {facet!r}; choose among {', '.join(self.columns)}")
        columns = self.columns[facet]
        for value in values:
            if value not in columns:
                near = process.extractOne(value, list(columns), score_cutoff=60)
                hint = f"did you mean {near[0]!r}?" if near else f"choose among {', '.join(sorted(columns))}"
                raise FilterRejected(f"no document has {facet} {value!r}; {hint}")
        return np.asarray(np.any([columns[value] for value in values], axis=0))


def build_facets(documents: Sequence[D], readers: Mapping[str, Callable[[D], Iterable[str]]]) -> Facets:
    """The facets of documents, in the order of an index."""
    columns: dict[str, dict[str, NDArray[np.bool_]]] = {}
    for facet, read in readers.items():
        by_value: dict[str, NDArray[np.bool_]] = {}
        for position, document in enumerate(documents):
            for value in read(document):
                by_value.setdefault(value, np.zeros(len(documents), np.bool_))[position] = True
        columns[facet] = dict(sorted(by_value.items()))
    return Facets(columns, len(documents))
