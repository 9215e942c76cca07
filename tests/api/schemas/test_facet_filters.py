"""The fields of a search's filters are those of the one table of facets."""

from api.schemas.facet_filters import FacetFilters
from kb.search.facets import GUIDANCE_FACETS


def test_there_is_a_field_for_each_facet_and_no_other() -> None:
    assert list(FacetFilters.model_fields) == list(GUIDANCE_FACETS)


def test_only_what_is_chosen_is_a_filter_and_each_value_once() -> None:
    asked = FacetFilters.model_validate({"rating": ["god", "stark", "god"], "kind": []})
    assert asked.filters == {"rating": ["god", "stark"]}
