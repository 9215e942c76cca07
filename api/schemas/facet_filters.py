"""The filters of a search, as fields."""

from typing import Annotated

from pydantic import BaseModel, Field

from kb.search.facets import GUIDANCE_FACETS, Filters


class FacetFilters(BaseModel):
    """A field for each facet of the guidance, with the values chosen in it: OR within a facet, AND between facets."""

    # Pydantic makes fields of annotations, and these are made of the one table: a new facet is a field at once.
    __annotations__ = dict.fromkeys(GUIDANCE_FACETS, Annotated[list[str], Field(default_factory=list, max_length=50)])

    @property
    def filters(self) -> Filters:
        """The facets that something is chosen in, each value once."""
        chosen = self.model_dump(include=set(GUIDANCE_FACETS))
        return {facet: list(dict.fromkeys(values)) for facet, values in chosen.items() if values}
