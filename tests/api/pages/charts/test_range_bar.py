"""A range as a bar."""

from api.pages.charts.range_bar import EDGE, WIDTH, draw_range, frame_ranges
from kb.national.expected.interval import Interval
from tests.api.pages.read_page import read_page

FRAME = Interval(-100, 100)


def draw(low: float, high: float, direction: str = "gain") -> dict[str, str]:
    """The bar's attributes."""
    (bar,) = read_page(draw_range(Interval(low, high), direction, FRAME)).of_class("range-bar")  # type: ignore[arg-type]  # a word
    return bar.attributes


def test_it_reaches_from_low_to_high() -> None:
    bar = draw(-100, 0)
    assert (float(bar["x"]), float(bar["width"])) == (EDGE, (WIDTH - 2 * EDGE) / 2)


def test_the_narrowest_is_seen() -> None:
    assert float(draw(-1, -0.9)["width"]) == 2


def test_its_look_is_its_direction_but_open_where_it_goes_both_ways() -> None:
    assert "range-gain" in draw(-50, 0)["class"]
    assert "range-harm" in draw(0, 50, "harm")["class"]
    assert "range-open" in draw(-50, 10)["class"]


def test_a_frame_has_all_ranges_and_no_change() -> None:
    assert frame_ranges([Interval(-5, -1), Interval(-9, -2)]) == Interval(-9, 0)
    assert frame_ranges([]) == Interval(0, 0)
