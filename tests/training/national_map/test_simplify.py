"""Fewer points, and every shared border still shared."""

from training.national_map.simplify import area_of, simplify

WEST = ((0, 0), (10, 0), (11, 3), (10, 6), (10, 10), (0, 10), (0, 5))
EAST = ((10, 0), (20, 0), (20, 10), (10, 10), (10, 6), (11, 3))
ISLAND = ((30, 30), (31, 30), (31, 31))


def test_a_shared_border_is_simplified_once() -> None:
    found = simplify({"west": [WEST], "east": [EAST]}, tolerance=2, min_area=0)
    assert found == {"west": [((10, 0), (10, 10), (0, 10), (0, 0))], "east": [((10, 0), (20, 0), (20, 10), (10, 10))]}


def test_what_is_farther_than_the_tolerance_stays_on_both_sides() -> None:
    found = simplify({"west": [WEST], "east": [EAST]}, tolerance=0.9, min_area=0)
    assert (11, 3) in found["west"][0]
    assert (11, 3) in found["east"][0]


def test_small_islands_go_but_never_the_largest_part() -> None:
    assert simplify({"west": [WEST, ISLAND]}, 0, min_area=5)["west"] == [
        ((0, 0), (10, 0), (11, 3), (10, 6), (10, 10), (0, 10))
    ]  # (0, 5) lies on the straight line
    assert simplify({"skerry": [ISLAND]}, 0, min_area=5) == {"skerry": [ISLAND]}


def test_an_area_is_the_same_whichever_way_the_ring_is_turned() -> None:
    assert area_of(EAST) == area_of(EAST[::-1]) == 10 * 10 - 10 * 1 / 2 + 4 * 1 / 2
