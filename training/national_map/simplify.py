"""Rings with fewer points, so that a border that two share is still one and the same border for both.

The rings are cut where borders meet; each piece is simplified once, whoever's it is, and put together again.
Source: Douglas and Peucker, The Canadian Cartographer 10(2), 1973, pp. 112-122; the pieces are the arcs of TopoJSON.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import hypot

Point = tuple[int, int]
Ring = tuple[Point, ...]
"""Without the first point again as the last."""
Line = tuple[Point, ...]


def simplify(rings_of: Mapping[str, Sequence[Ring]], tolerance: float, min_area: float) -> dict[str, list[Ring]]:
    """The rings with what is nearer than the tolerance to a straight line left out.

    tolerance : in the unit of the points; min_area : in that unit squared; smaller rings are left out, but never the
    largest of a name, and never one that borders on another name's
    """
    joints = _find_joints([ring for rings in rings_of.values() for ring in rings])
    return {name: _simplify_rings(rings, joints, tolerance, min_area) for name, rings in rings_of.items()}


def area_of(ring: Ring) -> float:
    """The area within a ring, in the unit of its points squared, however it is turned.

    >>> area_of(((0, 0), (4, 0), (4, 3), (0, 3)))
    12.0
    """
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in _edges(ring))) / 2


def _find_joints(rings: Sequence[Ring]) -> frozenset[Point]:
    """The points where more than two edges meet, of any rings."""
    near: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for one, other in _edges(ring):
            near[one].add(other)
            near[other].add(one)
    return frozenset(point for point, others in near.items() if len(others) > 2)


def _simplify_rings(rings: Sequence[Ring], joints: frozenset[Point], tolerance: float, min_area: float) -> list[Ring]:
    largest = max(rings, key=area_of)
    kept = [
        ring for ring in rings if ring is largest or area_of(ring) >= min_area or any(point in joints for point in ring)
    ]
    simplified = (_simplify_ring(ring, joints, tolerance) for ring in kept)
    return [ring for ring in simplified if len(ring) > 2]


def _simplify_ring(ring: Ring, joints: frozenset[Point], tolerance: float) -> Ring:
    pieces = _cut(ring, joints)
    return tuple(point for piece in pieces for point in _simplify_piece(piece, tolerance)[:-1])


def _cut(ring: Ring, joints: frozenset[Point]) -> list[Line]:
    """The ring from joint to joint; one without is cut at its least point and the one farthest from that."""
    ends = [place for place, point in enumerate(ring) if point in joints]
    if len(ends) < 2:
        start = ends[0] if ends else ring.index(min(ring))
        far = max(range(len(ring)), key=lambda place: (_distance(ring[place], ring[start], ring[start]), ring[place]))
        ends = sorted((start, far))
    turned = ring[ends[0] :] + ring[: ends[0]]
    cuts = [place - ends[0] for place in ends] + [len(ring)]
    closed = (*turned, turned[0])
    return [closed[one : other + 1] for one, other in pairwise(cuts)]


def _simplify_piece(piece: Line, tolerance: float) -> Line:
    """The same points whichever way round the piece is walked."""
    if piece[0] <= piece[-1]:
        return _thin(piece, tolerance)
    return _thin(piece[::-1], tolerance)[::-1]


def _thin(line: Line, tolerance: float) -> Line:
    if len(line) < 3:
        return line
    apart = [_distance(point, line[0], line[-1]) for point in line[1:-1]]
    farthest = max(range(len(apart)), key=apart.__getitem__) + 1
    if apart[farthest - 1] <= tolerance:
        return (line[0], line[-1])
    return _thin(line[: farthest + 1], tolerance)[:-1] + _thin(line[farthest:], tolerance)


def _distance(point: Point, one: Point, other: Point) -> float:
    """How far a point is from the line between two, or from the one where they are the same."""
    width, height = other[0] - one[0], other[1] - one[1]
    if not width and not height:
        return hypot(point[0] - one[0], point[1] - one[1])
    along = ((point[0] - one[0]) * width + (point[1] - one[1]) * height) / (width**2 + height**2)
    along = min(max(along, 0.0), 1.0)
    return hypot(point[0] - one[0] - along * width, point[1] - one[1] - along * height)


def _edges(ring: Ring) -> Iterator[tuple[Point, Point]]:
    return zip(ring, ring[1:] + ring[:1], strict=True)
