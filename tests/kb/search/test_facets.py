"""What documents can be filtered and counted by."""

import numpy as np
import pytest

from kb.documents import MethodExperience
from kb.errors import FilterRejected
from kb.search.facets import EXPERT_FACETS, GUIDANCE_FACETS, Facets, build_facets
from tests.builders import make_evidence, make_expert, make_guidance

ALL = np.array([True, True, True, True])


@pytest.fixture
def facets() -> Facets:
    return build_facets(
        [
            make_guidance("a", target_groups=("barn",), settings=("skola",), evidence=(make_evidence("god"),)),
            make_guidance("b", target_groups=("unga",), settings=("skola", "fritid"), evidence=()),
            make_guidance("c", target_groups=("barn", "unga"), settings=("hem",), recommendation="avråds"),
            make_guidance("d", target_groups=("vuxna",), settings=("fritid",), secondary_areas=("stold-inbrott",)),
        ],
        GUIDANCE_FACETS,
    )


def test_no_filter_lets_everything_pass(facets: Facets) -> None:
    assert facets.allow({}) is None
    assert facets.allow({"setting": []}) is None


def test_values_of_one_facet_are_alternatives_and_facets_are_joint(facets: Facets) -> None:
    barn_or_vuxna = facets.allow({"target_group": ["barn", "vuxna"]})
    assert barn_or_vuxna is not None
    assert barn_or_vuxna.tolist() == [True, False, True, True]
    in_skola_too = facets.allow({"target_group": ["barn", "unga"], "setting": ["skola"]})
    assert in_skola_too is not None
    assert in_skola_too.tolist() == [True, True, False, False]


def test_a_facet_is_counted_as_if_its_own_filter_were_lifted(facets: Facets) -> None:
    counts = facets.count(ALL, {"target_group": ["barn"], "setting": ["skola"]})
    assert counts["target_group"] == {"barn": 1, "unga": 1}  # of a and b, which are in skola
    assert counts["setting"] == {"skola": 1, "hem": 1}  # of a and c, which are for barn
    assert counts["rating"] == {"god": 1}  # of a alone


def test_only_what_was_found_is_counted_and_zeros_are_left_out(facets: Facets) -> None:
    counts = facets.count(np.array([False, True, False, True]), {})
    assert counts["setting"] == {"fritid": 2, "skola": 1}
    assert counts["rating"] == {"oklar": 1}
    assert counts["recommendation"] == {"prövas": 2}
    assert counts["problem_area"] == {"narkotika": 2, "stold-inbrott": 1}


def test_an_unknown_facet_is_refused_with_those_there_are(facets: Facets) -> None:
    with pytest.raises(FilterRejected, match="unknown filter 'colour'; choose among rating, certainty"):
        facets.allow({"colour": ["red"]})


def test_a_value_that_no_document_has_is_refused_with_the_nearest(facets: Facets) -> None:
    with pytest.raises(FilterRejected, match="no document has setting 'skolan'; did you mean 'skola'"):
        facets.allow({"setting": ["skola", "skolan"]})


def test_a_value_like_none_is_refused_with_all_there_are(facets: Facets) -> None:
    with pytest.raises(FilterRejected, match="no document has setting 'xyz'; choose among fritid, hem, skola"):
        facets.allow({"setting": ["xyz"]})


def test_experts_without_counties_work_in_the_whole_country() -> None:
    methods = (MethodExperience("sspf", "har använt"),)
    facets = build_facets([make_expert("a", counties=("14",), methods=methods), make_expert("b")], EXPERT_FACETS)
    county, method = facets.tables["county"], facets.tables["method"]
    assert (county.values, county.rows.tolist()) == (("14", "hela landet"), [[True, False], [False, True]])
    assert (method.values, method.rows.tolist()) == (("sspf",), [[True, False]])
