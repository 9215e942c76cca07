"""A short query read as the documents would write it: a section written out, a statute's other names, Swedish place
names, Swedish words for Norwegian and Danish ones.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kb.text.neighbours import read_as_swedish
from kb.text.place_names import find_place_names
from kb.text.references import find_references, spell_references
from kb.text.statutes import find_statutes
from kb.text.words import find_words, normalize

MAX_WORDS = 30
"""A longer text is a description: it has words enough."""


@dataclass(frozen=True, slots=True)
class Reading:
    """text : to be searched for; kept : the words, in normal form, that are right as they are and stand for others."""

    text: str
    kept: frozenset[str] = frozenset()


def read_otherwise(text: str, knows: Callable[[str], bool]) -> Reading:
    """The text with the words that it stands for; as it was where it stands for itself.

    knows : whether the index has a word in normal form; what it lacks is not searched for beside its other form
    """
    words = [word.form for word in find_words(text)]
    if len(words) > MAX_WORDS:
        return Reading(text)
    text = spell_references(text)
    form = normalize(text)
    places = {form[first:last]: name for first, last, name in find_place_names(form)}
    foreign = read_as_swedish([word for word in words if word not in places])
    statutes = {normalize(text[found.first : found.last]): found.statute.adds for found in find_statutes(text)}
    if not (places or foreign or statutes):
        return Reading(text)
    is_cited = any(find_references(text))  # "OSL 10:2" is no section without its "OSL"
    dropped = {typed: "" for typed in statutes if not is_cited and not knows(typed)}
    added = [_keep_known(name, typed, knows) for typed, name in statutes.items()]
    kept = words if foreign or places else [word.form for typed in statutes for word in find_words(typed)]
    replaced = _replace(form, {**places, **foreign, **dropped}, knows)
    return Reading(" ".join([*replaced.split(), *added]), frozenset(kept))


def _keep_known(name: str, typed: str, knows: Callable[[str], bool]) -> str:
    """The words of another name that the index has, without what is typed; the whole name where it has none."""
    known = " ".join(word for word in name.split() if normalize(word) != typed and _has_known(word, knows))
    return known or name


def _has_known(word: str, knows: Callable[[str], bool]) -> bool:
    return any(knows(part.form) for part in find_words(word))


def _replace(form: str, others: Mapping[str, str], knows: Callable[[str], bool]) -> str:
    """The text in normal form with other names in place of those that the index lacks, beside those that it has."""
    names = "|".join(sorted(map(re.escape, others), key=len, reverse=True)) or r"(?!)"

    def other(match: re.Match[str]) -> str:
        return f"{match[0]} {others[match[0]]}" if knows(match[0]) else others[match[0]]

    return re.sub(rf"(?<![\w:])(?:{names})(?![\w:])", other, form)
