"""Contrast by WCAG: known ratios, and variables followed to their colours in light and dark."""

import pytest

from tests.site.contrast import contrast_ratio, measure_contrasts

CSS = """:root { --ink: #000; --paper: #fff; --text: var(--ink); --odd: rgb(1 2 3); }
@media (prefers-color-scheme: dark) { :root { --ink: #ffffff; } }
"""


@pytest.mark.parametrize(
    ("colour", "ground", "ratio"),
    [
        ("#000", "#fff", 21.0),
        ("#fff", "#000", 21.0),
        ("#777777", "#fff", 4.48),
        ("#767676", "#fff", 4.54),
        ("#abc", "#abc", 1.0),
    ],
)
def test_known_ratios(colour: str, ground: str, ratio: float) -> None:
    """#767676 is the lightest grey that text on white may have."""
    assert contrast_ratio(colour, ground) == pytest.approx(ratio, abs=0.005)


def test_dark_takes_the_place_of_light() -> None:
    light, dark = measure_contrasts(CSS, [("--text", "--paper", 4.5)])
    assert (light.scheme, light.ratio, light.is_enough) == ("light", 21.0, True)
    assert (dark.scheme, dark.ratio, dark.is_enough) == ("dark", 1.0, False)


@pytest.mark.parametrize("colour", ["--missing", "--odd"])
def test_what_is_no_colour_is_not_enough(colour: str) -> None:
    contrasts = measure_contrasts(CSS, [(colour, "--paper", 3.0)])
    assert [(pair.ratio, pair.is_enough) for pair in contrasts] == [(None, False)] * 2
