"""The units of a problem as a person reads them: paragraphs, list items and rows, a few shown and the rest folded."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from kb.problems.units import Unit

MAX_SHOWN_CHARS = 360


@dataclass(frozen=True, slots=True)
class Told:
    """heading : that it stands under, empty where it is that of the one before."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class ToldUnits:
    shown: tuple[Told, ...]
    folded: tuple[Told, ...]


def tell_units(units: Sequence[Unit]) -> ToldUnits:
    """What stands first, up to MAX_SHOWN_CHARS or one paragraph at least, and the rest."""
    told = _join(units)
    lengths = accumulate(len(part.text) for part in told)
    n_shown = max(1, sum(length <= MAX_SHOWN_CHARS for length in lengths))
    return ToldUnits(tuple(told[:n_shown]), tuple(told[n_shown:]))


def _join(units: Sequence[Unit]) -> list[Told]:
    """Sentences that follow each other in a paragraph as one; a heading that was read stands above what it heads."""
    told: list[Told] = []
    heading = ""
    texts = [unit for unit in units if unit.form != "heading"] or units
    for (_, above), group in groupby(texts, key=lambda unit: (_place(unit), unit.heading)):
        told.append(Told("" if above == heading else above, " ".join(unit.text for unit in group)))
        heading = above
    return told


def _place(unit: Unit) -> int:
    return unit.block if unit.form == "sentence" else -1 - unit.position
