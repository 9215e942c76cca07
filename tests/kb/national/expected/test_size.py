"""How large a problem is, of statistics."""

from kb.national.expected.interval import Interval
from kb.national.expected.size import size_statistics
from kb.national.statistics.statistic import Statistic


def make_statistic(year: int, value: float, measure: str = "Anmälda", area: str = "bilbrott") -> Statistic:
    url = f"https://statistik.example.se/{year}"
    return Statistic(municipality_code="0331", year=year, measure=measure, value=value, source_url=url, area=area)


def test_a_size_is_the_range_of_the_three_newest_years() -> None:
    (size,) = size_statistics(
        [make_statistic(year, value) for year, value in ((2021, 900), (2022, 40), (2024, 55), (2023, 60))]
    )
    assert size.values == Interval(40, 60)
    assert size.years == (2022, 2024)
    assert size.source_url == "https://statistik.example.se/2024"
    assert (size.area, size.measure, size.origin) == ("bilbrott", "Anmälda", "statistics")


def test_each_measure_has_its_own_and_those_of_no_area_none() -> None:
    told = [make_statistic(2024, 1), make_statistic(2024, 2, "Uppklarade"), make_statistic(2024, 9000, "Invånare", "")]
    assert [(size.measure, size.values.low) for size in size_statistics(told)] == [("Anmälda", 1), ("Uppklarade", 2)]
