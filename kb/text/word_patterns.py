"""Patterns of words, kept in one trie and found in tokens by one walk from each: nothing is read twice.

A pattern is words with a blank between, in folded case. Of a word, `*` stands for any beginning or ending; alone it is
any word, `#` a number of one or two digits, `####` one of four, `#*` whatever has a digit. `a|b` is one of both, `a?`
may be left out, `<name>` is one of a list of patterns.
"""

import re
from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product

from kb.text.tokens import Token

Slots = tuple[str, ...]
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d\d?")
_YEAR = re.compile(r"\d{4}")
_NOTHING: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class _Node:
    """What may come next, by what it is known by; labels : of the patterns that end here

    lengths : of the beginnings and of the endings, ascending
    """

    words: dict[str, "_Node"] = field(default_factory=dict)
    beginnings: dict[str, "_Node"] = field(default_factory=dict)
    endings: dict[str, "_Node"] = field(default_factory=dict)
    kinds: dict[str, "_Node"] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    lengths: tuple[list[int], list[int]] = field(default_factory=lambda: ([], []))

    def add(self, slot: str) -> "_Node":
        """The node after the slot, made when it is not there."""
        if slot in _KINDS:
            return self.kinds.setdefault(slot, _Node())
        if len(slot) > 1 and slot[0] == "*":
            return _add(self.endings, self.lengths[1], slot[1:])
        if len(slot) > 1 and slot[-1] == "*":
            return _add(self.beginnings, self.lengths[0], slot[:-1])
        return self.words.setdefault(slot, _Node())

    def follow(self, token: Token) -> list["_Node"]:
        """The nodes that the token leads to."""
        form, n_letters = token.form, len(token.form)
        nodes = [self.words.get(form)]
        for length in self.lengths[0]:
            if length > n_letters:
                break
            nodes.append(self.beginnings.get(form[:length]))
        for length in self.lengths[1]:
            if length > n_letters:
                break
            nodes.append(self.endings.get(form[-length:]))
        nodes += [node for kind, node in self.kinds.items() if _KINDS[kind](token)]
        return [node for node in nodes if node]


@dataclass(frozen=True, slots=True)
class WordPatterns:
    """Patterns under their labels; made by `make_patterns`."""

    root: _Node

    def find(self, tokens: Sequence[Token], start: int) -> Mapping[str, int]:
        """label -> the token after its longest pattern that begins with the token at start."""
        begun = self.root.follow(tokens[start])
        if not begun:
            return _NOTHING
        waiting = [(node, start + 1) for node in begun]
        found: dict[str, int] = {}
        while waiting:
            node, i = waiting.pop()
            found.update({label: max(i, found.get(label, 0)) for label in node.labels})
            if i < len(tokens) and tokens[i].is_next:
                waiting += [(following, i + 1) for following in node.follow(tokens[i])]
        return found


def make_patterns(
    patterns: Mapping[str, Iterable[str]], lists: Mapping[str, Iterable[str]] | None = None
) -> WordPatterns:
    """The patterns by their labels; lists : what `<name>` stands for.

    >>> from kb.text.tokens import read_tokens
    >>> found = make_patterns({"time": ["mellan? klockan|kl # <to> #"]}, {"to": ["och", "-"]})
    >>> found.find(read_tokens("mellan klockan 22 och 02 i parken"), 0)
    {'time': 5}
    """
    root = _Node()
    for label, listed in patterns.items():
        for slots in (slots for pattern in listed for slots in _spell_out(pattern, lists or {})):
            node = root
            for slot in slots:
                node = node.add(slot)
            node.labels.add(label)
    return WordPatterns(root)


def _spell_out(pattern: str, lists: Mapping[str, Iterable[str]]) -> Iterator[Slots]:
    """The pattern without anything to choose."""
    for chosen in product(*map(partial(_choose, lists=lists), pattern.split())):
        yield tuple(slot for part in chosen for slot in part)


def _choose(slot: str, lists: Mapping[str, Iterable[str]]) -> list[Slots]:
    """What may stand in a slot; an empty one where it may be left out."""
    bare = slot.removesuffix("?") if len(slot) > 1 else slot
    chosen: list[Slots] = [()] if bare != slot else []
    for one in bare.split("|"):
        listed = lists[one[1:-1]] if one[0] == "<" else None
        chosen += [(one,)] if listed is None else [slots for item in listed for slots in _spell_out(item, lists)]
    return chosen


def _add(nodes: dict[str, _Node], lengths: list[int], piece: str) -> _Node:
    if len(piece) not in lengths:
        insort(lengths, len(piece))
    return nodes.setdefault(piece, _Node())


_KINDS: Mapping[str, Callable[[Token], bool]] = {
    "*": lambda token: token.is_word,
    "#": lambda token: _NUMBER.fullmatch(token.text) is not None,
    "####": lambda token: _YEAR.fullmatch(token.text) is not None,
    "#*": lambda token: _DIGIT.search(token.text) is not None,
}
