"""Sweden's municipalities and vulnerable areas: the shipped registers."""

import pytest

from indexer.content.read_registers import read_registers
from kb.errors import UnknownMunicipality
from kb.registers import Municipality, PoliceArea, Registers, SupportPriority
from tests.conftest import CONTENT


@pytest.fixture(scope="module")
def registers() -> Registers:
    return read_registers(CONTENT / "registers")


def test_all_municipalities_are_there_once(registers: Registers) -> None:
    assert len(registers.municipalities) == 290
    assert len({town.code for town in registers.municipalities}) == 290
    assert all(town.code.startswith(town.county_code) for town in registers.municipalities)


@pytest.mark.parametrize("given", ["1490", "Borås", "borås", " BORÅS ", "Borås kommun", "Borås stad", "Bora\u030as"])
def test_a_municipality_is_found_by_its_code_and_by_what_people_call_it(registers: Registers, given: str) -> None:
    town = registers.find_municipality(given)
    assert (town.code, town.name, town.official_name) == ("1490", "Borås", "Borås kommun")
    assert (town.county_code, town.county_name) == ("14", "Västra Götalands län")


@pytest.mark.parametrize(
    ("given", "nearest"), [("Götebrog", "Göteborg"), ("Sundsval", "Sundsvall"), ("Boras", "Borås")]
)
def test_an_unknown_name_is_told_with_the_nearest(registers: Registers, given: str, nearest: str) -> None:
    with pytest.raises(UnknownMunicipality, match=f"unknown municipality '{given}'; did you mean {nearest}"):
        registers.find_municipality(given)


@pytest.mark.parametrize(("english", "name"), [("Gothenburg", "Göteborg"), ("malmo", "Malmö"), ("Gothland", "Gotland")])
def test_the_english_name_of_a_municipality_is_its_name(registers: Registers, english: str, name: str) -> None:
    assert registers.find_municipality(english).name == name


@pytest.mark.parametrize("english", ["Scania", "Lapland"])
def test_the_english_name_of_another_place_is_told_and_taken_for_no_municipality(
    registers: Registers, english: str
) -> None:
    with pytest.raises(UnknownMunicipality, match=f"'{english}' is .*, which is no municipality; give one of its"):
        registers.find_municipality(english)
    assert registers.near_names(english) == ()


def test_a_name_like_none_gets_no_guess(registers: Registers) -> None:
    with pytest.raises(UnknownMunicipality, match=r"unknown municipality '9999'$"):
        registers.find_municipality("9999")


def test_the_nearest_names_come_first_and_far_ones_not_at_all(registers: Registers) -> None:
    assert registers.near_names("Boras kommunn")[0] == "Borås"
    assert registers.near_names("Sundsval", 1) == ("Sundsvall",)
    assert registers.near_names("9999") == ()
    assert registers.near_names("x" * 101) == ()


def test_every_area_lies_in_a_known_municipality(registers: Registers) -> None:
    assert {area.municipality_code for area in registers.police_areas} <= {t.code for t in registers.municipalities}


def test_areas_come_newest_list_first_then_by_name(registers: Registers) -> None:
    araby = registers.areas_of(registers.find_municipality("Växjö"))
    assert [(area.name, area.area_class, area.list_year) for area in araby] == [
        ("Araby", "utsatt", 2025),
        ("Araby", "riskområde", 2023),
        ("Araby", "riskområde", 2021),
    ]
    botkyrka = registers.areas_of(registers.find_municipality("Botkyrka"), 2025)
    assert [area.name for area in botkyrka] == ["Alby", "Fittja", "Hallunda / Norsborg", "Storvreten"]


def test_a_municipality_without_areas_has_none(registers: Registers) -> None:
    town = registers.find_municipality("Arjeplog")
    assert registers.areas_of(town) == []
    assert registers.support_priority(town) is None


def test_only_the_list_of_2021_is_derived(registers: Registers) -> None:
    assert {area.list_year for area in registers.police_areas if area.is_derived} == {2021}


@pytest.mark.parametrize(
    ("name", "successors"),
    [
        ("Rinkeby / Tensta", [("Rinkeby", "split"), ("Tensta", "split"), ("Hjulsta", "split")]),
        ("Södra Sofielund (Seved)", [("Södra Sofielund / Seved", "renamed")]),
        ("Andersberg", [("", "removed")]),
        ("Araby", []),
    ],
)
def test_an_area_is_followed_to_the_next_list(
    registers: Registers, name: str, successors: list[tuple[str, str]]
) -> None:
    area = next(area for area in registers.police_areas if (area.name, area.list_year) == (name, 2023))
    assert [(change.to_area, change.kind) for change in registers.successors(area)] == successors


def test_what_an_area_was_split_into_is_on_the_next_list(registers: Registers) -> None:
    on_lists = {(area.list_year, area.name) for area in registers.police_areas}
    for change in registers.area_changes:
        assert not change.from_area or (change.from_year, change.from_area) in on_lists
        assert not change.to_area or (change.to_year, change.to_area) in on_lists


@pytest.mark.parametrize(
    ("name", "priority"),
    [
        ("Botkyrka", SupportPriority("särskilt utsatt", 2025)),
        ("Malmö", SupportPriority("särskilt utsatt", 2025)),  # which has risk areas on the list of 2023 too
        ("Växjö", SupportPriority("riskområde", 2023)),  # a class that the list of 2025 does not have
        ("Uppsala", SupportPriority("riskområde", 2023)),  # särskilt utsatt in 2021 alone
        ("Landskrona", None),  # a risk area in 2021, no longer in 2023
    ],
)
def test_priority_rests_on_the_newest_list_that_has_the_class(
    registers: Registers, name: str, priority: SupportPriority | None
) -> None:
    assert registers.support_priority(registers.find_municipality(name)) == priority


def test_priority_follows_a_newer_list() -> None:
    town = Municipality(
        code="0001",
        name="Exby",
        official_name="Exby kommun",
        county_code="00",
        county_name="Exlän",
        police_region="Ex",
        population=1,
        population_year=2030,
    )
    other = Municipality(
        code="0002",
        name="Ydal",
        official_name="Ydals kommun",
        county_code="00",
        county_name="Exlän",
        police_region="Ex",
        population=1,
        population_year=2030,
    )
    areas = (
        PoliceArea(
            name="Torget", area_class="särskilt utsatt", municipality_code="0001", list_year=2029, is_derived=False
        ),
        PoliceArea(name="Torget", area_class="riskområde", municipality_code="0001", list_year=2031, is_derived=False),
        PoliceArea(name="Berget", area_class="riskområde", municipality_code="0002", list_year=2029, is_derived=False),
    )
    registers = Registers((town, other), areas, ())
    assert registers.support_priority(town) == SupportPriority("riskområde", 2031)
    assert registers.support_priority(other) is None
