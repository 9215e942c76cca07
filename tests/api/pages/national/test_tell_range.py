"""Ranges in words."""

import pytest

from api.languages import load_strings
from api.pages.national.tell_range import tell_changed, tell_price, tell_relative, tell_size
from kb.national.expected.interval import Interval

SV, EN = load_strings("sv"), load_strings("en")


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (-200, -25, "25–200 färre"),
        (-200, 0, "0–200 färre"),
        (-20, 10.5, "från 20 färre till 10,5 fler"),
        (0, 10, "0–10 fler"),
        (1, 10, "1–10 fler"),
        (-5, -0.0042, "0,0042–5 färre"),
    ],
)
def test_a_change_is_told_as_fewer_or_more(low: float, high: float, told: str) -> None:
    assert tell_changed(Interval(low, high), SV) == told


def test_a_relative_change_is_told_in_per_cent() -> None:
    assert tell_relative(Interval(-0.5, -0.125), SV) == "12,5–50 procent färre"
    assert tell_relative(Interval(-0.25, 0.1), SV) == "från 25 procent färre till 10 procent fler"
    assert tell_relative(Interval(0.01, 0.5), EN) == "1–50 per cent more"


def test_a_size_is_one_number_or_a_range() -> None:
    assert tell_size(Interval(1250, 1250), SV) == "1\u00a0250"
    assert tell_size(Interval(40, 60), EN) == "40–60"
    assert tell_price(Interval(5_000, 20_000), EN) == "SEK 5,000–20,000 for each avoided"
