"""Borders in degrees as the file of outlines."""

import json

from kb.national.map.outlines import read_ring
from training.national_map.read_rings import Ring
from training.national_map.write_outlines import GRID_M, write_outlines

WEST: Ring = [(15.0, 60.0), (15.5, 60.0), (15.5, 60.5), (15.0, 60.5), (15.0, 60.0)]
EAST: Ring = [(15.5, 60.0), (16.0, 60.0), (16.0, 60.5), (15.5, 60.5), (15.5, 60.0)]


def test_neighbours_are_written_with_the_same_border_north_up_from_the_corner() -> None:
    stored = json.loads(write_outlines({"2000": [EAST], "1000": [WEST]}))
    assert stored["grid_m"] == GRID_M
    assert list(stored["outlines"]) == ["1000", "2000"]
    west, east = (read_ring(*stored["outlines"][code]) for code in ("1000", "2000"))
    assert len(set(west) & set(east)) == 2
    assert min(x for x, _ in west) == 0
    assert min(y for _, y in [*west, *east]) == 0
    half_degree_m = 55_700  # of latitude, at 60 degrees
    assert abs(max(y for _, y in west) * GRID_M - half_degree_m) < 5 * GRID_M


def test_the_same_borders_give_the_same_file() -> None:
    assert write_outlines({"1000": [WEST], "2000": [EAST]}) == write_outlines({"2000": [EAST], "1000": [WEST]})
