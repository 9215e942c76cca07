"""What experts are asked for, as filters of the search."""

from api.schemas.experts_query import ExpertsQuery
from kb.search.facets import EXPERT_FACETS, NATIONWIDE


def test_a_county_is_also_covered_by_those_who_work_in_the_whole_country() -> None:
    assert ExpertsQuery(county="14").filters["county"] == ["14", NATIONWIDE]
    assert ExpertsQuery().filters["county"] == []


def test_the_filters_are_facets_of_experts() -> None:
    asked = ExpertsQuery(method=["sspf"], format=["digitalt"], language=["en"])
    assert asked.filters.keys() <= EXPERT_FACETS.keys()
    assert {facet: values for facet, values in asked.filters.items() if values} == {
        "method": ["sspf"],
        "format": ["digitalt"],
        "language": ["en"],
    }


def test_what_narrows_the_list_can_be_kept_in_part() -> None:
    asked = ExpertsQuery(municipality="Borås", method=["sspf"], state=["free"], first=20)
    assert asked.in_force == ["municipality", "state", "method"]
    assert asked.keeping(["method"]) == ExpertsQuery(method=["sspf"], first=20)
