"""Degrees to SWEREF 99 TM."""

import pytest

from training.national_map.project import project


@pytest.mark.parametrize(
    ("longitude", "latitude", "east", "north"),
    [  # as PROJ 9 has EPSG:3006
        (15, 60, 500000.000, 6651411.190),
        (18.07, 59.33, 674647.882, 6580824.576),
        (24, 66, 907351.981, 7349217.668),
        (11.97, 57.7, 319439.772, 6399348.061),
    ],
)
def test_a_place_is_where_others_have_it(longitude: float, latitude: float, east: float, north: float) -> None:
    assert project(longitude, latitude) == pytest.approx((east, north), abs=0.01)
