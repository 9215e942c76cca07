"""Stances that a unit's own words bear out, or that they take from it.

Nothing is denied without a word that denies: the model has read so many denials of shootings that a shooting told
plainly looks like one. What is wrongly taken as denied is lost to the user, who sees an answer that looks complete;
what is wrongly taken as a problem is seen. What has become less, and what is said of the whole country, is no problem
of the municipality, however much crime the sentence names.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kb.problems.read_unit import FloatArray
from kb.problems.stances import STANCES
from kb.problems.units import Unit
from kb.text.words import find_words

PROBLEM, DENIED, OVER, ELSE = (STANCES.index(stance) for stance in ("problem", "denied", "over", "else"))
ELSE_SHARE = 0.3
"""How much of what speaks for background goes over to a problem, by how surely the unit is of a problem area."""
TAKEN = 0.7
"""How much of what speaks for a problem is taken from good news and from what is said of the whole country."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Words by which something is told: those that begin with a stem, and whole words."""

    stems: tuple[str, ...]
    words: frozenset[str]

    def are_in(self, forms: Sequence[str]) -> bool:
        """Whether any of the words, in small letters, is a cue."""
        return any(form in self.words or form.startswith(self.stems) for form in forms)


def weigh_stances(stances: FloatArray, about: float, unit: Unit) -> FloatArray:
    """The probabilities with what lacks its word shared between a problem and background, and what has one moved.

    stances : float64 array (n_stances,); about : the probability that the unit is of a problem area
    """
    weighed = stances.copy()
    if not denies(unit.headed):
        weighed[PROBLEM] += about * stances[DENIED]
        weighed[ELSE] += (1 - about) * stances[DENIED]
        weighed[DENIED] = 0.0
    _move(weighed, ELSE_SHARE * about, ELSE, PROBLEM)
    if is_good_news(unit.text):
        _move(weighed, TAKEN, PROBLEM, OVER)
    if is_of_the_country(unit.headed):
        _move(weighed, TAKEN, PROBLEM, ELSE)
    return weighed


def _move(stances: FloatArray, share: float, source: int, target: int) -> None:
    moved = share * stances[source]
    stances[source] -= moved
    stances[target] += moved


def denies(text: str) -> bool:
    """Whether a word of the text can deny something.

    >>> denies("Det har skett skjutningar i området."), denies("Inga gäng finns i kommunen.")
    (False, True)
    """
    return _cues()["denial"].are_in(_forms(text))


def is_good_news(text: str) -> bool:
    """Whether the text tells that something has become less that is no loss, or more that is a gain, and nothing else.

    >>> is_good_news("Våldsbrotten är färre än tidigare."), is_good_news("Tryggheten har minskat.")
    (True, False)
    >>> is_good_news("Tryggheten har ökat."), is_good_news("Inbrotten har minskat men är många.")
    (True, False)
    """
    forms = _forms(text)
    told = {name for name, cues in _cues().items() if cues.are_in(forms)}
    if "but" in told or told >= {"less", "more"}:
        return False
    return ("less" in told and "good" not in told) or told >= {"more", "gain"}


def is_of_the_country(text: str) -> bool:
    """Whether the text speaks of the country or of research, and of no place nearer.

    >>> is_of_the_country("I Sverige ökar bedrägerierna."), is_of_the_country("Som i Sverige ökar de i kommunen.")
    (True, False)
    """
    forms, cues = _forms(text), _cues()
    return cues["country"].are_in(forms) and not cues["here"].are_in(forms)


def _forms(text: str) -> list[str]:
    return [word.form for word in find_words(text)]


@cache
def _cues() -> dict[str, Cues]:
    told = tomllib.loads((Path(__file__).parent / "stance_words.toml").read_text(encoding="utf-8"))
    return {name: Cues(tuple(cue["stems"]), frozenset(cue["words"])) for name, cue in told.items()}
