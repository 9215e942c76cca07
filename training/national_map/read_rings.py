"""Polygons in well-known binary, as GeoParquet has them.

Source: OGC 06-103r4, Simple feature access, part 1, chapter 8.
"""

import struct

Ring = list[tuple[float, float]]
"""Degrees of longitude and latitude; the first point again as the last."""
_POLYGON, _MULTIPOLYGON = 3, 6


def read_rings(geometry: bytes) -> list[Ring]:
    """The rings of a polygon or of several, outer rings and holes alike.

    Raises
    ------
    ValueError : it is no polygon in little-endian well-known binary
    """
    rings, end = _read_geometry(geometry, 0)
    if end != len(geometry):
        raise ValueError(f"a geometry of {len(geometry)} bytes ends at {end}; is it well-known binary?")
    return rings


def _read_geometry(geometry: bytes, at: int) -> tuple[list[Ring], int]:
    order, kind, n_parts = struct.unpack_from("<BII", geometry, at)
    if order != 1 or kind not in (_POLYGON, _MULTIPOLYGON):
        raise ValueError(f"a geometry of kind {kind} in byte order {order}; polygons in order 1 are read")
    read_part = _read_geometry if kind == _MULTIPOLYGON else _read_ring
    rings: list[Ring] = []
    at += 9
    for _ in range(n_parts):
        part, at = read_part(geometry, at)
        rings += part
    return rings, at


def _read_ring(geometry: bytes, at: int) -> tuple[list[Ring], int]:
    (n_points,) = struct.unpack_from("<I", geometry, at)
    numbers = struct.unpack_from(f"<{2 * n_points}d", geometry, at + 4)
    return [list(zip(numbers[::2], numbers[1::2], strict=True))], at + 4 + 16 * n_points
