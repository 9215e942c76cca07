"""What somebody may be about to ask for, from the first letters: titles of guidance, problem areas and their terms."""

from collections.abc import Iterable, Iterator

from kb.snapshot.snapshot import Snapshot
from kb.text.words import find_words, normalize

MAX_SUGGESTIONS = 8


def suggest(typed: str, snapshot: Snapshot, most: int = MAX_SUGGESTIONS) -> list[str]:
    """Texts in which every word that is typed begins a word; those that begin with all of it first, then the shorter.

    What is advised against is never suggested.
    """
    words = [word.form for word in find_words(typed)]
    if not words:
        return []
    start = normalize(typed.strip())
    fitting = {text for text in _texts(snapshot) if _has_all(words, text)}
    return sorted(fitting, key=lambda text: (not normalize(text).startswith(start), len(text), text))[:most]


def _texts(snapshot: Snapshot) -> Iterator[str]:
    for document in snapshot.guidance.values():
        if not document.is_advised_against:
            yield document.title
    for area in snapshot.problem_areas.values():
        yield area.title
        yield from area.terms


def _has_all(starts: Iterable[str], text: str) -> bool:
    words = [word.form for word in find_words(text)]
    return all(any(word.startswith(start) for word in words) for start in starts)
