"""Polygons in well-known binary."""

import struct

import pytest

from training.national_map.read_rings import Ring, read_rings

OUTER: Ring = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 0.0)]
HOLE: Ring = [(1.0, 1.0), (2.0, 1.0), (2.0, 2.0), (1.0, 1.0)]


def write_polygon(*rings: Ring) -> bytes:
    points = [struct.pack("<I", len(ring)) + b"".join(struct.pack("<2d", *point) for point in ring) for ring in rings]
    return struct.pack("<BII", 1, 3, len(rings)) + b"".join(points)


def write_several(*polygons: bytes) -> bytes:
    return struct.pack("<BII", 1, 6, len(polygons)) + b"".join(polygons)


def test_a_polygon_has_its_outer_ring_and_its_holes() -> None:
    assert read_rings(write_polygon(OUTER, HOLE)) == [OUTER, HOLE]


def test_several_polygons_are_read_one_after_the_other() -> None:
    assert read_rings(write_several(write_polygon(OUTER), write_polygon(HOLE))) == [OUTER, HOLE]


@pytest.mark.parametrize(
    ("geometry", "told"),
    [
        (struct.pack("<BII", 1, 2, 0), "kind 2 in byte order 1"),
        (struct.pack(">BII", 0, 3, 0), "in byte order 0"),
        (write_polygon(OUTER) + b"x", "ends at"),
    ],
)
def test_what_is_no_polygon_is_refused(geometry: bytes, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        read_rings(geometry)
