"""Coverage of areas and counties, counted on a library small enough to count by hand."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kb.documents import Expert, Guidance, Library
from kb.overview.gaps import AreaCoverage, Gaps, find_gaps
from kb.registers import Municipality
from tests.builders import TODAY, make_area, make_evidence, make_expert, make_guidance

TOWNS = [
    Municipality(
        code="1490",
        name="Borås",
        official_name="Borås stad",
        county_code="14",
        county_name="Västra Götalands län",
        police_region="Väst",
        population=114091,
        population_year=2024,
    ),
    Municipality(
        code="1280",
        name="Malmö",
        official_name="Malmö stad",
        county_code="12",
        county_name="Skåne län",
        police_region="Syd",
        population=362133,
        population_year=2024,
    ),
    Municipality(
        code="1281",
        name="Lund",
        official_name="Lunds kommun",
        county_code="12",
        county_name="Skåne län",
        police_region="Syd",
        population=130288,
        population_year=2024,
    ),
]


def gaps_of(guidance: Sequence[Guidance] = (), experts: Sequence[Expert] = ()) -> Gaps:
    return find_gaps(Library(tuple(guidance), (make_area("narkotika"),), tuple(experts)), TOWNS, TODAY)


def cover(guidance: Sequence[Guidance] = (), experts: Sequence[Expert] = ()) -> AreaCoverage:
    return gaps_of(guidance, experts).areas[0]


def method(slug: str, *ratings: Any, **changed: Any) -> Guidance:
    return make_guidance(slug, evidence=tuple(make_evidence(rating) for rating in ratings), **changed)


def test_a_method_counts_once_by_its_evidence_for_the_area() -> None:
    elsewhere = make_guidance("c", evidence=(make_evidence("stark", for_areas=("klotter",)),))
    area = cover([method("a", "god", "stark"), method("b", "svag"), elsewhere])
    assert area.primary == {"stark": 0, "god": 1, "begränsad": 0, "svag": 1, "oklar": 1}


def test_primary_and_secondary_are_counted_apart() -> None:
    area = cover([method("a", "god"), method("b", "svag", primary_areas=("klotter",), secondary_areas=("narkotika",))])
    assert (area.primary["god"], area.primary["svag"]) == (1, 0)
    assert (area.secondary["god"], area.secondary["svag"]) == (0, 1)


def test_a_method_advised_against_is_no_method_to_have() -> None:
    area = cover([method("skramsel", "stark", recommendation="avråds"), method("a", "god")])
    assert area.n_advised_against == 1
    assert sum(area.primary.values()) == 1
    assert "few_methods" in area.shortages


def test_gap_documents_and_law_are_no_methods() -> None:
    lucka = method("lucka", kind="lucka", secondary_areas=("narkotika",), primary_areas=("klotter",))
    area = cover([lucka, method("lag", kind="juridik"), method("steg", kind="process")])
    assert (area.n_gap_documents, area.n_duties_and_law) == (1, 1 + 1)
    assert sum(area.primary.values()) == sum(area.secondary.values()) == 0


def test_two_methods_of_which_one_is_good_and_two_experts_are_enough() -> None:
    area = cover([method("a", "god"), method("b", "oklar")], [make_expert("x"), make_expert("y", counties=("12",))])
    assert area.shortages == ()


def test_methods_that_may_also_help_count_but_are_told_when_they_alone_are_well_supported() -> None:
    also = [method(slug, "stark", primary_areas=("x",), secondary_areas=("narkotika",)) for slug in "ab"]
    assert cover(also, [make_expert("x"), make_expert("y")]).shortages == ("well_supported_secondary_only",)


def test_one_method_of_either_tag_is_too_few() -> None:
    also = method("a", "god", primary_areas=("x",), secondary_areas=("narkotika",))
    assert "few_methods" in cover([also]).shortages
    assert "few_methods" not in cover([also, method("b", "oklar")]).shortages


def test_begränsad_is_not_well_supported() -> None:
    assert "none_well_supported" in cover([method("a", "begränsad"), method("b", "svag")]).shortages
    assert "none_well_supported" not in cover([method("a", "stark"), method("b", "svag")]).shortages


def test_an_area_with_one_expert_is_thin() -> None:
    assert "few_experts" in cover(experts=[make_expert("x"), make_expert("y", problem_areas=("klotter",))]).shortages


def test_nationwide_experts_stand_apart_from_those_that_name_their_counties() -> None:
    area = cover(
        experts=[make_expert("land"), make_expert("syd", counties=("12",)), make_expert("a", counties=("12",))]
    )
    assert (area.n_nationwide, area.n_regional) == (1, 2)


def test_a_county_that_only_nationwide_experts_reach_is_told() -> None:
    area = cover(experts=[make_expert("land"), make_expert("syd", counties=("12",))])
    assert area.counties_without == ("14",)


def test_an_expert_whose_publication_has_run_out_is_not_counted() -> None:
    gaps = gaps_of(experts=[make_expert("x", publication_review_by=date(2026, 11, 21)), make_expert("y")])
    assert (gaps.n_nationwide, gaps.areas[0].n_nationwide) == (1, 1)


def test_counties_come_by_code_with_the_experts_and_areas_that_name_them() -> None:
    experts = [
        make_expert("a", counties=("12",), problem_areas=("narkotika", "klotter")),
        make_expert("b", counties=("12", "14"), problem_areas=("narkotika",)),
        make_expert("land", problem_areas=("otrygghet",)),
    ]
    counties = gaps_of(experts=experts).counties
    assert [(c.code, c.name, c.n_experts, c.n_areas) for c in counties] == [
        ("12", "Skåne län", 2, 2),
        ("14", "Västra Götalands län", 1, 1),
    ]


def test_problem_areas_come_before_support_themes_and_then_by_slug() -> None:
    areas = (make_area("samverkan", kind="stödtema"), make_area("trafik"), make_area("klotter"))
    gaps = find_gaps(Library((), areas, ()), TOWNS, TODAY)
    assert [area.slug for area in gaps.areas] == ["klotter", "trafik", "samverkan"]
