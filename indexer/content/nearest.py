"""The way out of a misspelt name: the nearest that exists."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

MIN_LIKENESS = 60.0
MAX_NAMED = 12


def did_you_mean(value: str, known: Sequence[str]) -> str:
    """ "did you mean ...?" with the nearest known value, else the list of known values."""
    near = process.extractOne(value, known, scorer=fuzz.ratio, score_cutoff=MIN_LIKENESS)
    if near:
        return f"did you mean '{near[0]}'?"
    more = " ..." if len(known) > MAX_NAMED else ""
    return f"choose among {', '.join(known[:MAX_NAMED])}{more}"
