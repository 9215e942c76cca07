"""Mean and spread are of the answers of whole groups; a county has its own, the country those of all."""

import math

import pytest

from api.store.base import new_id
from api.store.database import Database
from api.store.quality.figures import Figure, add_up, list_figures
from api.store.quality.tables import QualityGroup
from tests.fakes.moments import NOON


def _make_group(county: str, area: str, helped: tuple[int, ...]) -> QualityGroup:
    """Answers that all say "partly", and 3 of the quality."""
    n = len(helped)
    return QualityGroup(
        id=new_id(),
        series="county",
        key=county,
        area=area,
        made=NOON,
        n=n,
        used_sum=n,
        used_squares=n,
        helped_sum=sum(helped),
        helped_squares=sum(points * points for points in helped),
        quality_sum=3 * n,
        quality_squares=9 * n,
    )


def test_mean_and_spread_are_those_of_the_answers() -> None:
    figures = add_up([_make_group("14", "klotter", (1, 2, 3, 4, 5))])
    assert (figures.n, figures.used, figures.quality) == (5, Figure(0.5, 0.0), Figure(3.0, 0.0))
    assert figures.helped == Figure((1 + 2 + 3 + 4 + 5) / 5, math.sqrt((4 + 1 + 0 + 1 + 4) / 5))


def test_groups_are_added_up() -> None:
    figures = add_up([_make_group("14", "klotter", (1, 1, 1, 1, 1)), _make_group("14", "klotter", (5, 5, 5, 5, 5))])
    assert (figures.n, figures.helped) == (10, Figure(3.0, 2.0))


@pytest.mark.parametrize(
    ("scope", "told"),
    [
        ("14", [("14", None, 11), ("14", "klotter", 5), ("14", "", 6)]),
        ("01", [("01", None, 5), ("01", "klotter", 5)]),
        ("25", []),
        (
            "",
            [
                ("", None, 16),
                ("", "klotter", 10),
                ("", "", 6),
                ("01", None, 5),
                ("01", "klotter", 5),
                ("14", None, 11),
                ("14", "klotter", 5),
                ("14", "", 6),
            ],
        ),
    ],
)
def test_a_place_has_all_areas_first_and_the_rare_ones_together_last(
    database: Database, scope: str, told: list[tuple[str, str | None, int]]
) -> None:
    with database.session() as session:
        session.add_all(
            [
                _make_group("14", "klotter", (3,) * 5),
                _make_group("14", "", (3,) * 6),
                _make_group("01", "klotter", (3,) * 5),
            ]
        )
        session.flush()
        places = list_figures(session, scope)
    assert [(place.county, place.area, place.figures.n) for place in places] == told
