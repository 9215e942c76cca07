"""Where to turn when nobody is listed: the county's own, then the national authorities."""

from datetime import date

from kb.matching.general_support import list_general_support
from kb.registers import Municipality
from kb.search.searcher import Searcher
from tests.builders import TODAY, make_area, make_expert

AREAS = {"metodstod": make_area("metodstod", kind="stödtema"), "narkotika": make_area("narkotika")}
EXPERTS = (
    make_expert("bra", problem_areas=("metodstod",)),
    make_expert("skane", problem_areas=("metodstod",), organisation_type="länsstyrelse", counties=("12",)),
    make_expert("halland", problem_areas=("metodstod",), organisation_type="länsstyrelse", counties=("13",)),
    make_expert("heder", organisation_type="länsstyrelse", counties=("12",)),
    make_expert("trosa", problem_areas=("metodstod",), organisation_type="kommun"),
    make_expert("gone", problem_areas=("metodstod",), publication_withdrawn=date(2026, 2, 1)),
)
LUND = Municipality(
    code="1281",
    name="Lund",
    official_name="Lunds kommun",
    county_code="12",
    county_name="Skåne län",
    police_region="Syd",
    population=128_000,
    population_year=2024,
)


def _slugs(town: Municipality | None) -> list[str]:
    return [expert.slug for expert in list_general_support(EXPERTS, AREAS, town, TODAY)]


def test_the_board_of_the_municipalitys_county_comes_before_the_national_authorities() -> None:
    assert _slugs(LUND) == ["skane", "bra"]


def test_without_a_municipality_there_are_the_national_ones() -> None:
    assert _slugs(None) == ["bra"]


def test_every_municipality_has_somebody_in_its_county_and_in_the_country(searcher: Searcher) -> None:
    snapshot = searcher.snapshot
    for town in snapshot.registers.municipalities:
        regional, *national = list_general_support(snapshot.experts.values(), snapshot.problem_areas, town, TODAY)
        assert (regional.organisation_type, regional.counties) == ("länsstyrelse", (town.county_code,))
        assert "Brå" in national[0].organisation
