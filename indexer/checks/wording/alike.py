"""How alike texts are: the word sequences they share.

Shingles are counted exactly instead of being estimated (MinHash): 4,000 paragraphs take a tenth of a second.
Source: Broder, On the resemblance and containment of documents, SEQUENCES 1997, pp. 21-29.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from indexer.content.editorial_list import EditorialList, read_list
from indexer.content.read_content import Content, Entry

SHINGLE = 3
"""Words."""
MIN_SHINGLES = 6
"""A shorter text is alike by chance: "Antal anmälda brott per månad och plats"."""
MIN_PART_SHINGLES = 10
"""For being contained in a longer text."""
MAX_RESEMBLANCE = 0.5
"""Share of all shingles of two texts that are in both. The shipped paragraphs that were written apart reach 0.4."""
MAX_CONTAINMENT = 0.6
"""Share of the shorter text's shingles that are in the longer one as well."""
_OWN_WORD = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class AlikeText:
    """A text to be compared with those of other documents. line : where it stands in entry's file."""

    entry: Entry
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two texts of different documents, first before second. likeness : in (0, 1], the measure that was exceeded."""

    first: AlikeText
    second: AlikeText
    likeness: float


def read_allowed(content: Content) -> EditorialList:
    """Texts that must be alike, such as a statute's own wording; reviewed and listed with a reason."""
    return read_list(content, "alike-allowed.csv", ("text", "why", "reviewed"))


def find_alike(texts: Sequence[AlikeText], allowed: EditorialList) -> Iterator[AlikePair]:
    """Each text that is too like an earlier one of another document, with the one that it is most like.

    A document's own name and every number count as blanks, so that a template is found though its names differ.
    Wording that is allowed does not count.
    """
    free = {shingle for row in allowed.rows for shingle in find_shingles(row.cells["text"])}
    shingles = [find_shingles(item.text, item.entry) - free for item in texts]
    best: dict[int, AlikePair] = {}
    for (first, second), n_shared in sorted(_shared(shingles).items()):
        likeness = _excess(n_shared, len(shingles[first]), len(shingles[second]))
        is_own = texts[first].entry.file.path == texts[second].entry.file.path
        if likeness and not is_own and (second not in best or likeness > best[second].likeness):
            best[second] = AlikePair(texts[first], texts[second], likeness)
    yield from best.values()


def find_shingles(text: str, entry: Entry | None = None) -> set[str]:
    """The sequences of three words of the text; words of the document's own name and numbers are blanks.

    >>> sorted(find_shingles("Ring 112 direkt, alltid"))
    ['0 direkt alltid', 'ring 0 direkt']
    """
    own = _own_words(entry) if entry else frozenset()
    words = ["_" if word in own else "0" if word.isdigit() else word for word in _WORD.findall(text.casefold())]
    return {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def _own_words(entry: Entry) -> frozenset[str]:
    meta = entry.file.meta
    names = (
        entry.file.slug.replace("-", " "),
        *(str(meta.get(key) or "") for key in ("title", "name", "organisation")),
    )
    return frozenset(w for name in names for w in _WORD.findall(name.casefold()) if len(w) >= _OWN_WORD)


def _shared(shingles: Sequence[set[str]]) -> Counter[tuple[int, int]]:
    """(first, second) -> how many shingles the two texts share."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for position, of_text in enumerate(shingles):
        if len(of_text) >= MIN_SHINGLES:
            for shingle in of_text:
                holders[shingle].append(position)
    return Counter(pair for positions in holders.values() for pair in combinations(positions, 2))


def _excess(n_shared: int, n_first: int, n_second: int) -> float:
    """The measure that is over its bound, 0 when neither is."""
    resemblance = n_shared / (n_first + n_second - n_shared)
    containment = n_shared / min(n_first, n_second)
    if resemblance >= MAX_RESEMBLANCE:
        return resemblance
    return containment if containment >= MAX_CONTAINMENT and min(n_first, n_second) >= MIN_PART_SHINGLES else 0.0
