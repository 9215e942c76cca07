"""The guidance as it is for one problem area: filtered, counted and sorted by what the badges show there."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kb.badge import rate_for_area
from kb.documents import Guidance
from kb.search.collection import Collection
from kb.search.facets import Facets, FacetTable, Filters
from kb.vocabulary import RATINGS, place_of_rating


def find_area(filters: Filters) -> str | None:
    """The slug of the one problem area that the filters ask for; None where they ask for none, or for several."""
    areas: Sequence[str] = filters.get("problem_area", ())
    return areas[0] if len(areas) == 1 else None


def view_for_area(guidance: Collection[Guidance], area: str) -> Collection[Guidance]:
    """The collection with the ratings of its documents for the area in place of those of their main outcomes."""
    ratings = [rate_for_area(document, area) for document in guidance.documents]
    rows = np.array([[rating == value for rating in ratings] for value in RATINGS], np.bool_)
    return replace(
        guidance,
        facets=Facets({**guidance.facets.tables, "rating": FacetTable(RATINGS, rows)}),
        evidence_places=np.array([place_of_rating(rating) for rating in ratings], np.int64),
    )
