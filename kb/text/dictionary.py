"""What is right Swedish, and which word a form is a form of: by a dictionary, its suffixes and its compounds."""

from collections.abc import Iterator, Set

from kb.text.hunspell import BEGIN, END, IN_COMPOUNDS, MIDDLE, Hunspell, load_hunspell

MIN_PART = 3
"""Letters of a part of a compound; the dictionary allows two, with which nearly every misspelling is a compound."""
MAX_PARTS = 3
MAX_FORM = 60
MAX_COMPOUND = 40
"""Letters of a form that is looked up, and of one that is tried as a compound: the longest in use have fewer."""
_UNINFLECTED = frozenset("A!cvfkXUYZ")
"""Flags that give a word no forms but its genitive and its parts of compounds."""


def is_swedish(form: str) -> bool:
    """Whether a word in normal form is right Swedish: a word, a form of one, or a compound of such.

    >>> is_swedish("våldtäktsanmälningar"), is_swedish("skadegorelse")
    (True, False)
    """
    return bool(find_lemmas(form))


def is_word(form: str) -> bool:
    """Whether the dictionary has a word in normal form, or one that it is a form of: no compound made as it is read.

    >>> is_word("skolor"), is_word("skolgårdsbråk")
    (True, False)
    """
    return len(form) <= MAX_FORM and bool(_find_simple(form, load_hunspell()))


def find_lemmas(form: str, hunspell: Hunspell | None = None) -> list[str]:
    """The words that a word in normal form may be a form of, the shortest first; none when it is not Swedish.

    hunspell : the dictionary; the installed one when left out

    >>> find_lemmas("biblioteket"), find_lemmas("skolbiblioteken"), find_lemmas("gårdagns")
    (['bibliotek'], ['skolbibliotek'], [])
    """
    if len(form) > MAX_FORM:
        return []
    hunspell = hunspell or load_hunspell()
    found = (
        _find_common(form, hunspell)
        or _find_simple(form.capitalize(), hunspell)
        or _find_simple(form.upper(), hunspell)
    )
    return _sort(found)


def find_common_lemmas(form: str) -> list[str]:
    """The same without what the dictionary writes with a capital: names and abbreviations.

    >>> find_common_lemmas("biblioteken"), find_common_lemmas("anna")
    (['bibliotek'], [])
    """
    return _sort(_find_common(form, load_hunspell())) if len(form) <= MAX_FORM else []


def _sort(found: Set[str]) -> list[str]:
    return sorted({lemma.casefold() for lemma in found}, key=lambda lemma: (len(lemma), lemma))


def _find_common(form: str, hunspell: Hunspell) -> set[str]:
    return _find_simple(form, hunspell) or (_find_compound(form, hunspell) if len(form) <= MAX_COMPOUND else set())


def _find_simple(form: str, hunspell: Hunspell, place: str = "") -> set[str]:
    """The words that have the form, and the flag of a place in compounds.

    A word with forms of its own is its own lemma ("banan" is no bana); one without may be a form listed as a word.
    """
    own = [flags for flags in hunspell.find_flags(form) if place in flags and IN_COMPOUNDS not in flags]
    if any(not _UNINFLECTED.issuperset(flags) for flags in own):
        return {form}
    found = {
        word for word, flags, _ in hunspell.undo(form, hunspell.endings) if place in flags and IN_COMPOUNDS not in flags
    }
    return found or ({form} if own else set())


def _find_compound(form: str, hunspell: Hunspell, place: str = BEGIN, most: int = MAX_PARTS) -> set[str]:
    """The compounds that have the form: its first parts as written and the lemmas of the last, which is the longest."""
    for start in range(MIN_PART, len(form) - MIN_PART + 1):
        if _is_part(form[:start], place, hunspell):
            for tail in _find_tails(form, start):
                found = _find_simple(tail, hunspell, END)
                if not found and most > 2:
                    found = _find_compound(tail, hunspell, MIDDLE, most - 1)
                if found:
                    return {form[: len(form) - len(tail)] + lemma for lemma in found}
    return set()


def _find_tails(form: str, start: int) -> Iterator[str]:
    """What may follow a first part: of three equal letters two are written, as in "buss" and "stopp"."""
    yield form[start:]
    if form[start - 1] == form[start - 2]:
        yield form[start - 1 :]


def _is_part(part: str, place: str, hunspell: Hunspell) -> bool:
    """Whether a compound may have the part at the place, as it is or by a joint: "våldtäkts"."""
    return any(place in flags for flags in hunspell.find_flags(part)) or any(
        place in joint.places for _, _, joint in hunspell.undo(part, hunspell.joints)
    )
