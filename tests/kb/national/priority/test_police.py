"""What the police's lists give for the order."""

from kb.national.priority.police import view_lists
from kb.national.priority.told import MISSING, Told, exactly
from kb.registers import AreaChange, AreaClass, Municipality, PoliceArea, Registers

TOWN = "1490"


def make_registers(*areas: tuple[str, AreaClass, int], changes: tuple[AreaChange, ...] = ()) -> Registers:
    """One municipality's areas beside one elsewhere, so that there are three lists and all classes."""
    town = Municipality(
        code=TOWN,
        name="Borås",
        official_name="Borås stad",
        county_code="14",
        county_name="Västra Götalands län",
        police_region="Väst",
        population=1,
        population_year=2024,
    )
    other = [_make("Annan", "riskområde", year, "0180") for year in (2021, 2023)]
    other.append(_make("Annan", "utsatt", 2025, "0180"))
    return Registers((town,), (*other, *(_make(*area, TOWN) for area in areas)), changes)


def _make(name: str, area_class: AreaClass, year: int, code: str) -> PoliceArea:
    return PoliceArea(name=name, area_class=area_class, municipality_code=code, list_year=year, is_derived=year == 2021)


def rate(*areas: tuple[str, AreaClass, int], changes: tuple[AreaChange, ...] = ()) -> tuple[Told, Told, Told]:
    values = view_lists(make_registers(*areas, changes=changes))[TOWN].values
    return values["area_class"], values["areas"], values["change"]


def test_the_gravest_class_of_the_newest_list_counts() -> None:
    norrby: tuple[str, AreaClass, int] = ("Norrby", "särskilt utsatt", 2025)
    assert rate(norrby, ("Hulta", "utsatt", 2025), ("Norrby", "särskilt utsatt", 2023)) == (
        exactly(1.0),
        exactly(0.5),
        exactly(0.5),
    )


def test_a_municipality_without_an_area_is_known_to_have_none() -> None:
    assert rate() == (exactly(0.0), exactly(0.0), exactly(0.0))


def test_what_was_a_riskomrade_may_be_anything_from_utsatt_to_sarskilt_utsatt_and_its_change_is_missing() -> None:
    area_class, _, change = rate(("Alby", "utsatt", 2025), ("Alby", "riskområde", 2023))
    assert area_class == Told(0.4, 0.75, 1.0)
    assert change == MISSING


def test_a_riskomrade_that_became_sarskilt_utsatt_became_worse_and_one_that_left_the_list_better() -> None:
    worse = rate(("Alby", "särskilt utsatt", 2025), ("Alby", "riskområde", 2023))
    assert (worse[0], worse[2]) == (exactly(1.0), exactly(1.0))
    better = rate(("Alby", "riskområde", 2023))
    assert (better[0], better[2]) == (exactly(0.0), exactly(0.0))


def test_a_new_area_is_a_change_for_the_worse() -> None:
    assert rate(("Granängsringen", "utsatt", 2025))[2] == exactly(1.0)


def test_areas_that_were_one_may_count_as_one() -> None:
    changes = tuple(
        AreaChange(from_year=2023, from_area="Ronna / Lina", to_year=2025, to_area=name, kind="split")
        for name in ("Ronna", "Lina")
    )
    _, areas, _ = rate(("Ronna", "utsatt", 2025), ("Lina", "utsatt", 2025), changes=changes)
    assert areas == Told(0.25, 0.5, 0.5)


def test_a_list_tells_its_areas_the_gravest_first_and_whether_it_is_derived() -> None:
    areas: tuple[tuple[str, AreaClass, int], ...] = (("B", "utsatt", 2025), ("A", "särskilt utsatt", 2025))
    lists = view_lists(make_registers(*areas))[TOWN].lists
    assert [(one.year, one.is_derived, [area.name for area in one.areas]) for one in lists] == [
        (2025, False, ["A", "B"]),
        (2023, False, []),
        (2021, True, []),
    ]


def test_without_lists_nothing_of_them_is_known() -> None:
    registers = Registers(make_registers().municipalities, (), ())
    assert set(view_lists(registers)[TOWN].values.values()) == {MISSING}
