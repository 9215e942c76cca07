"""Municipalities for tests of needs."""

from kb.registers import Municipality


def make_town(code: str, population: int = 20_000) -> Municipality:
    return Municipality(
        code=code,
        name=f"Kommun {code}",
        official_name=f"Kommun {code} kommun",
        county_code=code[:2],
        county_name=f"Län {code[:2]}",
        police_region="Väst",
        population=population,
        population_year=2024,
    )


def make_towns(county: str, n: int, population: int = 20_000) -> list[Municipality]:
    return [make_town(f"{county}{number:02}", population) for number in range(1, n + 1)]
