"""Where a paragraph says that something is: words after a preposition, names, and the names of the registers."""

from collections.abc import Iterator
from functools import lru_cache

from kb.problems.detail_patterns import Marked, Span, beginnings_of, words_of
from kb.registers import Registers
from kb.text.tokens import Token, read_tokens
from kb.text.word_patterns import WordPatterns, make_patterns

_WORDS_BEFORE = 2
_MIN_NAME = 3
"""Letters before the end by which a name is a place."""


def find_places(marked: Marked) -> Iterator[Span]:
    """The places as tokens, some overlapping."""
    for i, token in enumerate(marked.tokens):
        if token.form in words_of("place_prepositions"):
            end = _find_noun(marked, i + 1)
            if end:
                yield i + 1, _pass_capitals(marked, end)
        if token.form in words_of("name_prepositions") and _is_capital_next(marked, i + 1):
            yield i + 1, _pass_capitals(marked, i + 2)
        if _is_named_place(token):
            yield i, _pass_capitals(marked, i + 1)


def find_registered(marked: Marked, registers: Registers) -> Iterator[Span]:
    """Names of municipalities and of the police's areas as characters, not first in a sentence: "Vara" is a word too.

    A genitive's s is none of the name.
    """
    names, patterns = _read_names(registers)
    text = marked.paragraph.text
    for i, token in enumerate(marked.tokens):
        if token.text[0].isupper() and _is_inside(text, token.first):
            for end in patterns.find(marked.tokens, i).values():
                first, last = marked.to_characters((i, end))
                length = _find_length(text[first:last], names)
                if length:
                    yield first, first + length


def _find_noun(marked: Marked, first: int) -> int:
    """The token after the farthest noun for a place that at most two words part from the preposition; 0 where none."""
    end = 0
    for i in range(first, first + _WORDS_BEFORE + 1):
        if not marked.is_next(i) or not marked.tokens[i].is_word or _breaks(marked.tokens[i]):
            break
        end = marked.marks[i].get("place", end)
    return end


def _breaks(token: Token) -> bool:
    return token.form in words_of("place_breaks") or token.form in words_of("place_prepositions")


def _pass_capitals(marked: Marked, i: int) -> int:
    while _is_capital_next(marked, i):
        i += 1
    return i


def _is_capital_next(marked: Marked, i: int) -> bool:
    return marked.is_next(i) and _is_capital(marked.tokens[i])


def _is_capital(token: Token) -> bool:
    """Whether it is written as a name and may be a place's."""
    is_name = len(token.form) > 1 and token.text[0].isupper() and token.text[1].islower()
    return is_name and token.form not in words_of("not_places") and not _begins_as_none(token)


def _begins_as_none(token: Token) -> bool:
    return token.form.startswith(beginnings_of("not_places_begin"))


def _is_named_place(token: Token) -> bool:
    if not token.form.endswith(beginnings_of("name_ends")) or not _is_capital(token):
        return False
    longest = max(len(end) for end in beginnings_of("name_ends") if token.form.endswith(end))
    return len(token.form) - longest >= _MIN_NAME


def _is_inside(text: str, first: int) -> bool:
    """Whether a blank and before it a word or a comma stand there."""
    return first > 1 and text[first - 1] == " " and (text[first - 2] == "," or text[first - 2].isalnum())


def _find_length(written: str, names: frozenset[str]) -> int:
    if written in names:
        return len(written)
    return len(written) - 1 if written[-1] == "s" and written[:-1] in names else 0


@lru_cache(maxsize=2)
def _read_names(registers: Registers) -> tuple[frozenset[str], WordPatterns]:
    names = frozenset(town.name for town in registers.municipalities) | {area.name for area in registers.police_areas}
    patterns = {name: [_write(name), _write(f"{name}s")] for name in sorted(names)}
    return names, make_patterns(patterns)


def _write(name: str) -> str:
    """The name as a pattern; its signs are tokens as in any text."""
    return " ".join(token.form for token in read_tokens(name))
