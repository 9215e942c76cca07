"""Contrast of what axe does not look at, light and dark, from the variables of the site's stylesheet.

axe measures text as it is painted. It leaves out text within a drawing (SVG), what is painted only under a pointer or
with the focus, borders, and shapes.
Source: WCAG 2.1, relative luminance and contrast ratio; success criteria 1.4.3 (text) and 1.4.11 (what is not text).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

TEXT, OTHER = 4.5, 3.0
"""The least contrast ratio."""
Pair = tuple[str, str, float]
"""Colour, what it stands on, and how much they must differ."""
PAIRS: tuple[Pair, ...] = (
    ("--ink", "--paper", TEXT),
    ("--ink", "--tint-strong", TEXT),
    ("--ink-soft", "--paper", TEXT),
    ("--link", "--paper", TEXT),
    ("--link", "--tint-strong", TEXT),
    ("--warn", "--warn-tint", TEXT),
    ("--ds-color-accent-base-contrast-default", "--ds-color-accent-base-hover", TEXT),
    ("--ds-color-accent-base-contrast-default", "--ds-color-accent-base-active", TEXT),
    ("--warn", "--paper", OTHER),
    ("--on-warn", "--warn", OTHER),
    ("--rate-stark", "--paper", OTHER),
    ("--rate-god", "--paper", OTHER),
    ("--rate-begransad", "--paper", OTHER),
    ("--rate-svag", "--paper", OTHER),
    ("--rate-oklar", "--paper", OTHER),
    ("--line-strong", "--paper", OTHER),
    ("--focus-outer", "--paper", OTHER),
    ("--ds-color-accent-border-default", "--paper", OTHER),
)
"""Text in drawings and under a pointer; shapes; borders and focus."""
_ROOT = re.compile(r":root\s*\{([^}]*)\}")
_DARK = re.compile(r"@media\s*\(prefers-color-scheme:\s*dark\)\s*\{\s*:root\s*\{([^}]*)\}")
_VARIABLE = re.compile(r"(--[\w-]+)\s*:\s*([^;]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """ratio : in [1, 21], None when a variable is missing or is no colour; least : what it must reach."""

    scheme: str
    colour: str
    ground: str
    ratio: float | None
    least: float

    @property
    def is_enough(self) -> bool:
        return self.ratio is not None and self.ratio >= self.least


def measure_contrasts(css: str, pairs: Sequence[Pair] = PAIRS) -> list[Contrast]:
    """The contrast of every pair, in light and in dark."""
    dark = _DARK.search(css)
    light = dict(_VARIABLE.findall(" ".join(_ROOT.findall(_DARK.sub("", css)))))
    schemes = {"light": light, "dark": {**light, **dict(_VARIABLE.findall(dark[1] if dark else ""))}}
    return [
        Contrast(scheme=scheme, colour=colour, ground=ground, ratio=_ratio(variables, colour, ground), least=least)
        for scheme, variables in schemes.items()
        for colour, ground, least in pairs
    ]


def contrast_ratio(colour: str, ground: str) -> float:
    """Of two colours as #rgb or #rrggbb.

    >>> contrast_ratio("#000", "#ffffff")
    21.0
    """
    darker, lighter = sorted((_luminance(colour), _luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def _ratio(variables: Mapping[str, str], colour: str, ground: str) -> float | None:
    found = [_resolve(variables, name) for name in (colour, ground)]
    return (
        contrast_ratio(found[0], found[1])
        if all(re.fullmatch(r"#(?:[0-9a-fA-F]{3}){1,2}", value) for value in found)
        else None
    )


def _resolve(variables: Mapping[str, str], name: str) -> str:
    """The colour that a variable has, through those it names; empty when it has none."""
    value = f"var({name})"
    for _ in range(len(variables) + 1):
        if not (named := re.fullmatch(r"var\((--[\w-]+)\)", value)):
            return value
        value = variables.get(named[1], "").strip()
    return ""


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    whole = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    shares = (int(whole[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
