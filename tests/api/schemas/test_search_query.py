"""The filters of a search are the facets that something is chosen in."""

import pytest
from pydantic import ValidationError

from api.schemas.search_query import SearchAsked, SearchQuery
from kb.search.facets import GUIDANCE_FACETS


def test_every_facet_of_the_guidance_is_a_parameter() -> None:
    asked = SearchQuery.model_validate({"q": "epa", **{facet: [facet] for facet in GUIDANCE_FACETS}})
    assert asked.filters == {facet: [facet] for facet in GUIDANCE_FACETS}


def test_a_value_counts_once_and_a_facet_without_values_not_at_all() -> None:
    asked = SearchQuery.model_validate({"q": "epa", "rating": ["god", "stark", "god"]})
    assert asked.filters == {"rating": ["god", "stark"]}


def test_a_page_may_have_more_in_its_address_and_a_program_may_not() -> None:
    sent = {"q": "epa", "utm_source": "nyhetsbrev"}
    assert SearchAsked.model_validate(sent).q == "epa"
    with pytest.raises(ValidationError, match="utm_source"):
        SearchQuery.model_validate(sent)
