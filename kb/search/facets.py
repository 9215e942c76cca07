"""What documents can be filtered and counted by: OR within a facet, AND between facets."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process

from kb.documents import Expert, Guidance
from kb.errors import FilterRejected
from kb.vocabulary import MEETING_FORMATS, RATINGS

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


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


GUIDANCE_FACETS: Mapping[str, Facet[Guidance]] = {
    "rating": Facet(lambda d: _one(d.rating), "evidence", "rating", RATINGS),
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
    "method": Facet(lambda d: [m.slug for m in d.methods], "experts_method"),
    "organisation_type": Facet(lambda d: (d.organisation_type,)),
    "county": Facet(lambda d: d.counties or (NATIONWIDE,), "experts_county"),
    "support": Facet(lambda d: d.support, "support", "support"),
    "format": Facet(lambda d: d.formats, "experts_format", "format", MEETING_FORMATS),
    "language": Facet(lambda d: d.languages, "experts_language", "language"),
}

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


def build_facets(documents: Sequence[D], facets: Mapping[str, Facet[D]]) -> Facets:
    """The facets of documents, in the order of an index."""
    columns: dict[str, dict[str, NDArray[np.bool_]]] = {}
    for name, facet in facets.items():
        by_value: dict[str, NDArray[np.bool_]] = {}
        for position, document in enumerate(documents):
            for value in facet.read(document):
                by_value.setdefault(value, np.zeros(len(documents), np.bool_))[position] = True
        columns[name] = dict(sorted(by_value.items()))
    return Facets(columns, len(documents))
